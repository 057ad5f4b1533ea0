package backtalk.harness;

import backtalk.config.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Drives the bot as its operator starts it, and measures it. */
record LoadRun(Load load, LoadTerms terms) {
  private static final Duration START = Duration.ofSeconds(90);

  /**
   * What was measured.
   *
   * @param median of the samples
   * @param coldStart seconds from the launcher's start to the first poll, all caches being there
   * @param resident MB of memory at the most
   */
  record Measured(Sample median, double coldStart, long resident) {}

  /** Does it, in a new folder. */
  Measured run() throws IOException {
    Path folder = Files.createTempDirectory("backtalk-load");
    try (WorldProcess world = WorldProcess.start(terms.seed, terms.latency)) {
      Replica bot = bot(world, folder, terms, load.webhook());
      bot.prepare();
      warmCaches(world, bot);
      crowd(world);
      double coldStart = start(world, bot);
      try {
        Sample median = measure(world, new Machine(bot.pid()));
        return new Measured(median, coldStart, new Machine(bot.pid()).mostResident());
      } finally {
        bot.terminate();
      }
    } finally {
      TemporaryFolders.away(folder);
    }
  }

  /** A bot in this world, not started. */
  static Replica bot(WorldProcess world, Path folder, LoadTerms terms, boolean webhook) {
    Replica bot =
        Replica.launched(folder, terms.machine).set(Setting.TELEGRAM_API_URL, world.url());
    if (webhook) {
      int port = Fleet.freePort();
      Fleet.behindWebhook(bot).set(Setting.PORT, Integer.toString(port));
      world.tell("targets", "ports", Integer.toString(port));
    }
    return bot;
  }

  private void crowd(WorldProcess world) throws IOException {
    List<String> told = new ArrayList<>(List.of("count", Integer.toString(terms.people)));
    told.addAll(List.of("seed", Long.toString(terms.seed)));
    if (load.typed()) {
      told.addAll(List.of("lines", Lines.file().toString()));
    }
    world.tell("people", told.toArray(String[]::new));
  }

  /** An earlier start makes the store and keeps what can be kept. */
  private void warmCaches(WorldProcess world, Replica bot) {
    if (load.dialogues() > 0) {
      new Preload(world, bot).fill(load.dialogues());
    } else {
      start(world, bot);
      bot.terminate();
    }
  }

  /** Seconds from the start of the launcher to the first poll, or to the look at the webhook. */
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

  private Sample measure(WorldProcess world, Machine bot) {
    world.tell("drive", "rate", Double.toString(load.rate()));
    Waiting.pause(Duration.ofSeconds(terms.warmUp));
    Machine telegram = new Machine(world.handle().pid());
    List<Sample> samples = new ArrayList<>();
    for (int run = 0; run < terms.runs; run++) {
      double botBefore = bot.processor();
      double worldBefore = telegram.processor();
      world.tell("mark");
      Waiting.pause(Duration.ofSeconds(terms.seconds));
      Map<String, String> figures = world.ask("figures");
      samples.add(
          new Sample(figures, bot.processor() - botBefore, telegram.processor() - worldBefore));
      System.out.println(samples.getLast().line());
    }
    world.tell("drive", "rate", "-1");
    return Sample.median(samples);
  }
}
