package backtalk.harness;

import backtalk.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Drives the bot as its operator starts it, and tells how fast it is. */
@Command(name = "load", description = "how fast the bot is, and how much it takes")
final class LoadCommand implements Callable<Integer> {
  private static final Duration START = Duration.ofSeconds(90);

  @Option(names = "--typed", description = "people type instead of tapping")
  private boolean typed;

  @Option(names = "--rate", description = "so many turns a second; else as many as it can")
  private double rate;

  @Option(names = "--people", description = "how many (${DEFAULT-VALUE})")
  private int people = 5_000;

  @Option(names = "--seconds", description = "measured, per run (${DEFAULT-VALUE})")
  private int seconds = 20;

  @Option(names = "--warm-up", description = "seconds before that (${DEFAULT-VALUE})")
  private int warmUp = 30;

  @Option(names = "--runs", description = "measured one after the other (${DEFAULT-VALUE})")
  private int runs = 3;

  @Option(names = "--latency", description = "of every call, in ms (${DEFAULT-VALUE})")
  private int latency = 50;

  @Option(names = "--machine", description = "options of the bot's JVM (${DEFAULT-VALUE})")
  private String machine = "-XX:+UseSerialGC -Xmx256m";

  @Option(names = "--dialogues", description = "in the store before the start")
  private int dialogues;

  @Option(names = "--seed", description = "of all chance (${DEFAULT-VALUE})")
  private long seed = 1;

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("backtalk-load");
    try (WorldProcess world = WorldProcess.start(seed, latency)) {
      Replica bot = Replica.launched(folder, machine).set(Setting.TELEGRAM_API_URL, world.url());
      bot.prepare();
      crowd(world);
      if (dialogues > 0) {
        new Preload(world, bot).fill(dialogues);
      }
      double coldStart = start(world, bot);
      try {
        measure(world, new Machine(bot.pid()), coldStart);
      } finally {
        bot.terminate();
      }
    }
    return 0;
  }

  private void crowd(WorldProcess world) throws IOException {
    List<String> told = new ArrayList<>(List.of("count", Integer.toString(people)));
    told.addAll(List.of("seed", Long.toString(seed)));
    if (typed) {
      told.addAll(List.of("lines", Lines.file().toString()));
    }
    world.tell("people", told.toArray(String[]::new));
  }

  /** Seconds from the start of the launcher to the first poll. */
  static double start(WorldProcess world, Replica bot) {
    world.tell("life");
    long begun = System.currentTimeMillis() * 1_000;
    bot.start();
    if (!Waiting.until(() -> asked(world) > 0 || !bot.isRunning(), START) || !bot.isRunning()) {
      throw new IllegalStateException("the bot does not poll; see its log");
    }
    return (asked(world) - begun) / 1e6;
  }

  private static long asked(WorldProcess world) {
    return Long.parseLong(world.ask("state").getOrDefault("asked", "0"));
  }

  private void measure(WorldProcess world, Machine bot, double coldStart) {
    world.tell("drive", "rate", Double.toString(rate));
    Waiting.pause(Duration.ofSeconds(warmUp));
    Machine telegram = new Machine(world.handle().pid());
    List<Sample> samples = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      double botBefore = bot.processor();
      double worldBefore = telegram.processor();
      world.tell("mark");
      Waiting.pause(Duration.ofSeconds(seconds));
      Map<String, String> figures = world.ask("figures");
      samples.add(
          new Sample(figures, bot.processor() - botBefore, telegram.processor() - worldBefore));
      System.out.println(samples.getLast().line());
    }
    world.tell("drive", "rate", "-1");
    System.out.println("median: " + Sample.median(samples).line());
    System.out.printf(
        "cold start %.2f s, resident %d MB (most %d MB), %s%n",
        coldStart, bot.resident(), bot.mostResident(), machine);
  }
}
