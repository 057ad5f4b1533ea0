package backtalk.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import backtalk.dialogue.ChatId;
import backtalk.emulator.Fault;
import backtalk.emulator.Person;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One fallback an update, sent by a call of its own until Telegram takes or refuses it. */
class FallbacksTest {
  @RegisterExtension final Rig rig = new Rig();

  private final List<Duration> waits = new CopyOnWriteArrayList<>();

  private Fallbacks fallbacks() {
    Settings settings = Settings.of(rig.telegram().token(), rig.telegram().url());
    Meters meters = new Meters(rig.meters);
    Caller caller = new Caller(new OkHttpClient(), settings, meters);
    return new Fallbacks(caller, Rig::phrase, meters, waits::add);
  }

  @Test
  void anUpdateIsSettledByWhoeverComesFirst() {
    Fallbacks fallbacks = fallbacks();

    assertThat(fallbacks.isSettled(7)).isFalse();
    assertThat(fallbacks.settle(7)).isTrue();
    assertThat(fallbacks.settle(7)).isFalse();
    assertThat(fallbacks.isSettled(7)).isTrue();
    assertThat(fallbacks.settle(8)).isTrue();
  }

  @Test
  void aWaitThatTelegramAsksForIsObeyed() {
    Person ann = rig.telegram().person("Ann");
    rig.telegram().faults().next("sendMessage", Fault.tooManyRequests(7));

    send(ann);

    ann.awaits("phrase fallback-late");
    assertThat(waits).containsExactly(Duration.ofSeconds(7));
  }

  @Test
  void whatTelegramRefusesIsNotSentAgainNorCounted() {
    Person ann = rig.telegram().person("Ann");
    ann.blocks();

    send(ann);

    await().atMost(Rig.PATIENCE).until(() -> refusals() == 1);
    assertThat(waits).isEmpty();
    assertThat(rig.meters.find("backtalk.fallbacks").counter()).isNull();
  }

  private void send(Person person) {
    fallbacks().send(new ChatId(person.id()), Arrival.Place.END, Fallbacks.Reason.LATE);
  }

  private long refusals() {
    return rig.meters.find("backtalk.api.call").timers().stream().mapToLong(it -> it.count()).sum();
  }
}
