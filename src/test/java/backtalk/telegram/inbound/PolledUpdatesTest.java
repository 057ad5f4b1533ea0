package backtalk.telegram.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import backtalk.telegram.LogSilencer;
import backtalk.telegram.StopSignal;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;

/** Tests which polled updates are acknowledged, and which of them a later poll may repeat. */
class PolledUpdatesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int SLOW = 5;

  private final Queue<Integer> handled = new ConcurrentLinkedQueue<>();
  private final CountDownLatch slow = new CountDownLatch(1);
  private final StopSignal stop = new StopSignal();
  private final ChatQueues queues = new ChatQueues(this::handle, stop, System::nanoTime);
  private final PolledUpdates polled = new PolledUpdates(queues, stop);

  @RegisterExtension final LogSilencer logSilencer = new LogSilencer();

  private boolean handle(Update update) {
    if (update.getUpdateId() == SLOW) {
      await(slow);
    }
    return handled.add(update.getUpdateId());
  }

  @Test
  void aBatchThatIsHandledIsAcknowledgedByTheNextPoll() {
    assertThat(polled.nextOffset(0)).isEqualTo(1);
    assertThat(polled.lastHandled()).isEmpty();

    polled.consume(updates(1, 4));

    assertThat(polled.nextOffset(4)).isEqualTo(5);
    assertThat(polled.lastHandled()).hasValue(4);
  }

  @Test
  void pollingGoesOnBesideASlowUpdateWithoutAcknowledgingIt() {
    polled.consume(updates(4, 7));
    assertThat(polled.nextOffset(7)).isEqualTo(SLOW);
    assertThat(polled.hasUnhandled()).isTrue();

    polled.consume(updates(5, 9));

    assertThat(handled).containsExactlyInAnyOrder(4, 6, 7, 8, 9);
    assertThat(polled.nextOffset(9)).isEqualTo(SLOW);
    assertThat(polled.lastHandled()).hasValue(4);
    slow.countDown();
    assertThat(queues.awaitEmpty(PATIENCE)).isTrue();
    assertThat(polled.nextOffset(9)).isEqualTo(10);
  }

  @Test
  void anUpdateHandledDuringThePollIsNotHandledAgain() {
    polled.consume(updates(4, 7));
    assertThat(polled.nextOffset(7)).isEqualTo(SLOW);
    slow.countDown();
    assertThat(queues.awaitEmpty(PATIENCE)).isTrue();

    polled.consume(updates(5, 8));

    assertThat(handled).containsExactlyInAnyOrder(4, 5, 6, 7, 8);
    assertThat(polled.nextOffset(8)).isEqualTo(9);
  }

  /** After a week without updates Telegram may begin with any other number. */
  @Test
  void lowerNumbersThanRequestedAreNew() {
    polled.consume(updates(100, 102));
    assertThat(polled.nextOffset(102)).isEqualTo(103);

    polled.consume(updates(10, 11));

    assertThat(handled).contains(10, 11);
  }

  @Test
  void updatesOfABatchThatWasBrokenOffAreQueuedByTheNextPoll() {
    assertThat(polled.nextOffset(0)).isEqualTo(1);
    Thread.currentThread().interrupt();
    polled.consume(updates(1, 3));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(handled).isEmpty();
    assertThat(polled.nextOffset(3)).isEqualTo(1);

    polled.consume(updates(1, 3));

    assertThat(queues.awaitEmpty(PATIENCE)).isTrue();
    assertThat(handled).containsExactlyInAnyOrder(1, 2, 3);
    assertThat(polled.nextOffset(3)).isEqualTo(4);
  }

  @Test
  void aBatchNeverFails() {
    ChatQueues broken =
        new ChatQueues(
            update -> {
              throw new AssertionError("a mistake");
            },
            stop,
            System::nanoTime);
    PolledUpdates failing = new PolledUpdates(broken, stop);

    assertThatCode(() -> failing.consume(List.of(update(7), new Update())))
        .doesNotThrowAnyException();
    assertThatCode(() -> failing.consume(updates(7, 7))).doesNotThrowAnyException();
    assertThat(broken.awaitEmpty(PATIENCE)).isTrue();
    assertThat(failing.lastHandled()).hasValue(7);
  }

  private static List<Update> updates(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(PolledUpdatesTest::update).toList();
  }

  /** Returns an update of a chat of its own. */
  private static Update update(int id) {
    User person = new User((long) id, "Kim", false);
    CallbackQuery tap = new CallbackQuery();
    tap.setFrom(person);
    Update update = new Update();
    update.setUpdateId(id);
    update.setCallbackQuery(tap);
    return update;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
