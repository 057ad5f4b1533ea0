package backtalk.telegram.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import backtalk.dialogue.ChatId;
import backtalk.emulator.Fault;
import backtalk.emulator.Person;
import backtalk.telegram.BotFixture;
import backtalk.telegram.BotMetrics;
import backtalk.telegram.TelegramConfig;
import backtalk.telegram.api.BotApiClient;
import backtalk.telegram.parsing.ParsedUpdate;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that an update gets one fallback, which is sent until Telegram accepts or refuses it. */
class FallbackSenderTest {
  @RegisterExtension final BotFixture botFixture = new BotFixture();

  private final List<Duration> waits = new CopyOnWriteArrayList<>();

  private FallbackSender fallbacks() {
    TelegramConfig config =
        BotFixture.config(botFixture.telegram().token(), botFixture.telegram().url());
    BotMetrics metrics = new BotMetrics(botFixture.meters);
    BotApiClient client = new BotApiClient(new OkHttpClient(), config, metrics);
    return new FallbackSender(client, BotFixture::phrase, metrics, waits::add);
  }

  @Test
  void anUpdateIsSettledOnce() {
    FallbackSender fallbackSender = fallbacks();

    assertThat(fallbackSender.isSettled(7)).isFalse();
    assertThat(fallbackSender.settle(7)).isTrue();
    assertThat(fallbackSender.settle(7)).isFalse();
    assertThat(fallbackSender.isSettled(7)).isTrue();
    assertThat(fallbackSender.settle(8)).isTrue();
  }

  @Test
  void aWaitThatTelegramAsksForIsObeyed() {
    Person ann = botFixture.telegram().person("Ann");
    botFixture.telegram().faults().next("sendMessage", Fault.tooManyRequests(7));

    send(ann);

    ann.awaits("phrase fallback-late");
    assertThat(waits).containsExactly(Duration.ofSeconds(7));
  }

  @Test
  void aFallbackIsGivenUpAfterTenMinutesOfWaits() {
    Person ann = botFixture.telegram().person("Ann");
    botFixture.telegram().faults().always("sendMessage", Fault.tooManyRequests(240));

    send(ann);

    await().atMost(BotFixture.PATIENCE).until(() -> refusals() == 3);
    assertThat(waits).containsExactly(Duration.ofMinutes(4), Duration.ofMinutes(4));
    assertThat(ann.screen().texts()).isEmpty();
  }

  @Test
  void aRefusedFallbackIsNeitherSentAgainNorCounted() {
    Person ann = botFixture.telegram().person("Ann");
    ann.blocks();

    send(ann);

    await().atMost(BotFixture.PATIENCE).until(() -> refusals() == 1);
    assertThat(waits).isEmpty();
    assertThat(botFixture.meters.find("backtalk.fallbacks").counter()).isNull();
  }

  private void send(Person person) {
    fallbacks()
        .send(
            new ChatId(person.id()),
            ParsedUpdate.Place.end(OptionalLong.empty()),
            FallbackSender.Reason.LATE);
  }

  private long refusals() {
    return botFixture.meters.find("backtalk.api.call").timers().stream()
        .mapToLong(it -> it.count())
        .sum();
  }
}
