package backtalk.embedding;

import backtalk.understanding.Embedder;
import backtalk.understanding.NluConfig;
import backtalk.understanding.model.TrainedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains a model on a conversation's examples once and stores it in a file.
 *
 * <p>The file name is a hash of all inputs, so other examples, other classes or another embedding
 * model lead to another file.
 */
public final class TrainedModelCache {

  private static final Logger LOG = LoggerFactory.getLogger(TrainedModelCache.class);

  private static final String PREFIX = "learned-";
  private static final String SUFFIX = ".bin";

  /** Limits the models in a folder: each edit of an example creates a new one. */
  private static final int MAX_FILES = 4;

  /** Sets the heap, in bytes, from which a process trains by itself after another one failed. */
  private static final long ENOUGH = 1L << 30;

  /** Limits the vectors in a file, of 3 KB each. */
  private static final int MAX_VECTORS = 30_000;

  private final List<Path> folders;
  private final Optional<Runnable> training;
  private final Optional<TrainedModelFile.Content> newest;

  private TrainedModelCache(
      List<Path> folders, Optional<Runnable> training, Optional<TrainedModelFile.Content> newest) {
    this.folders = folders;
    this.training = training;
    this.newest = newest;
  }

  /**
   * Returns a cache beside the program, where the build stores its model, or else in the folder
   * {@code other}.
   */
  public static TrainedModelCache storedIn(Path other) {
    return storedIn(List.of(ModelFiles.program().resolveSibling("hearing"), other));
  }

  static TrainedModelCache storedIn(List<Path> folders) {
    return new TrainedModelCache(folders, Optional.empty(), Optional.empty());
  }

  /**
   * Returns this cache with a training that stores the model by other means, for instance in
   * another process.
   */
  public TrainedModelCache trainedBy(Runnable other) {
    return new TrainedModelCache(folders, Optional.of(other), newest);
  }

  /**
   * Returns this cache with its newest model already read. A start reads it beside the
   * conversation, whose examples tell only later whether it is the right one.
   */
  public TrainedModelCache withNewestRead() {
    return new TrainedModelCache(
        folders,
        training,
        newestFirst(folders).stream().flatMap(file -> content(file).stream()).findFirst());
  }

  /**
   * Returns the trained model for {@code config}, read from a file when possible. Otherwise the
   * given training stores it, and if that fails, it is trained here.
   *
   * @throws EmbeddingException when the given training fails and this process has little memory
   */
  public TrainedModel loadOrTrain(NluConfig config, Embedder embedder) {
    ModelOrigin origin = ModelOrigin.of(config, embedder);
    return load(origin)
        .or(() -> trainedElsewhere(origin))
        .orElseGet(() -> train(config, embedder, origin));
  }

  private Optional<TrainedModel> trainedElsewhere(ModelOrigin origin) {
    training.ifPresent(Runnable::run);
    Optional<TrainedModel> trained = load(origin);
    if (training.isPresent() && trained.isEmpty() && Runtime.getRuntime().maxMemory() < ENOUGH) {
      throw new EmbeddingException(
          "The examples could not be trained on. Run ./backtalk train with the folder of the"
              + " conversation, and start again.");
    }
    return trained;
  }

  private Optional<TrainedModel> load(ModelOrigin origin) {
    return newest
        .filter(it -> it.origin().equals(origin))
        .map(TrainedModelFile.Content::model)
        .or(() -> files(origin).flatMap(file -> read(file, origin).stream()).findFirst());
  }

  /** Returns true when there is a file with the trained model for {@code config}. */
  public boolean contains(NluConfig config, Embedder embedder) {
    return files(ModelOrigin.of(config, embedder)).findAny().isPresent();
  }

  private Stream<Path> files(ModelOrigin origin) {
    return folders.stream().map(folder -> folder.resolve(name(origin))).filter(Files::exists);
  }

  private static String name(ModelOrigin origin) {
    return PREFIX + origin.all() + SUFFIX;
  }

  private static Optional<TrainedModel> read(Path file, ModelOrigin origin) {
    Optional<TrainedModel> model =
        content(file).filter(it -> it.origin().equals(origin)).map(TrainedModelFile.Content::model);
    if (model.isEmpty()) {
      LOG.warn("The trained model cannot be read and is trained again: {}", file.getFileName());
    }
    return model;
  }

  private static Optional<TrainedModelFile.Content> content(Path file) {
    try {
      return Optional.of(TrainedModelFile.read(file));
    } catch (IOException | RuntimeException damagedOrOfOtherClasses) {
      return Optional.empty();
    }
  }

  /** Trains a model and stores it, with the vectors of its examples for the next training. */
  private TrainedModel train(NluConfig config, Embedder embedder, ModelOrigin origin) {
    LOG.info(
        "Training the model on the examples of the conversation; this happens once and takes"
            + " a few minutes");
    List<VectorFile> files =
        folders.stream().map(folder -> VectorFile.in(folder, origin.embedder())).toList();
    Map<String, float[]> known = new HashMap<>();
    files.forEach(file -> known.putAll(file.read()));
    Map<String, float[]> used = new ConcurrentHashMap<>();
    TrainedModel model =
        config.train(text -> used.computeIfAbsent(text, it -> vector(known.get(it), it, embedder)));
    TrainedModelFile.Content content = new TrainedModelFile.Content(origin, model);
    if (folders.stream().noneMatch(it -> stored(it, name(origin), content))
        || files.stream().noneMatch(it -> it.write(kept(known, used)))) {
      LOG.warn("The trained model cannot be stored, so the next start trains it again");
    }
    return model;
  }

  /** Keeps the vectors of other conversations, too, as long as they are few. */
  private static Map<String, float[]> kept(Map<String, float[]> known, Map<String, float[]> used) {
    Map<String, float[]> all = new HashMap<>(known);
    all.putAll(used);
    return all.size() <= MAX_VECTORS ? all : used;
  }

  private static float[] vector(float @Nullable [] known, String text, Embedder embedder) {
    return known == null ? embedder.embed(text) : known;
  }

  /** Returns the model files of these folders, newest first. */
  private static List<Path> newestFirst(List<Path> folders) {
    return folders.stream()
        .flatMap(folder -> files(folder).stream())
        .sorted(Comparator.comparingLong((Path file) -> file.toFile().lastModified()).reversed())
        .toList();
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(PREFIX))
          .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static boolean stored(Path folder, String name, TrainedModelFile.Content content) {
    try {
      TrainedModelFile.write(folder.resolve(name), content);
      for (Path old : newestFirst(List.of(folder)).stream().skip(MAX_FILES).toList()) {
        Files.deleteIfExists(old);
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
