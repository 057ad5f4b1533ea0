package backtalk.telegram.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.telegram.BotFixture;
import backtalk.telegram.ManualTimeMeter;
import backtalk.telegram.StopSignal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.objects.Update;

/** What waits too long is reported, unless it was the whole process that stood still. */
class OverdueWatchTest {
  private final ManualTimeMeter timeMeter = new ManualTimeMeter();
  private final CountDownLatch open = new CountDownLatch(1);
  private final ChatQueues queues =
      new ChatQueues(this::reception, new StopSignal(), timeMeter::currentTimeNanos);
  private final List<Integer> late = new ArrayList<>();

  private HandlingResult reception(Update update) {
    try {
      open.await();
      return HandlingResult.DONE;
    } catch (InterruptedException stopped) {
      return HandlingResult.STOPPED;
    }
  }

  @AfterEach
  void letGo() {
    open.countDown();
  }

  @Test
  void whatWaitsTenSecondsIsReportedOnce() throws Exception {
    CompletableFuture<Boolean> hanging = put(7);

    looks(60, look -> timeMeter.advance(Duration.ofMillis(250)));

    assertThat(late).containsExactly(7);
    assertThat(hanging).isNotDone();
  }

  @Test
  void aProcessThatWasFrozenFirstFindsOutWhatWasAnsweredMeanwhile() throws Exception {
    CompletableFuture<Boolean> answeredElsewhere = put(7);

    looks(
        20,
        look -> {
          timeMeter.advance(Duration.ofSeconds(look == 5 ? 60 : 0));
          if (look == 8) {
            open.countDown();
            assertThat(queues.awaitEmpty(BotFixture.PATIENCE)).isTrue();
          }
        });

    assertThat(late).isEmpty();
    assertThat(answeredElsewhere).isCompletedWithValue(true);
  }

  @Test
  void aProcessThatWasFrozenReportsWhatStillWaits() throws Exception {
    CompletableFuture<Boolean> hanging = put(7);

    looks(20, look -> timeMeter.advance(Duration.ofSeconds(look == 5 ? 60 : 0)));

    assertThat(late).containsExactly(7);
    assertThat(hanging).isNotDone();
  }

  @Test
  void aReportThatFailsEndsNothing() throws Exception {
    CompletableFuture<Boolean> one = put(7);
    CompletableFuture<Boolean> two = put(8);

    looks(
        60,
        look -> timeMeter.advance(Duration.ofMillis(250)),
        () -> {
          throw new IllegalStateException("a mistake");
        });

    assertThat(late).containsExactlyInAnyOrder(7, 8);
    assertThat(one).isNotDone();
    assertThat(two).isNotDone();
  }

  private CompletableFuture<Boolean> put(int id) throws InterruptedException {
    Update update = new Update();
    update.setUpdateId(id);
    return queues.put(update);
  }

  private void looks(int most, IntConsumer before) {
    looks(most, before, () -> {});
  }

  private void looks(int most, IntConsumer before, Runnable after) {
    int[] look = {0};
    new OverdueWatch(
            queues,
            update -> {
              late.add(update.getUpdateId());
              after.run();
            },
            length -> {
              before.accept(look[0]);
              return look[0]++ < most;
            },
            timeMeter::currentTimeNanos)
        .run();
  }
}
