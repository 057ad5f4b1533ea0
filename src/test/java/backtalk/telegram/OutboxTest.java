package backtalk.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Message;
import backtalk.dialogue.Outgoing;
import backtalk.dialogue.Outgoing.Way;
import backtalk.dialogue.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The order of a chat, also where its sending breaks off. */
class OutboxTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final ChatId ANN = new ChatId(7);
  private static final ChatId BEN = new ChatId(8);

  private final List<Outgoing> sent = Collections.synchronizedList(new ArrayList<>());
  private final AtomicBoolean goesOn = new AtomicBoolean(true);
  private final Outbox outbox =
      new Outbox((outgoing, left, held) -> goesOn.get() && sent.add(outgoing));

  @Test
  void atTheStopNothingNewOvertakesWhatIsLeft() {
    outbox.stopping();
    goesOn.set(false);
    outbox.add(List.of(message(ANN, 1)));
    assertThat(outbox.awaitEmpty(PATIENCE)).isTrue();
    goesOn.set(true);

    outbox.add(List.of(message(ANN, 2), message(BEN, 1)));

    assertThat(outbox.awaitEmpty(PATIENCE)).isTrue();
    assertThat(sent).containsExactly(message(BEN, 1));
  }

  @Test
  void whatWasLeftBeforeIsTakenUpInItsOrder() {
    goesOn.set(false);
    outbox.add(List.of(message(ANN, 1), message(ANN, 2)));
    assertThat(outbox.awaitEmpty(PATIENCE)).isTrue();
    goesOn.set(true);

    outbox.addLeft(List.of(message(ANN, 1), message(ANN, 2)));
    outbox.add(List.of(message(ANN, 3)));

    assertThat(outbox.awaitEmpty(PATIENCE)).isTrue();
    assertThat(sent).containsExactly(message(ANN, 1), message(ANN, 2), message(ANN, 3));
  }

  private static Outgoing message(ChatId chat, long revision) {
    Message hello = new Message(Message.Kind.NOTE, Text.of("hello"), List.of());
    Way anew = new Way.Send(OptionalLong.empty());
    return new Outgoing(chat, revision, 0, hello, anew, OptionalLong.empty());
  }
}
