package backtalk.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs {@code burst}: measures how long an emergency waits while other chats flood the bot. */
@Command(name = "burst", description = "how long an emergency waits while others flood the bot")
final class BurstCommand implements Callable<Integer> {
  private static final Duration TIMEOUT = Duration.ofMinutes(3);

  @Option(names = "--webhook", description = "updates are pushed instead of polled")
  private boolean webhook;

  @Option(names = "--chats", description = "chats that flood the bot (${DEFAULT-VALUE})")
  private int chats = 1;

  @Option(names = "--texts", description = "texts that each of them forwards (${DEFAULT-VALUE})")
  private int texts = 100;

  @Option(names = "--letters", description = "letters of each text (${DEFAULT-VALUE})")
  private int letters = 4_096;

  @Option(names = "--taps", description = "taps of each of them (${DEFAULT-VALUE})")
  private int taps;

  @Option(names = "--strangers", description = "people who report an emergency (${DEFAULT-VALUE})")
  private int strangers = 6;

  @Option(names = "--after", description = "ms from the burst to their messages (${DEFAULT-VALUE})")
  private int after = 200;

  @Mixin private LoadOptions options = new LoadOptions();

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("backtalk-burst");
    try (World world = new World(options.seed, options.latency, false)) {
      Replica bot = LoadRun.bot(world, folder, options, webhook);
      bot.prepare();
      LoadRun.start(world, bot);
      try {
        warmUp(world);
        for (int run = 0; run < options.runs; run++) {
          System.out.println(burst(world, run));
        }
      } finally {
        bot.terminate();
      }
    } finally {
      TemporaryFolders.delete(folder);
    }
    return 0;
  }

  /** Lets people type until the bot's code is compiled. */
  private void warmUp(World world) throws IOException {
    world.crowd.ensurePeople(60, new UserBehavior(1, SampleMessages.lines()));
    world.crowd.drive(20);
    Waiting.pause(Duration.ofSeconds(options.warmUp));
    world.crowd.drive(Crowd.NOT_AT_ALL);
    Waiting.pause(Duration.ofSeconds(2));
  }

  private String burst(World world, int run) throws IOException {
    long begun = System.nanoTime();
    Burst burst = new Burst(world);
    burst.send(
        new Burst.Size(chats, texts, letters, taps),
        strangers,
        Duration.ofMillis(after),
        new UserBehavior(options.seed + run, SampleMessages.lines()));
    boolean answered = Waiting.until(burst::isAnswered, TIMEOUT);
    boolean finished = Waiting.until(() -> world.telegram.unconfirmed() == 0, TIMEOUT);
    return "strangers answered after "
        + burst.delays()
        + " ms"
        + (answered ? "" : ", others not at all")
        + (finished ? "; the burst was over after " : "; the burst was not over after ")
        + Duration.ofNanos(System.nanoTime() - begun).toMillis()
        + " ms";
  }
}
