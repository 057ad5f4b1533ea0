package backtalk.harness;

import picocli.CommandLine.Option;

/** Defines the options that all measurements share. */
final class LoadOptions {

  @Option(names = "--people", description = "number of people (${DEFAULT-VALUE})")
  int people = 5_000;

  @Option(names = "--seconds", description = "seconds measured per run (${DEFAULT-VALUE})")
  int seconds = 20;

  @Option(names = "--warm-up", description = "seconds of warm-up (${DEFAULT-VALUE})")
  int warmUp = 30;

  @Option(names = "--runs", description = "runs measured one after the other (${DEFAULT-VALUE})")
  int runs = 3;

  @Option(names = "--latency", description = "latency of every call, in ms (${DEFAULT-VALUE})")
  int latency = 50;

  @Option(names = "--machine", description = "options of the bot's JVM (${DEFAULT-VALUE})")
  String machine = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m -Xmn20m -XX:SurvivorRatio=3";

  @Option(names = "--seed", description = "random seed (${DEFAULT-VALUE})")
  long seed = 1;
}
