package backtalk;

import java.io.IOException;

/** Runs other programs of the machine for tests. */
public final class MachineCommands {

  private MachineCommands() {}

  /** Runs a program to its end and returns its exit code, or -1 when there is no such program. */
  public static int run(String... command) {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException noSuchProgram) {
      return -1;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }
}
