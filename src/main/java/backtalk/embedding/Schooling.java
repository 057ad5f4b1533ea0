package backtalk.embedding;

import backtalk.understanding.Embedder;
import backtalk.understanding.Learned;
import backtalk.understanding.Tuning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns from a conversation's examples once, and keeps what was learned in a file named by all
 * that it depends on: other examples or another model make another file.
 */
public final class Schooling {

  private static final Logger LOG = LoggerFactory.getLogger(Schooling.class);

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
    String name = "learned-" + tuning.print() + "-" + embedder.model() + ".bin";
    return folders.stream()
        .map(folder -> folder.resolve(name.replaceAll("[^A-Za-z0-9.]+", "-")))
        .flatMap(file -> read(file).stream())
        .findFirst()
        .orElseGet(() -> learn(tuning, embedder, name.replaceAll("[^A-Za-z0-9.]+", "-")));
  }

  private static Optional<Learned> read(Path file) {
    try {
      return Files.exists(file) ? Optional.of(LearnedFile.read(file)) : Optional.empty();
    } catch (IOException e) {
      LOG.warn("What was learned cannot be read, so it is learned again: {}", file.getFileName());
      return Optional.empty();
    }
  }

  private Learned learn(Tuning tuning, Embedder embedder, String name) {
    LOG.info("Learning from the examples of the conversation, once: this takes some seconds");
    Learned learned = tuning.learn(embedder::embed);
    if (folders.stream().noneMatch(folder -> kept(folder.resolve(name), learned))) {
      LOG.warn("What was learned cannot be kept, so the next start learns again");
    }
    return learned;
  }

  private static boolean kept(Path file, Learned learned) {
    try {
      LearnedFile.write(file, learned);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
