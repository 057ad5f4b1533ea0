package backtalk.telegram.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.dialogue.ChatId;
import backtalk.telegram.ManualTimeMeter;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests how many messages may be sent at once, and the delay of the next one. */
class SendRateLimiterTest {

  private static final ChatId ANN = new ChatId(7);
  private static final ChatId BEN = new ChatId(8);
  private static final ChatId GROUP = new ChatId(-9);

  private final ManualTimeMeter timeMeter = new ManualTimeMeter();
  private final SendRateLimiter sendRateLimiter = new SendRateLimiter(3, timeMeter);

  @Test
  void aPrivateChatGetsABurstAndThenOneASecond() {
    assertThat(free(() -> sendRateLimiter.delayForChat(ANN))).isEqualTo(3);
    assertThat(sendRateLimiter.delayForChat(ANN)).isEqualTo(Duration.ofSeconds(1));
    assertThat(sendRateLimiter.delayForChat(BEN)).as("another person").isZero();

    timeMeter.advance(Duration.ofSeconds(1));
    assertThat(free(() -> sendRateLimiter.delayForChat(ANN))).isEqualTo(1);
  }

  @Test
  void aGroupGetsTwentyAMinute() {
    assertThat(free(() -> sendRateLimiter.delayForChat(GROUP))).isEqualTo(20);
    assertThat(sendRateLimiter.delayForChat(GROUP)).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void recoveredMessagesAreLimitedTo28ASecond() {
    List<Duration> waits =
        Stream.generate(sendRateLimiter::delayForRecovered).limit(5 + 5 * 28).toList();

    assertThat(waits).isSorted();
    assertThat(waits.subList(0, 5)).containsOnly(Duration.ZERO);
    assertThat(waits.getLast()).isCloseTo(Duration.ofSeconds(5), Duration.ofMillis(1));
  }

  private static long free(Supplier<Duration> pace) {
    return Stream.generate(pace).takeWhile(Duration::isZero).count();
  }
}
