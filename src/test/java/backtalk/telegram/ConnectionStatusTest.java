package backtalk.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import backtalk.emulator.Emulator;
import backtalk.emulator.Fault;
import backtalk.emulator.Person;
import backtalk.telegram.api.HttpClients;
import backtalk.telegram.inbound.PollBackoff;
import backtalk.telegram.inbound.PollingInterceptor;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests how the connection with Telegram is tracked, and the waits between polls. */
class ConnectionStatusTest {
  @RegisterExtension final BotFixture botFixture = new BotFixture();

  private final AtomicLong nanos = new AtomicLong();

  @Test
  void afterARefusalThePollWaitsExactlyAsLongAsTelegramAsks() throws IOException {
    Emulator telegram = botFixture.telegram();
    telegram.faults().next("getUpdates", Fault.tooManyRequests(17));
    ConnectionStatus status = new ConnectionStatus(nanos::get);
    PollBackoff backOff = new PollBackoff(status, TelegramConfig.Tuning.DEFAULTS.callBackoff());

    poll(telegram, new PollingInterceptor(status));

    assertThat(backOff.nextBackOffMillis()).isEqualTo(17_000);
    assertThat(backOff.nextBackOffMillis()).isBetween(375L, 500L);
    assertThat(backOff.nextBackOffMillis()).isBetween(750L, 1000L);
    backOff.reset();
    assertThat(backOff.nextBackOffMillis()).isBetween(375L, 500L);
  }

  @Test
  void aReplicaOnStandbyIsHealthyButItsPollAgeGrows() {
    ConnectionStatus status = new ConnectionStatus(nanos::get);
    status.polled();
    nanos.set(Duration.ofHours(1).toNanos());

    status.onStandby();

    assertThat(status.timeSinceHealthy()).isZero();
    assertThat(status.timeSinceAnswer()).isZero();
    assertThat(status.pollAge()).isEqualTo(Duration.ofHours(1));
  }

  private static void poll(Emulator telegram, PollingInterceptor interceptor) throws IOException {
    OkHttpClient client = HttpClients.forPolling(TelegramConfig.Tuning.DEFAULTS, interceptor);
    Request request =
        new Request.Builder()
            .url(telegram.url() + "/bot" + telegram.token() + "/getupdates")
            .post(RequestBody.create(new byte[0]))
            .build();
    client.newCall(request).execute().close();
    HttpClients.end(client);
  }

  @Test
  void anUnresponsiveSessionIsReplaced() {
    botFixture.startWithNanos(nanos::get);
    botFixture.telegram().awaitQuiet();
    assertThat(botFixture.telegram().calls().count("deleteWebhook")).isEqualTo(1);
    long polls = botFixture.telegram().calls().count("getUpdates");
    botFixture.telegram().faults().next("getUpdates", Fault.hang());
    botFixture.telegram().person("Ann").says("hello");
    await().until(() -> botFixture.telegram().calls().count("getUpdates") > polls);

    nanos.set(Duration.ofDays(1).toNanos());

    botFixture.telegram().calls().await("deleteWebhook", 2, BotFixture.PATIENCE);
    botFixture.telegram().awaitListening(BotFixture.PATIENCE);
    Person bob = botFixture.telegram().person("Bob");
    bob.says("still there?");
    bob.awaits("TYPED still there?");
  }

  @Test
  void noThreadKeepsTheProgramFromEnding() {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    TelegramBot bot = botFixture.start();
    botFixture.telegram().person("Ann").says("hello");
    botFixture.telegram().awaitQuiet();

    Set<String> lasting =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> !before.contains(thread) && !thread.isDaemon())
            .map(Thread::getName)
            .filter(name -> !name.startsWith("HTTP-Dispatcher"))
            .collect(Collectors.toSet());

    assertThat(bot.trouble()).isEmpty();
    assertThat(lasting).isEmpty();
  }
}
