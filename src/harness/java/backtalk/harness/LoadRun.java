package backtalk.harness;

import backtalk.config.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Measures the bot under a load, started as its operator starts it. */
record LoadRun(LoadProfile load, LoadOptions options) {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(90);

  /**
   * Holds the results of a run.
   *
   * @param median the median sample
   * @param coldStart seconds from the launcher's start to the first poll, with warm caches
   * @param resident the most resident memory, in MB
   */
  record Measured(Sample median, double coldStart, long resident) {}

  /** Runs in a new folder. */
  Measured run() throws IOException {
    Path folder = Files.createTempDirectory("backtalk-load");
    try (WorldProcess world = WorldProcess.start(options.seed, options.latency)) {
      Replica bot = bot(world, folder, options, load.webhook());
      bot.prepare();
      warmCaches(world, bot);
      createPeople(world);
      double coldStart = start(world, bot);
      try {
        Sample median = measure(world, new ProcessStats(bot.pid()));
        return new Measured(median, coldStart, new ProcessStats(bot.pid()).peakResident());
      } finally {
        bot.terminate();
      }
    } finally {
      TemporaryFolders.delete(folder);
    }
  }

  /** Creates a bot for this world without starting it. */
  static Replica bot(WorldProcess world, Path folder, LoadOptions options, boolean webhook) {
    Replica bot =
        Replica.byLauncher(folder, options.machine).set(Setting.TELEGRAM_API_URL, world.url());
    if (webhook) {
      int port = Fleet.freePort();
      Fleet.behindWebhook(bot).set(Setting.PORT, Integer.toString(port));
      world.command("targets", "ports", Integer.toString(port));
    }
    return bot;
  }

  private void createPeople(WorldProcess world) throws IOException {
    List<String> parameters = new ArrayList<>(List.of("count", Integer.toString(options.people)));
    parameters.addAll(List.of("seed", Long.toString(options.seed)));
    if (load.typed()) {
      parameters.addAll(List.of("lines", SampleMessages.file().toString()));
    }
    world.command("people", parameters.toArray(String[]::new));
  }

  /** Starts the bot once, which creates the store and fills the caches. */
  private void warmCaches(WorldProcess world, Replica bot) {
    if (load.dialogues() > 0) {
      new Preload(world, bot).fill(load.dialogues());
    } else {
      start(world, bot);
      bot.terminate();
    }
  }

  /**
   * Starts the bot; returns the seconds from the launcher's start to the first poll or webhook
   * call.
   */
  static double start(WorldProcess world, Replica bot) {
    world.command("life");
    long begun = System.currentTimeMillis() * 1_000;
    bot.start();
    if (!Waiting.until(() -> firstPollMicros(world) > 0 || !bot.isRunning(), START_TIMEOUT)
        || !bot.isRunning()) {
      throw new IllegalStateException("the bot does not poll; see its log");
    }
    return (firstPollMicros(world) - begun) / 1e6;
  }

  private static long firstPollMicros(WorldProcess world) {
    return Long.parseLong(world.query("state").getOrDefault("asked", "0"));
  }

  private Sample measure(WorldProcess world, ProcessStats bot) {
    world.command("drive", "rate", Double.toString(load.rate()));
    Waiting.pause(Duration.ofSeconds(options.warmUp));
    ProcessStats telegram = new ProcessStats(world.handle().pid());
    List<Sample> samples = new ArrayList<>();
    for (int run = 0; run < options.runs; run++) {
      double botBefore = bot.processorSeconds();
      double worldBefore = telegram.processorSeconds();
      world.command("mark");
      Waiting.pause(Duration.ofSeconds(options.seconds));
      Map<String, String> measurements = world.query("figures");
      samples.add(
          new Sample(
              measurements,
              bot.processorSeconds() - botBefore,
              telegram.processorSeconds() - worldBefore));
      System.out.println(samples.getLast().line());
    }
    world.command("drive", "rate", "-1");
    return Sample.median(samples);
  }
}
