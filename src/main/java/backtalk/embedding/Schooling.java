package backtalk.embedding;

import backtalk.understanding.Embedder;
import backtalk.understanding.Learned;
import backtalk.understanding.Learning;
import backtalk.understanding.Lessons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns from a conversation's examples once, and keeps what was learned in a file named by all
 * that it depends on: other examples or another model make another file.
 */
public final class Schooling {

  private static final Logger LOG = LoggerFactory.getLogger(Schooling.class);

  private Schooling() {}

  /** What these lessons teach; from the folder where they were learned before. */
  public static Learned learned(Lessons lessons, Embedder embedder, Path folder) {
    Path file = folder.resolve("learned-" + lessons.hash(embedder.model()) + ".bin");
    try {
      if (Files.exists(file)) {
        return LearnedFile.read(file);
      }
    } catch (IOException e) {
      LOG.warn("What was learned cannot be read, so it is learned again: {}", file.getFileName());
    }
    Learned learned = Learning.learn(lessons, embedder::embed);
    keep(file, learned);
    return learned;
  }

  /** A folder that cannot be written costs the next start a few seconds, and nothing else. */
  private static void keep(Path file, Learned learned) {
    try {
      LearnedFile.write(file, learned);
    } catch (IOException e) {
      LOG.warn("What was learned cannot be kept, so the next start learns again");
    }
  }
}
