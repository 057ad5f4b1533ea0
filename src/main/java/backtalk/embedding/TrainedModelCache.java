package backtalk.embedding;

import backtalk.understanding.Embedder;
import backtalk.understanding.NluConfig;
import backtalk.understanding.model.TrainedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns from a conversation's examples once, and keeps what was learned in a file that names all
 * that it depends on, as hashes: other examples, classes or another model make another file.
 */
public final class TrainedModelCache {

  private static final Logger LOG = LoggerFactory.getLogger(TrainedModelCache.class);

  private static final String BEGINNING = "learned-";
  private static final String ENDING = ".bin";

  /** Each edit of an example makes a new file: older ones are thrown away. */
  private static final int MOST_KEPT = 4;

  private final List<Path> folders;

  private TrainedModelCache(List<Path> folders) {
    this.folders = folders;
  }

  /**
   * What is learned is kept beside the program, where the build leaves it, or else in the folder
   * {@code other}.
   */
  public static TrainedModelCache keptIn(Path other) {
    return new TrainedModelCache(List.of(ModelFiles.program().resolveSibling("hearing"), other));
  }

  static TrainedModelCache keptIn(List<Path> folders) {
    return new TrainedModelCache(folders);
  }

  /** What the examples of {@code tuning} teach; learned before, if it can be. */
  public TrainedModel learned(NluConfig config, Embedder embedder) {
    ModelOrigin modelOrigin = ModelOrigin.of(config, embedder);
    String name = BEGINNING + modelOrigin.all() + ENDING;
    return folders.stream()
        .map(folder -> folder.resolve(name))
        .filter(Files::exists)
        .flatMap(file -> read(file, modelOrigin).stream())
        .findFirst()
        .orElseGet(() -> learn(config, remembering(embedder, modelOrigin), modelOrigin, name));
  }

  private static Optional<TrainedModel> read(Path file, ModelOrigin modelOrigin) {
    Optional<TrainedModel> learned =
        content(file)
            .filter(it -> it.modelOrigin().equals(modelOrigin))
            .map(TrainedModelFile.Content::model);
    if (learned.isEmpty()) {
      LOG.warn("What was learned cannot be read, so it is learned again: {}", file.getFileName());
    }
    return learned;
  }

  private static Optional<TrainedModelFile.Content> content(Path file) {
    try {
      return Optional.of(TrainedModelFile.read(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private TrainedModel learn(
      NluConfig config, Function<String, float[]> embed, ModelOrigin modelOrigin, String name) {
    LOG.info("Learning from the examples of the conversation, once: this takes some seconds");
    TrainedModelFile.Content content =
        new TrainedModelFile.Content(modelOrigin, config.learn(embed));
    if (folders.stream().noneMatch(folder -> kept(folder, name, content))) {
      LOG.warn("What was learned cannot be kept, so the next start learns again");
    }
    return content.model();
  }

  /** Most of the work is the vectors, and most examples stand in what was learned last as well. */
  private Function<String, float[]> remembering(Embedder embedder, ModelOrigin modelOrigin) {
    Map<String, float[]> known = new HashMap<>();
    folders.stream()
        .flatMap(folder -> newest(folder).stream())
        .flatMap(file -> content(file).stream())
        .filter(content -> content.modelOrigin().embedder().equals(modelOrigin.embedder()))
        .limit(1)
        .forEach(content -> remember(known, content.model()));
    return text -> {
      float[] vector = known.get(text);
      return vector == null ? embedder.embed(text) : vector;
    };
  }

  private static void remember(Map<String, float[]> known, TrainedModel model) {
    for (int i = 0; i < model.examples().size(); i++) {
      known.put(model.examples().get(i).text(), model.vector(i));
    }
  }

  /** The files of a folder, the newest first. */
  private static List<Path> newest(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(BEGINNING))
          .filter(file -> file.getFileName().toString().endsWith(ENDING))
          .sorted(Comparator.comparingLong((Path file) -> file.toFile().lastModified()).reversed())
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static boolean kept(Path folder, String name, TrainedModelFile.Content content) {
    try {
      TrainedModelFile.write(folder.resolve(name), content);
      for (Path old : newest(folder).stream().skip(MOST_KEPT).toList()) {
        Files.deleteIfExists(old);
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
