package backtalk.app;

import backtalk.embedding.EmbeddingException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;

/**
 * Trains on a conversation's examples in a process of its own and stores the model in a folder.
 *
 * <p>The training needs several times the memory of the bot, for a few minutes. It ends with this
 * process, unless that is killed.
 *
 * @param conversation the folder of the conversation
 * @param cache the folder that takes the model, unless it can be stored beside the program
 */
record TrainingProcess(Path conversation, Path cache) {

  /** Holds half the matrix of 14,000 by 14,000 examples, and as much again. */
  private static final String HEAP = "-Xmx1536m";

  /** Sets the heap, in bytes, from which this process can train by itself. */
  private static final long ENOUGH = 1L << 30;

  /**
   * Trains.
   *
   * @throws EmbeddingException with one line for the operator when the training fails and this
   *     process has too little memory to train by itself
   */
  void run() {
    boolean trained = false;
    try {
      trained = ended(start()) == 0;
    } catch (IOException cannotStart) {
      trained = false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!trained && Runtime.getRuntime().maxMemory() < ENOUGH) {
      throw new EmbeddingException(
          "The examples of "
              + conversation
              + " could not be trained on. Train before the start: ./backtalk train "
              + conversation);
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
