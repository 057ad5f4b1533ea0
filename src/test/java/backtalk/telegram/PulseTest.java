package backtalk.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import backtalk.emulator.Emulator;
import backtalk.emulator.Fault;
import backtalk.emulator.Person;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whether Telegram is still there, and how long to wait for it. */
class PulseTest {
  @RegisterExtension final Rig rig = new Rig();

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final AtomicLong watch = new AtomicLong();

  @Test
  void afterARefusalThePollWaitsExactlyAsLongAsItWasTold() throws IOException {
    Emulator telegram = rig.telegram();
    telegram.faults().next("getUpdates", Fault.tooManyRequests(17));
    Pulse pulse = new Pulse(now::get, watch::get);
    PollBackOff backOff = new PollBackOff(pulse);

    poll(telegram, new PollWatch(pulse));

    assertThat(backOff.nextBackOffMillis()).isEqualTo(17_000);
    assertThat(backOff.nextBackOffMillis()).isBetween(375L, 500L);
    assertThat(backOff.nextBackOffMillis()).isBetween(750L, 1000L);
    backOff.reset();
    assertThat(backOff.nextBackOffMillis()).isBetween(375L, 500L);
  }

  @Test
  void whoStandsByIsNotDeafButDoesNotPollEither() {
    Pulse pulse = new Pulse(now::get, watch::get);
    pulse.polled();
    watch.set(Duration.ofHours(1).toNanos());

    pulse.stoodBy();

    assertThat(pulse.deafness()).isZero();
    assertThat(pulse.silence()).isZero();
    assertThat(pulse.pollAge()).isEqualTo(Duration.ofHours(1));
  }

  private static void poll(Emulator telegram, PollWatch watch) throws IOException {
    OkHttpClient client = Clients.forPolling(Settings.Tuning.USUAL, watch);
    Request request =
        new Request.Builder()
            .url(telegram.url() + "/bot" + telegram.token() + "/getupdates")
            .post(RequestBody.create(new byte[0]))
            .build();
    client.newCall(request).execute().close();
    Clients.end(client);
  }

  @Test
  void aDeadSessionIsReplaced() {
    rig.startBy(watch::get);
    rig.telegram().awaitQuiet();
    assertThat(rig.telegram().calls().count("deleteWebhook")).isEqualTo(1);
    long polls = rig.telegram().calls().count("getUpdates");
    rig.telegram().faults().next("getUpdates", Fault.hang());
    rig.telegram().person("Ann").says("hello");
    await().until(() -> rig.telegram().calls().count("getUpdates") > polls);

    watch.set(Duration.ofDays(1).toNanos());

    rig.telegram().calls().await("deleteWebhook", 2, Rig.PATIENCE);
    rig.telegram().awaitListening(Rig.PATIENCE);
    Person bob = rig.telegram().person("Bob");
    bob.says("still there?");
    bob.awaits("TYPED still there?");
  }

  @Test
  void healthTellsWhenAPollLastWorked() {
    now.set(Instant.EPOCH.plusSeconds(5));
    TelegramBot bot = rig.start(now::get);
    rig.telegram().person("Ann").says("hello");
    rig.telegram().awaitQuiet();

    assertThat(bot.health())
        .isEqualTo(new TelegramBot.Health(Optional.of(now.get()), Optional.empty(), 0));
  }

  @Test
  void noThreadKeepsTheProgramFromEnding() {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    TelegramBot bot = rig.start();
    rig.telegram().person("Ann").says("hello");
    rig.telegram().awaitQuiet();

    Set<String> lasting =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> !before.contains(thread) && !thread.isDaemon())
            .map(Thread::getName)
            .filter(name -> !name.startsWith("HTTP-Dispatcher"))
            .collect(Collectors.toSet());

    assertThat(bot.health().trouble()).isEmpty();
    assertThat(lasting).isEmpty();
  }
}
