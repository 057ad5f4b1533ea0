package backtalk;

import java.io.IOException;

/** Other programs of the machine, as tests call them. */
public final class MachineCommands {

  private MachineCommands() {}

  /** Runs a program to its end; its exit code, or -1 where there is no such program. */
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
