package backtalk.emulator;

import java.time.Duration;

/** Runs the emulator as a separate process: {@code Standalone [PORT [LATENCY_MS]]}. */
public final class Standalone {
  private Standalone() {}

  /** Prints the address and the token, and runs until it is killed. */
  public static void main(String[] arguments) {
    Emulator emulator = Emulator.start(number(arguments, 0));
    emulator.faults().latency(Duration.ofMillis(number(arguments, 1)));
    System.out.println("TELEGRAM_API_URL=" + emulator.url());
    System.out.println("TELEGRAM_BOT_TOKEN=" + emulator.token());
  }

  private static int number(String[] arguments, int place) {
    return arguments.length > place ? Integer.parseInt(arguments[place]) : 0;
  }
}
