package backtalk.telegram.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.telegram.StopSignal;
import backtalk.telegram.Watch;
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

/** One chat's updates in order, chats beside each other, and no more than there is room for. */
class ChatQueuesTest {

  private final StopSignal stop = new StopSignal();
  private final CountDownLatch open = new CountDownLatch(1);
  private final List<Integer> taken = Collections.synchronizedList(new ArrayList<>());
  private final ChatQueues queues = new ChatQueues(this::reception, stop);

  private HandlingResult reception(Update update) {
    try {
      open.await();
      taken.add(update.getUpdateId());
      return HandlingResult.DONE;
    } catch (InterruptedException stopped) {
      return HandlingResult.LEFT;
    }
  }

  @Test
  void messagesAndTapsOfAChatAreTakenInTheOrderTheyCame() throws Exception {
    List<CompletableFuture<Boolean>> all = new ArrayList<>();
    for (int id = 1; id <= 60; id++) {
      all.add(queues.put(id % 2 == 0 ? said(id, 5) : tapped(id, 5)));
    }
    open.countDown();

    for (CompletableFuture<Boolean> one : all) {
      assertThat(one.get(10, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(taken).isEqualTo(IntStream.rangeClosed(1, 60).boxed().toList());
  }

  /** As many chats as there are threads have two each; what comes then goes before the seconds. */
  @Test
  void nobodyWaitsForTheWholeLaneOfAnother() throws Exception {
    CountDownLatch strangerTaken = new CountDownLatch(1);
    ChatQueues shared = new ChatQueues(update -> waiting(update, strangerTaken), stop);
    for (int chat = 1; chat <= 48; chat++) {
      assertThat(shared.offer(said(chat * 10 + 1, chat))).isPresent();
      assertThat(shared.offer(said(chat * 10 + 2, chat))).isPresent();
    }
    assertThat(shared.offer(said(493, 49))).isPresent();
    open.countDown();

    assertThat(strangerTaken.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(shared.awaitEmpty(Duration.ofSeconds(10))).isTrue();
  }

  /** Telegram brings again what is not acknowledged; the poll must not wait for room for it. */
  @Test
  void anUpdateInHandNeedsNoRoom() throws Exception {
    CompletableFuture<Boolean> first = queues.put(said(1, 5));
    for (int id = 2; id <= ChatQueues.MOST_OF_A_CHAT; id++) {
      assertThat(queues.offer(said(id, 5))).isPresent();
    }

    assertThat(queues.offer(said(1, 5))).contains(first);
    assertThat(queues.offer(said(ChatQueues.MOST_OF_A_CHAT + 1, 5))).isEmpty();
    open.countDown();
    assertThat(queues.awaitEmpty(Duration.ofSeconds(10))).isTrue();
  }

  /** The first of a chat wait until all are there, the second until the third was taken. */
  private HandlingResult waiting(Update update, CountDownLatch third) {
    try {
      switch (update.getUpdateId() % 10) {
        case 1 -> open.await();
        case 2 -> third.await();
        default -> third.countDown();
      }
      return HandlingResult.DONE;
    } catch (InterruptedException stopped) {
      return HandlingResult.LEFT;
    }
  }

  @Test
  void aChatMayHaveSoMuchWaitingAndOthersHaveRoomBesideIt() {
    assertThat(IntStream.rangeClosed(1, 100).mapToObj(id -> queues.offer(said(id, 5))))
        .allMatch(Optional::isPresent);

    assertThat(queues.offer(said(101, 5))).isEmpty();
    assertThat(queues.offer(said(102, 6))).isPresent();
    open.countDown();
    var unused = queues.awaitEmpty(Duration.ofSeconds(10));
    assertThat(taken).doesNotContain(101).contains(102);
    assertThat(queues.offer(said(103, 5))).isPresent();
  }

  @Test
  void allOfThemTogetherHaveABound() {
    long held =
        IntStream.rangeClosed(1, 3_000)
            .filter(id -> queues.offer(said(id, id)).isPresent())
            .count();

    assertThat(held).isEqualTo(2_000);
    open.countDown();
    var unused = queues.awaitEmpty(Duration.ofSeconds(20));
    assertThat(taken).hasSize(2_000);
  }

  @Test
  void onceItIsTimeToGoNothingMoreIsTaken() throws Exception {
    stop.give();
    open.countDown();

    assertThat(queues.put(said(1, 5)).get(10, TimeUnit.SECONDS)).isFalse();
    assertThat(taken).isEmpty();
  }

  @Test
  void anUpdateThatIsInHandIsNotTakenASecondTime() throws Exception {
    CompletableFuture<Boolean> first = queues.put(said(1, 5));

    assertThat(queues.put(said(1, 5))).isSameAs(first);
    assertThat(queues.offer(said(1, 5))).containsSame(first);
    open.countDown();
    assertThat(queues.awaitEmpty(Duration.ofSeconds(10))).isTrue();
    assertThat(taken).containsExactly(1);
  }

  @Test
  void whatWaitsTooLongIsReportedOnceAlsoBehindOthers() throws Exception {
    Watch watch = new Watch();
    ChatQueues watched = new ChatQueues(this::reception, stop, watch::currentTimeNanos);
    List<CompletableFuture<Boolean>> all = new ArrayList<>();
    all.add(watched.put(said(1, 5)));
    all.add(watched.put(said(2, 5)));
    watch.pass(Duration.ofSeconds(9));
    all.add(watched.put(said(3, 6)));
    assertThat(watched.overdue(Duration.ofSeconds(10))).isEmpty();

    watch.pass(Duration.ofSeconds(1));
    assertThat(watched.overdue(Duration.ofSeconds(10)))
        .extracting(Update::getUpdateId)
        .containsExactlyInAnyOrder(1, 2);
    assertThat(watched.overdue(Duration.ofSeconds(10))).isEmpty();
    open.countDown();
    assertThat(watched.awaitEmpty(Duration.ofSeconds(10))).isTrue();
    assertThat(all).allMatch(CompletableFuture::isDone);
    watch.pass(Duration.ofSeconds(10));
    assertThat(watched.overdue(Duration.ofSeconds(10))).isEmpty();
  }

  private static Update said(int id, long chat) {
    Update update = new Update();
    update.setUpdateId(id);
    update.setMessage(message(chat));
    return update;
  }

  private static Update tapped(int id, long chat) {
    CallbackQuery tap = new CallbackQuery();
    tap.setMessage(message(chat));
    Update update = new Update();
    update.setUpdateId(id);
    update.setCallbackQuery(tap);
    return update;
  }

  private static Message message(long chat) {
    return Message.builder().chat(Chat.builder().id(chat).type("private").build()).build();
  }
}
