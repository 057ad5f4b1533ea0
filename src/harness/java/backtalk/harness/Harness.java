package backtalk.harness;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs the bot under load and under faults, by one command. */
@Command(name = "harness", mixinStandardHelpOptions = true, description = "The bot under load.")
public final class Harness implements Runnable {
  private Harness() {}

  /** Runs a command; the exit code is 0 where all checks hold. */
  public static void main(String[] arguments) {
    CommandLine line = new CommandLine(new Harness());
    line.addSubcommand(new LoadCommand());
    line.addSubcommand(new FiguresCommand());
    line.addSubcommand(new BurstCommand());
    line.addSubcommand(new CrashCommand());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    System.exit(line.execute(arguments));
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.err);
  }
}
