package backtalk.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.app.Bot;
import backtalk.app.BotFactory;
import backtalk.embedding.OnnxEmbedder;
import backtalk.store.Store;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that the whole bot, with its conversation, classifiers and store, handles every malformed
 * update that it polls, and replies to every message in between. {@code -Dfuzz.polled=1000000} sets
 * the number of updates, {@code -Dfuzz.seed} repeats a run.
 */
class UpdateStreamTest {
  private static final int UPDATES = Integer.getInteger("fuzz.polled", 5_000);
  private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());

  /** Limits the time of the test, with a wide margin. */
  private static final Duration PATIENCE = Duration.ofMinutes(1).plusMillis(5L * UPDATES);

  private static final Path FOLDER = Path.of("conversations/back-cracking");
  private static final TelegramConfig.Tuning TUNING =
      new TelegramConfig.Tuning(
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofMillis(300),
          20,
          Duration.ofMillis(20));

  @RegisterExtension final LogSilencer logSilencer = new LogSilencer();
  private final Bot bot =
      Bot.of(BotFactory.take(FOLDER), 30, Path.of("target/hearing"), OnnxEmbedder.load());

  @Test
  void everyUpdateIsHandledAndEveryMessageGetsAReply(@TempDir Path data) throws Exception {
    try (UpdateStream telegram = UpdateStream.of(new UpdateFuzzer(SEED), UPDATES);
        Store store = Store.open(data);
        TelegramBot talking = on(telegram, store)) {
      talking.start();

      assertThat(telegram.allTaken().await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
          .as("all taken, seed %d", SEED)
          .isTrue();
      Awaitility.await("all answered, seed " + SEED)
          .atMost(Duration.ofSeconds(30))
          .until(() -> telegram.unanswered().isEmpty());
    }
  }

  private TelegramBot on(UpdateStream telegram, Store store) {
    String token = "123456789:AAfuzzfuzzfuzzfuzzfuzzfuzz";
    return new TelegramBot(
        new TelegramConfig(token, telegram.url(), TUNING, Optional.empty(), ZoneId.systemDefault()),
        new TelegramBot.Work(
            bot.dialogueManager(store.dialogues())::handle,
            store.dialogues(),
            ReplicaDuties.alone(),
            BotFixture.NO_PICTURES,
            question -> List.of()),
        bot.conversation()::phrase,
        new Observability(InstantSource.system(), new SimpleMeterRegistry()));
  }
}
