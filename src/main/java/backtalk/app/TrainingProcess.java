package backtalk.app;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains on a conversation's examples in a process of its own and stores the model in a folder.
 *
 * <p>The training needs several times the memory of the bot, for a few minutes. It ends with this
 * process, also when that is killed.
 *
 * @param conversation the folder of the conversation
 * @param cache the folder that takes the model, unless it can be stored beside the program
 */
public record TrainingProcess(Path conversation, Path cache) {

  private static final Logger LOG = LoggerFactory.getLogger(TrainingProcess.class);

  /** Holds half the matrix of 14,000 by 14,000 examples, and as much again. */
  private static final String HEAP = "-Xmx1536m";

  /** Names the system property that holds the id of the process that started a training. */
  private static final String PARENT = "backtalk.training.parent";

  /** Ends this process with the one that started it, if it was started for a training. */
  public static void endWithParent() {
    Optional.ofNullable(Long.getLong(PARENT))
        .map(ProcessHandle::of)
        .ifPresent(
            parent -> parent.ifPresentOrElse(TrainingProcess::endAfter, TrainingProcess::end));
  }

  private static void endAfter(ProcessHandle parent) {
    var unused = parent.onExit().thenRun(TrainingProcess::end);
  }

  private static void end() {
    Runtime.getRuntime().halt(1);
  }

  /** Trains; after a failure there is no model in the folder. */
  void run() {
    try {
      int code = ended(start());
      if (code != 0) {
        LOG.warn("the training in a process of its own ended with code {}", code);
      }
    } catch (IOException e) {
      LOG.warn("the training in a process of its own cannot start: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Process start() throws IOException {
    return new ProcessBuilder(command())
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.INHERIT)
        .start();
  }

  /** Waits for the end and returns the exit code; the process ends at the latest with this one. */
  private static int ended(Process process) throws InterruptedException {
    Thread hook = new Thread(process::destroy, "end-training");
    try {
      Runtime.getRuntime().addShutdownHook(hook);
      int code = process.waitFor();
      Runtime.getRuntime().removeShutdownHook(hook);
      return code;
    } catch (IllegalStateException stopping) {
      return 1;
    } finally {
      process.destroy();
    }
  }

  private List<String> command() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(
        java,
        "--enable-native-access=ALL-UNNAMED",
        "-XX:+UseSerialGC",
        HEAP,
        "-D" + PARENT + "=" + ProcessHandle.current().pid(),
        "-Dbacktalk.home=" + System.getProperty("backtalk.home", "."),
        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
        "-cp",
        System.getProperty("java.class.path"),
        "backtalk.Main",
        "train",
        conversation.toString(),
        "--into",
        cache.toString());
  }
}
