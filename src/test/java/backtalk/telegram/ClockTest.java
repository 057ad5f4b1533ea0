package backtalk.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.emulator.Fault;
import backtalk.emulator.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that every person gets a reply although the system clock is set back and forward. */
class ClockTest {

  private static final List<Duration> STEPS =
      List.of(
          Duration.ofHours(-1),
          Duration.ofDays(400),
          Duration.ofDays(-800),
          Duration.ofSeconds(-2));

  @RegisterExtension final BotFixture botFixture = new BotFixture();

  private final AtomicReference<Duration> off = new AtomicReference<>(Duration.ZERO);
  private final InstantSource clock = () -> Instant.now().plus(off.get());

  @Test
  void everyPersonGetsAReplyWhateverTheClockShows() {
    botFixture.start(clock);
    Person ann = botFixture.telegram().person("Ann");

    for (Duration step : STEPS) {
      off.set(step);
      ann.says("after " + step);
      ann.awaits("TYPED after " + step);
    }

    assertThat(botFixture.script.inputs()).hasSize(STEPS.size());
  }

  @Test
  void aRateLimitWaitIsAsLongAsTelegramAsks() {
    botFixture.start(clock);
    Person ann = botFixture.telegram().person("Ann");
    botFixture.telegram().faults().next("sendMessage", Fault.tooManyRequests(1));
    ann.says("hello");
    botFixture.telegram().faults().awaitMet(BotFixture.PATIENCE);

    off.set(Duration.ofHours(-5));

    ann.awaits("TYPED hello");
  }
}
