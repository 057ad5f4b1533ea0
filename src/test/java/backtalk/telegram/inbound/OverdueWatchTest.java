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

/** Tests that overdue updates are reported, unless the whole process was frozen. */
class OverdueWatchTest {
  private final ManualTimeMeter timeMeter = new ManualTimeMeter();
  private final CountDownLatch open = new CountDownLatch(1);
  private final ChatQueues queues =
      new ChatQueues(this::handle, new StopSignal(), timeMeter::currentTimeNanos);
  private final List<Integer> late = new ArrayList<>();

  private boolean handle(Update update) {
    try {
      open.await();
      return true;
    } catch (InterruptedException stopped) {
      return false;
    }
  }

  @AfterEach
  void release() {
    open.countDown();
  }

  @Test
  void anUpdateThatWaitsTenSecondsIsReportedOnce() throws Exception {
    CompletableFuture<Boolean> hanging = put(7);

    runChecks(60, check -> timeMeter.advance(Duration.ofMillis(250)));

    assertThat(late).containsExactly(7);
    assertThat(hanging).isNotDone();
  }

  @Test
  void afterAFreezeAnUpdateThatIsHandledSoonIsNotReported() throws Exception {
    CompletableFuture<Boolean> answeredElsewhere = put(7);

    runChecks(
        20,
        check -> {
          timeMeter.advance(Duration.ofSeconds(check == 5 ? 60 : 0));
          if (check == 8) {
            open.countDown();
            assertThat(queues.awaitEmpty(BotFixture.PATIENCE)).isTrue();
          }
        });

    assertThat(late).isEmpty();
    assertThat(answeredElsewhere).isCompletedWithValue(true);
  }

  @Test
  void afterAFreezeAnUpdateThatStillWaitsIsReported() throws Exception {
    CompletableFuture<Boolean> hanging = put(7);

    runChecks(20, check -> timeMeter.advance(Duration.ofSeconds(check == 5 ? 60 : 0)));

    assertThat(late).containsExactly(7);
    assertThat(hanging).isNotDone();
  }

  @Test
  void aFailedReportDoesNotEndTheWatch() throws Exception {
    CompletableFuture<Boolean> one = put(7);
    CompletableFuture<Boolean> two = put(8);

    runChecks(
        60,
        check -> timeMeter.advance(Duration.ofMillis(250)),
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

  private void runChecks(int most, IntConsumer before) {
    runChecks(most, before, () -> {});
  }

  private void runChecks(int most, IntConsumer before, Runnable after) {
    int[] check = {0};
    new OverdueWatch(
            queues,
            update -> {
              late.add(update.getUpdateId());
              after.run();
            },
            length -> {
              before.accept(check[0]);
              return check[0]++ < most;
            },
            timeMeter::currentTimeNanos)
        .run();
  }
}
