package backtalk.harness;

import backtalk.config.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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
    try (World world = new World(options.seed, options.latency, false)) {
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
  static Replica bot(World world, Path folder, LoadOptions options, boolean webhook) {
    Replica bot =
        Replica.byLauncher(folder, options.machine)
            .set(Setting.TELEGRAM_API_URL, world.telegram.url());
    if (webhook) {
      int port = Fleet.freePort();
      Fleet.behindWebhook(bot).set(Setting.PORT, Integer.toString(port));
      world.telegram.proxy(List.of(port));
    }
    return bot;
  }

  private void createPeople(World world) throws IOException {
    List<String> lines = load.typed() ? SampleMessages.lines() : List.of();
    world.crowd.ensurePeople(options.people, new UserBehavior(options.seed, lines));
  }

  /** Starts the bot once, which creates the store and fills the caches. */
  private void warmCaches(World world, Replica bot) {
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
  static double start(World world, Replica bot) {
    world.newStart();
    long begun = System.currentTimeMillis();
    bot.start();
    if (!Waiting.until(() -> world.firstPoll() > 0 || !bot.isRunning(), START_TIMEOUT)
        || !bot.isRunning()) {
      throw new IllegalStateException("the bot does not poll; see its log");
    }
    return (world.firstPoll() - begun) / 1e3;
  }

  private Sample measure(World world, ProcessStats bot) {
    world.crowd.drive(load.rate());
    Waiting.pause(Duration.ofSeconds(options.warmUp));
    ProcessStats own = new ProcessStats(ProcessHandle.current().pid());
    List<Sample> samples = new ArrayList<>();
    for (int run = 0; run < options.runs; run++) {
      double botBefore = bot.processorSeconds();
      double ownBefore = own.processorSeconds();
      world.measurements.mark();
      Waiting.pause(Duration.ofSeconds(options.seconds));
      samples.add(
          new Sample(
              world.measurements.values(),
              bot.processorSeconds() - botBefore,
              own.processorSeconds() - ownBefore));
      System.out.println(samples.getLast().line());
    }
    world.crowd.drive(Crowd.NOT_AT_ALL);
    return Sample.median(samples);
  }
}
