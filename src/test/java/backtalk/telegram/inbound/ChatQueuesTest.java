package backtalk.telegram.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.telegram.ManualTimeMeter;
import backtalk.telegram.StopSignal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Tests that updates of one chat run in order, that chats run concurrently, and that the queues are
 * bounded.
 */
class ChatQueuesTest {

  private final StopSignal stop = new StopSignal();
  private final CountDownLatch open = new CountDownLatch(1);
  private final List<Integer> taken = Collections.synchronizedList(new ArrayList<>());
  private final ChatQueues queues = new ChatQueues(this::handle, stop, System::nanoTime);

  private boolean handle(Update update) {
    try {
      open.await();
      taken.add(update.getUpdateId());
      return true;
    } catch (InterruptedException stopped) {
      return false;
    }
  }

  @Test
  void messagesAndTapsOfAChatAreHandledInOrder() throws Exception {
    List<CompletableFuture<Boolean>> all = new ArrayList<>();
    for (int id = 1; id <= 60; id++) {
      all.add(queues.put(id % 2 == 0 ? message(id, 5) : tap(id, 5)));
    }
    open.countDown();

    for (CompletableFuture<Boolean> one : all) {
      assertThat(one.get(10, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(taken).isEqualTo(IntStream.rangeClosed(1, 60).boxed().toList());
  }

  /** Telegram delivers unacknowledged updates again; the poll must not wait for capacity then. */
  @Test
  void aQueuedUpdateNeedsNoCapacity() throws Exception {
    CompletableFuture<Boolean> first = queues.put(message(1, 5));
    for (int id = 2; id <= 100; id++) {
      assertThat(queues.offer(message(id, 5))).isPresent();
    }

    assertThat(queues.offer(message(1, 5))).contains(first);
    assertThat(queues.offer(message(101, 5))).isEmpty();
    open.countDown();
    assertThat(queues.awaitEmpty(Duration.ofSeconds(10))).isTrue();
  }

  /**
   * As many chats as there are threads have two updates each. An update of another chat runs before
   * the second ones.
   */
  @Test
  void noChatWaitsForTheWholeQueueOfAnother() throws Exception {
    CountDownLatch strangerTaken = new CountDownLatch(1);
    ChatQueues shared =
        new ChatQueues(update -> waiting(update, strangerTaken), stop, System::nanoTime);
    for (int chat = 1; chat <= 48; chat++) {
      assertThat(shared.offer(message(chat * 10 + 1, chat))).isPresent();
      assertThat(shared.offer(message(chat * 10 + 2, chat))).isPresent();
    }
    assertThat(shared.offer(message(493, 49))).isPresent();
    open.countDown();

    assertThat(strangerTaken.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(shared.awaitEmpty(Duration.ofSeconds(10))).isTrue();
  }

  /**
   * Blocks the first update of each chat until all are queued, and the second until the third was
   * handled.
   */
  private boolean waiting(Update update, CountDownLatch third) {
    try {
      switch (update.getUpdateId() % 10) {
        case 1 -> open.await();
        case 2 -> third.await();
        default -> third.countDown();
      }
      return true;
    } catch (InterruptedException stopped) {
      return false;
    }
  }

  @Test
  void theQueueOfAChatIsBoundedAndLeavesCapacityForOthers() {
    assertThat(IntStream.rangeClosed(1, 100).mapToObj(id -> queues.offer(message(id, 5))))
        .allMatch(Optional::isPresent);

    assertThat(queues.offer(message(101, 5))).isEmpty();
    assertThat(queues.offer(message(102, 6))).isPresent();
    open.countDown();
    var unused = queues.awaitEmpty(Duration.ofSeconds(10));
    assertThat(taken).doesNotContain(101).contains(102);
    assertThat(queues.offer(message(103, 5))).isPresent();
  }

  @Test
  void allQueuesTogetherAreBounded() {
    long held =
        IntStream.rangeClosed(1, 3_000)
            .filter(id -> queues.offer(message(id, id)).isPresent())
            .count();

    assertThat(held).isEqualTo(2_000);
    open.countDown();
    var unused = queues.awaitEmpty(Duration.ofSeconds(20));
    assertThat(taken).hasSize(2_000);
  }

  @Test
  void afterTheStopNothingIsHandled() throws Exception {
    stop.give();
    open.countDown();

    assertThat(queues.put(message(1, 5)).get(10, TimeUnit.SECONDS)).isFalse();
    assertThat(taken).isEmpty();
  }

  @Test
  void aQueuedUpdateIsNotQueuedTwice() throws Exception {
    CompletableFuture<Boolean> first = queues.put(message(1, 5));

    assertThat(queues.put(message(1, 5))).isSameAs(first);
    assertThat(queues.offer(message(1, 5))).containsSame(first);
    open.countDown();
    assertThat(queues.awaitEmpty(Duration.ofSeconds(10))).isTrue();
    assertThat(taken).containsExactly(1);
  }

  @Test
  void anOverdueUpdateIsReportedOnceAlsoBehindOthers() throws Exception {
    ManualTimeMeter timeMeter = new ManualTimeMeter();
    ChatQueues watched = new ChatQueues(this::handle, stop, timeMeter::currentTimeNanos);
    List<CompletableFuture<Boolean>> all = new ArrayList<>();
    all.add(watched.put(message(1, 5)));
    all.add(watched.put(message(2, 5)));
    timeMeter.advance(Duration.ofSeconds(9));
    all.add(watched.put(message(3, 6)));
    assertThat(watched.overdue(Duration.ofSeconds(10))).isEmpty();

    timeMeter.advance(Duration.ofSeconds(1));
    assertThat(watched.overdue(Duration.ofSeconds(10)))
        .extracting(Update::getUpdateId)
        .containsExactlyInAnyOrder(1, 2);
    assertThat(watched.overdue(Duration.ofSeconds(10))).isEmpty();
    open.countDown();
    assertThat(watched.awaitEmpty(Duration.ofSeconds(10))).isTrue();
    assertThat(all).allMatch(CompletableFuture::isDone);
    timeMeter.advance(Duration.ofSeconds(10));
    assertThat(watched.overdue(Duration.ofSeconds(10))).isEmpty();
  }

  private static Update message(int id, long chat) {
    Update update = new Update();
    update.setUpdateId(id);
    update.setMessage(chatMessage(chat));
    return update;
  }

  private static Update tap(int id, long chat) {
    CallbackQuery tap = new CallbackQuery();
    tap.setMessage(chatMessage(chat));
    Update update = new Update();
    update.setUpdateId(id);
    update.setCallbackQuery(tap);
    return update;
  }

  private static Message chatMessage(long chat) {
    return Message.builder().chat(Chat.builder().id(chat).type("private").build()).build();
  }
}
