package backtalk.app;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains on a conversation's examples in a process of its own and stores the model in a folder.
 *
 * <p>The training needs several times the memory of the bot, for a minute or two. It ends with this
 * process.
 *
 * @param conversation the folder of the conversation
 * @param cache the folder that takes the model, unless it can be stored beside the program
 */
record TrainingProcess(Path conversation, Path cache) {

  private static final Logger LOG = LoggerFactory.getLogger(TrainingProcess.class);

  /** Allows for a matrix of 17,000 by 17,000 examples, half of it stored, and as much again. */
  private static final String HEAP = "-Xmx1536m";

  /** Trains; a failure is logged, and the caller has to train by itself. */
  void run() {
    try {
      Process process =
          new ProcessBuilder(command())
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.INHERIT)
              .start();
      Thread hook = new Thread(process::destroy, "end-training");
      Runtime.getRuntime().addShutdownHook(hook);
      int code = process.waitFor();
      Runtime.getRuntime().removeShutdownHook(hook);
      if (code != 0) {
        LOG.warn("the training in a process of its own ended with code {}", code);
      }
    } catch (IOException e) {
      LOG.warn("the training in a process of its own cannot start: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IllegalStateException ends) {
      LOG.debug("the program ends during the training");
    }
  }

  private List<String> command() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(
        java,
        "--enable-native-access=ALL-UNNAMED",
        "-XX:+UseSerialGC",
        HEAP,
        "-Dbacktalk.home=" + System.getProperty("backtalk.home", "."),
        "-cp",
        System.getProperty("java.class.path"),
        "backtalk.Main",
        "train",
        conversation.toString(),
        "--into",
        cache.toString());
  }
}
