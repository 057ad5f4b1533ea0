package backtalk.telegram.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import backtalk.telegram.StopSignal;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telegram.telegrambots.meta.api.objects.Update;

/** Tests the results of updates that a webhook received, also under load. */
class PushResultTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration HARDLY = Duration.ofMillis(1);

  private final StopSignal stop = new StopSignal();
  private final CountDownLatch open = new CountDownLatch(1);
  private final Set<Integer> taken = ConcurrentHashMap.newKeySet();
  private final ChatQueues queues = new ChatQueues(this::handle, stop, System::nanoTime);

  private boolean handle(Update update) {
    try {
      open.await();
    } catch (InterruptedException stopped) {
      return false;
    }
    taken.add(update.getUpdateId());
    return true;
  }

  @Test
  void anUpdateIsTakenOnceItsTurnIsCommitted() {
    open.countDown();

    assertThat(pushed(1, LONG)).isEqualTo(PushResult.TAKEN);
    assertThat(taken).containsExactly(1);
  }

  @Test
  void anUpdateWhoseTurnTakesTooLongIsBusyAndItsTurnContinues() {
    assertThat(pushed(1, HARDLY)).isEqualTo(PushResult.BUSY);

    open.countDown();
    assertThat(queues.awaitEmpty(LONG)).isTrue();
    assertThat(taken).containsExactly(1);
  }

  @Test
  void anUpdateBeyondTheCapacityIsBusyAndHasNoTurn() {
    for (int id = 1; id <= ChatQueues.MAX_PER_CHAT; id++) {
      assertThat(pushed(id, HARDLY)).isEqualTo(PushResult.BUSY);
    }

    assertThat(pushed(ChatQueues.MAX_PER_CHAT + 1, LONG)).as("at once").isEqualTo(PushResult.BUSY);

    open.countDown();
    assertThat(queues.awaitEmpty(LONG)).isTrue();
    assertThat(taken).hasSize(ChatQueues.MAX_PER_CHAT).doesNotContain(ChatQueues.MAX_PER_CHAT + 1);
    assertThat(pushed(ChatQueues.MAX_PER_CHAT + 1, LONG)).isEqualTo(PushResult.TAKEN);
  }

  @Test
  void anUpdateAfterTheStopIsBusy() {
    stop.give();
    open.countDown();

    assertThat(pushed(1, LONG)).isEqualTo(PushResult.BUSY);
    assertThat(taken).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "7", "[]", "{\"message\":{}}", "{\"update_id\":\"x\"}"})
  void aBodyThatIsNoUpdateIsUnreadable(String body) {
    assertThat(PushResult.take(body.getBytes(UTF_8), queues, LONG))
        .isEqualTo(PushResult.UNREADABLE);
  }

  private PushResult pushed(int id, Duration patience) {
    return PushResult.take(
        """
        {"update_id":%d,"message":{"message_id":1,"date":1,"text":"hello",
        "chat":{"id":5,"type":"private"}}}\
        """
            .formatted(id)
            .getBytes(UTF_8),
        queues,
        patience);
  }
}
