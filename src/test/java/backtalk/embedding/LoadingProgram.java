package backtalk.embedding;

import java.io.IOException;
import java.nio.file.Path;

/** Ends while threads load the model again and again. */
final class LoadingProgram {

  private LoadingProgram() {}

  public static void main(String[] arguments) {
    OnnxEmbedder.load().close();
    for (int i = 0; i < 2; i++) {
      Thread.ofPlatform().daemon().start(LoadingProgram::loadForEver);
    }
    OnnxEmbedder.load().close();
    System.exit(0);
  }

  /** Starts the program as a separate process and returns its exit code. */
  static int run(Path directory) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    return new ProcessBuilder(
            java,
            "--enable-native-access=ALL-UNNAMED",
            "-XX:ErrorFile=" + directory.resolve("crash.log"),
            "-cp",
            classPath,
            LoadingProgram.class.getName())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static void loadForEver() {
    while (true) {
      OnnxEmbedder.load().close();
    }
  }
}
