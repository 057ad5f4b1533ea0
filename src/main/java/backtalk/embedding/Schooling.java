package backtalk.embedding;

import backtalk.understanding.Embedder;
import backtalk.understanding.Learned;
import backtalk.understanding.Tuning;
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
public final class Schooling {

  private static final Logger LOG = LoggerFactory.getLogger(Schooling.class);

  private static final String BEGINNING = "learned-";
  private static final String ENDING = ".bin";

  /** Each edit of an example makes a new file: older ones are thrown away. */
  private static final int MOST_KEPT = 4;

  private final List<Path> folders;

  private Schooling(List<Path> folders) {
    this.folders = folders;
  }

  /**
   * What is learned is kept beside the program, where the build leaves it, or else in the folder
   * {@code other}.
   */
  public static Schooling keptIn(Path other) {
    return new Schooling(List.of(ModelFiles.program().resolveSibling("hearing"), other));
  }

  static Schooling keptIn(List<Path> folders) {
    return new Schooling(folders);
  }

  /** What the examples of {@code tuning} teach; learned before, if it can be. */
  public Learned learned(Tuning tuning, Embedder embedder) {
    Origin origin = Origin.of(tuning, embedder);
    String name = BEGINNING + origin.all() + ENDING;
    return folders.stream()
        .map(folder -> folder.resolve(name))
        .filter(Files::exists)
        .flatMap(file -> read(file, origin).stream())
        .findFirst()
        .orElseGet(() -> learn(tuning, remembering(embedder, origin), origin, name));
  }

  private static Optional<Learned> read(Path file, Origin origin) {
    Optional<Learned> learned =
        content(file).filter(it -> it.origin().equals(origin)).map(LearnedFile.Content::learned);
    if (learned.isEmpty()) {
      LOG.warn("What was learned cannot be read, so it is learned again: {}", file.getFileName());
    }
    return learned;
  }

  private static Optional<LearnedFile.Content> content(Path file) {
    try {
      return Optional.of(LearnedFile.read(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Learned learn(
      Tuning tuning, Function<String, float[]> embed, Origin origin, String name) {
    LOG.info("Learning from the examples of the conversation, once: this takes some seconds");
    LearnedFile.Content content = new LearnedFile.Content(origin, tuning.learn(embed));
    if (folders.stream().noneMatch(folder -> kept(folder, name, content))) {
      LOG.warn("What was learned cannot be kept, so the next start learns again");
    }
    return content.learned();
  }

  /** Most of the work is the vectors, and most examples stand in what was learned last as well. */
  private Function<String, float[]> remembering(Embedder embedder, Origin origin) {
    Map<String, float[]> known = new HashMap<>();
    folders.stream()
        .flatMap(folder -> newest(folder).stream())
        .flatMap(file -> content(file).stream())
        .filter(content -> content.origin().embedder().equals(origin.embedder()))
        .limit(1)
        .forEach(content -> remember(known, content.learned()));
    return text -> {
      float[] vector = known.get(text);
      return vector == null ? embedder.embed(text) : vector;
    };
  }

  private static void remember(Map<String, float[]> known, Learned learned) {
    for (int i = 0; i < learned.examples().size(); i++) {
      known.put(learned.examples().get(i).text(), learned.vector(i));
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

  private static boolean kept(Path folder, String name, LearnedFile.Content content) {
    try {
      LearnedFile.write(folder.resolve(name), content);
      for (Path old : newest(folder).stream().skip(MOST_KEPT).toList()) {
        Files.deleteIfExists(old);
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
