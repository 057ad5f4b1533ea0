package backtalk.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Tests that a training does not outlive the bot that started it. */
class TrainingProcessTest {
  private static final long SECONDS = 60;

  /** Waits for its end, as a training does that takes minutes. */
  static final class LongProgram {
    private LongProgram() {}

    public static void main(String[] arguments) {
      TrainingProcess.endWithParent();
      new CompletableFuture<Void>().orTimeout(2 * SECONDS, TimeUnit.SECONDS).join();
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void itEndsWhenTheProcessThatStartedItIsKilled() throws Exception {
    Process parent =
        new ProcessBuilder(
                "sh",
                "-c",
                "\"$0\" -Dbacktalk.training.parent=$$ \"$@\" & echo $!; exec sleep 120",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LongProgram.class.getName())
            .start();
    ProcessHandle child =
        ProcessHandle.of(Long.parseLong(parent.inputReader().readLine())).orElseThrow();
    try {
      parent.destroyForcibly();

      assertThat(child.onExit().get(SECONDS, TimeUnit.SECONDS).isAlive()).isFalse();
    } finally {
      child.destroyForcibly();
    }
  }
}
