package backtalk.telegram.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.emulator.Call;
import backtalk.emulator.Emulator;
import backtalk.emulator.Fault;
import backtalk.telegram.BotFixture;
import backtalk.telegram.BotMetrics;
import backtalk.telegram.ConnectionStatus;
import backtalk.telegram.TelegramConfig;
import backtalk.telegram.api.BotApiClient;
import backtalk.telegram.api.BotApiClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;

/** Tests that the webhook is set and stays set. Waits are recorded instead of slept. */
class WebhookRegistrationTest {
  private static final TelegramConfig.Webhook WEBHOOK =
      new TelegramConfig.Webhook("https://bot.example.org/telegram", "a-secret");
  private static final String ELSEWHERE = "https://thief.example.org/";
  private static final Duration CHECK_INTERVAL = Duration.ofSeconds(30);

  private final Emulator telegram = Emulator.start();
  private final BotApiClients apiClients =
      new BotApiClients(
          BotFixture.config(telegram.token(), telegram.url()),
          new BotMetrics(new SimpleMeterRegistry()));
  private final BotApiClient client = apiClients.forMessages();
  private final ConnectionStatus status = new ConnectionStatus(System::nanoTime);
  private final List<Duration> waits = new ArrayList<>();

  /** Holds the action of each wait. After the last one the stop comes. */
  private final Deque<Runnable> meanwhile = new ArrayDeque<>();

  @AfterEach
  void end() {
    apiClients.end();
    telegram.close();
  }

  @Test
  void fieldsOfALaterBotApiAreIgnored() {
    telegram.turnsNewer();

    runs(true, () -> {}, () -> {});

    assertThat(telegram.calls().count("setWebhook")).isEqualTo(1);
    assertThat(status.trouble()).isEmpty();
  }

  @Test
  void theErrorPageOfAProxyIsNotARefusedToken() {
    telegram.faults().next("setWebhook", Fault.page(404));
    telegram.faults().next("getWebhookInfo", Fault.empty(401));
    List<String> troubles = new ArrayList<>();
    Runnable note = () -> status.trouble().ifPresent(troubles::add);

    runs(true, note, note, note, note);

    assertThat(status.isTokenRefused()).isFalse();
    assertThat(troubles).hasSize(2).allSatisfy(line -> assertThat(line).contains("answers 40"));
  }

  @Test
  void theWebhookIsSetOnce() {
    runs(true, () -> {}, () -> {});

    Call set = only("setWebhook");
    assertThat(set.text("url")).isEqualTo(WEBHOOK.url());
    assertThat(set.text("secret_token")).isEqualTo(WEBHOOK.secret());
    assertThat(set.text("drop_pending_updates")).isEqualTo("false");
    assertThat(telegram.calls().count("getWebhookInfo")).isEqualTo(2);
    assertThat(telegram.calls().count("deleteWebhook")).isZero();
    assertThat(waits).containsOnly(CHECK_INTERVAL);
  }

  @Test
  void itsStringLeavesOutThePathAndTheSecret() {
    assertThat(
            new TelegramConfig.Webhook("https://bot.example.org:8443/12345:AAF/x?y=z", "a-secret"))
        .hasToString("https://bot.example.org:8443/***");
    assertThat(WEBHOOK).hasToString("https://bot.example.org/***");
  }

  @Test
  void aWebhookThatWasRemovedOrChangedIsSetAgainAtTheNextCheck() {
    runs(
        true,
        () -> client.call(new DeleteWebhook()),
        () -> client.call(SetWebhook.builder().url(ELSEWHERE).build()),
        () -> {});

    assertThat(telegram.calls().of("setWebhook"))
        .extracting(call -> call.text("url"))
        .containsExactly(WEBHOOK.url(), WEBHOOK.url(), ELSEWHERE, WEBHOOK.url());
    assertThat(telegram.calls().of("setWebhook"))
        .noneMatch(call -> call.text("drop_pending_updates").equals("true"));
  }

  @Test
  void aReplicaWithoutTheDutyDoesNotCheck() {
    runs(false, () -> client.call(new DeleteWebhook()), () -> {});

    assertThat(telegram.calls().count("setWebhook")).isEqualTo(1);
    assertThat(telegram.calls().count("getWebhookInfo")).isZero();
  }

  @Test
  void settingIsRetriedAfterTheWaitThatTelegramAsksFor() {
    telegram.faults().next("setWebhook", Fault.tooManyRequests(7));
    telegram.faults().next("setWebhook", Fault.badGateway());
    List<String> troubles = new ArrayList<>();

    runs(true, () -> status.trouble().ifPresent(troubles::add), () -> {});

    assertThat(telegram.calls().count("setWebhook")).isEqualTo(3);
    assertThat(waits.getFirst()).isEqualTo(Duration.ofSeconds(7));
    assertThat(waits.get(1)).isLessThan(CHECK_INTERVAL);
    assertThat(troubles).singleElement().asString().contains("webhook cannot be set");
    assertThat(status.trouble()).isEmpty();
  }

  @Test
  void aFailedCheckIsRepeated() {
    telegram.faults().next("getWebhookInfo", Fault.badGateway());

    runs(true, () -> client.call(new DeleteWebhook()), () -> {}, () -> {});

    assertThat(telegram.calls().count("setWebhook")).isEqualTo(2);
  }

  @Test
  void aRefusedTokenEndsTheRegistration() {
    telegram.faults().always("setWebhook", Fault.unauthorized());

    runs(true, () -> {}, () -> {});

    assertThat(status.isTokenRefused()).isTrue();
    assertThat(waits).isEmpty();
  }

  /** Runs the registration for as many waits as there are actions. */
  private void runs(boolean isMine, Runnable... inEachWait) {
    meanwhile.addAll(List.of(inEachWait));
    new WebhookRegistration(WEBHOOK, client, status, this::pause, () -> isMine).run();
  }

  private boolean pause(Duration length) {
    if (meanwhile.isEmpty()) {
      return false;
    }
    waits.add(length);
    meanwhile.remove().run();
    return true;
  }

  private Call only(String method) {
    assertThat(telegram.calls().count(method)).isEqualTo(1);
    return telegram.calls().of(method).getFirst();
  }
}
