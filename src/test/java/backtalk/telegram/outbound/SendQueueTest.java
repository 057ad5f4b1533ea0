package backtalk.telegram.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.Message;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.dialogue.ports.OutboxMessage.Way;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Tests the order of the messages of a chat, also after a failed attempt. */
class SendQueueTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final ChatId ANN = new ChatId(7);
  private static final ChatId BEN = new ChatId(8);

  private final List<OutboxMessage> sent = Collections.synchronizedList(new ArrayList<>());
  private final List<OutboxMessage> dropped = new ArrayList<>();
  private final AtomicBoolean succeeds = new AtomicBoolean(true);
  private final SendQueue queue =
      new SendQueue((message, recovered) -> succeeds.get() && sent.add(message));

  @Test
  void afterTheStopNoNewMessageOvertakesAnAbandonedOne() {
    queue.stopping();
    succeeds.set(false);
    queue.add(List.of(message(ANN, 1)));
    assertThat(queue.awaitEmpty(PATIENCE)).isTrue();
    succeeds.set(true);

    queue.add(List.of(message(ANN, 2), message(BEN, 1)));

    assertThat(queue.awaitEmpty(PATIENCE)).isTrue();
    assertThat(sent).containsExactly(message(BEN, 1));
  }

  @Test
  void recoveredMessagesKeepTheirOrder() {
    succeeds.set(false);
    queue.add(List.of(message(ANN, 1), message(ANN, 2)));
    assertThat(queue.awaitEmpty(PATIENCE)).isTrue();
    succeeds.set(true);

    queue.add(List.of(message(ANN, 1), message(ANN, 2)), true);
    queue.add(List.of(message(ANN, 3)));

    assertThat(queue.awaitEmpty(PATIENCE)).isTrue();
    assertThat(sent).containsExactly(message(ANN, 1), message(ANN, 2), message(ANN, 3));
  }

  @Test
  void ofTheQuestionsOfALongLineOnlyTheNewestIsSent() {
    CountDownLatch open = new CountDownLatch(1);
    SendQueue held = new SendQueue((message, recovered) -> waits(open) && sent.add(message));
    for (int revision = 1; revision <= 1_000; revision++) {
      held.add(List.of(message(Message.Kind.QUESTION, ANN, revision)));
      held.withdrawReplaced(ANN, dropped::add);
    }

    assertThat(held.pending(ANN)).isLessThanOrEqualTo(20);
    assertThat(held.size()).isEqualTo(held.pending(ANN));
    open.countDown();
    assertThat(held.awaitEmpty(PATIENCE)).isTrue();
    assertThat(sent).contains(message(Message.Kind.QUESTION, ANN, 1)).hasSizeLessThan(21);
    assertThat(sent.getLast()).isEqualTo(message(Message.Kind.QUESTION, ANN, 1_000));
    assertThat(dropped).hasSize(1_000 - sent.size());
  }

  @Test
  void remarksAreNotReplacedAndNorIsAnythingOfAShortLine() {
    CountDownLatch open = new CountDownLatch(1);
    SendQueue held = new SendQueue((message, recovered) -> waits(open) && sent.add(message));
    for (int revision = 1; revision <= 20; revision++) {
      held.add(List.of(message(Message.Kind.QUESTION, ANN, revision)));
      held.add(List.of(message(BEN, revision)));
    }
    held.add(List.of(message(BEN, 21)));

    held.withdrawReplaced(ANN, dropped::add);
    held.withdrawReplaced(BEN, dropped::add);
    assertThat(dropped).isEmpty();
    open.countDown();
    assertThat(held.awaitEmpty(PATIENCE)).isTrue();
    assertThat(sent).hasSize(41);
  }

  private static boolean waits(CountDownLatch open) {
    try {
      return open.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static OutboxMessage message(ChatId chat, long revision) {
    return message(Message.Kind.NOTE, chat, revision);
  }

  private static OutboxMessage message(Message.Kind kind, ChatId chat, long revision) {
    Message hello = new Message(kind, FormattedText.of("hello"), List.of());
    Way anew = new Way.Send(OptionalLong.empty());
    return new OutboxMessage(chat, revision, 0, hello, anew, OptionalLong.empty());
  }
}
