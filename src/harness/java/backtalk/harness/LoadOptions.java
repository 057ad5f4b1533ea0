package backtalk.harness;

import picocli.CommandLine.Option;

/** Defines the options that all measurements share. */
final class LoadOptions {

  @Option(names = "--people", description = "how many (${DEFAULT-VALUE})")
  int people = 5_000;

  @Option(names = "--seconds", description = "measured, per run (${DEFAULT-VALUE})")
  int seconds = 20;

  @Option(names = "--warm-up", description = "seconds before that (${DEFAULT-VALUE})")
  int warmUp = 30;

  @Option(names = "--runs", description = "measured one after the other (${DEFAULT-VALUE})")
  int runs = 3;

  @Option(names = "--latency", description = "of every call, in ms (${DEFAULT-VALUE})")
  int latency = 50;

  @Option(names = "--machine", description = "options of the bot's JVM (${DEFAULT-VALUE})")
  String machine = "-XX:+UseSerialGC -Xmx256m -Xmn40m";

  @Option(names = "--seed", description = "of all chance (${DEFAULT-VALUE})")
  long seed = 1;
}
