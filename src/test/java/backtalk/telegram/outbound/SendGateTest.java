package backtalk.telegram.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.Message;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.dialogue.ports.OutboxMessage.Way;
import backtalk.dialogue.ports.ReplicaRegistry;
import backtalk.dialogue.ports.ReplicaRegistry.Place;
import backtalk.telegram.ManualTimeMeter;
import backtalk.telegram.ReplicaDuties;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Tests when a message may be sent. Waits are recorded instead of slept. */
class SendGateTest {

  private final List<OutboxMessage> sent = new ArrayList<>();
  private final List<Duration> waits = new ArrayList<>();
  private final ReplicaRegistry others = mock();
  private final AtomicBoolean alive = new AtomicBoolean(true);
  private final SendRateLimiter sendRateLimiter = new SendRateLimiter(2, new ManualTimeMeter());
  private final ReplicaDuties shared =
      new ReplicaDuties(
          () -> alive.get() ? OptionalLong.of(0) : OptionalLong.empty(),
          () -> true,
          () -> true,
          Optional.of(others));

  @Test
  void aSingleReplicaSendsAtOnce() {
    assertThat(gate(ReplicaDuties.alone()).send(message(), false)).isTrue();

    assertThat(sent).hasSize(1);
    assertThat(waits).isEmpty();
  }

  @Test
  void aMessageWaitsForThoseOfOtherReplicasBeforeIt() {
    when(others.place(any()))
        .thenReturn(Place.BEHIND, Place.BEHIND)
        .thenThrow(new IllegalStateException("the database does not answer"))
        .thenReturn(Place.NEXT);

    assertThat(gate(shared).send(message(), false)).isTrue();

    assertThat(waits).hasSize(3);
    assertThat(sent).hasSize(1);
  }

  @Test
  void aMessageThatAnotherReplicaTookOverIsSkipped() {
    when(others.place(any())).thenReturn(Place.BEHIND, Place.GONE);

    assertThat(gate(shared).send(message(), false)).as("done with here").isTrue();

    assertThat(sent).isEmpty();
  }

  @Test
  void aReplicaThatIsNotAliveSendsNothing() {
    alive.set(false);
    when(others.place(any())).thenReturn(Place.NEXT);
    SendGate gate = gate(shared, 5);

    assertThat(gate.send(message(), false)).as("time to go").isFalse();

    assertThat(sent).isEmpty();
  }

  @Test
  void newMessagesAreRateLimitedAndEditsAreNot() {
    SendGate gate = gate(ReplicaDuties.alone(), 1);

    assertThat(gate.send(message(), false)).isTrue();
    assertThat(gate.send(message(), false)).isTrue();
    assertThat(gate.send(message(), false)).as("the third has to wait").isFalse();
    assertThat(
            gate.send(
                new OutboxMessage(
                    ANN,
                    1,
                    0,
                    HELLO,
                    new Way.ReplaceQuestion(OptionalLong.of(5), Optional.empty()),
                    NONE),
                false))
        .isTrue();
  }

  @Test
  void recoveredMessagesAreRateLimited() {
    SendGate gate = gate(ReplicaDuties.alone());
    int atOnce = 5;

    for (int chat = 1; chat <= atOnce + 28; chat++) {
      assertThat(gate.send(message(new ChatId(chat)), true)).isTrue();
    }

    assertThat(sent).hasSize(atOnce + 28);
    assertThat(waits).hasSize(28).isSorted();
    assertThat(waits.getLast()).isCloseTo(Duration.ofSeconds(1), Duration.ofMillis(1));
  }

  @Test
  void repliesHaveNoTotalLimit() {
    SendGate gate = gate(ReplicaDuties.alone());

    for (int chat = 1; chat <= 100; chat++) {
      assertThat(gate.send(message(new ChatId(chat)), false)).isTrue();
    }

    assertThat(waits).isEmpty();
  }

  private static final ChatId ANN = new ChatId(7);
  private static final OptionalLong NONE = OptionalLong.empty();
  private static final Message HELLO =
      new Message(Message.Kind.NOTE, FormattedText.of("hello"), List.of());

  private static OutboxMessage message() {
    return message(ANN);
  }

  private static OutboxMessage message(ChatId chat) {
    return new OutboxMessage(chat, 1, 0, HELLO, new Way.Send(NONE), NONE);
  }

  private SendGate gate(ReplicaDuties duties) {
    return gate(duties, Integer.MAX_VALUE);
  }

  /** Returns a gate that is stopped after so many waits. */
  private SendGate gate(ReplicaDuties duties, int most) {
    return new SendGate(
        sent::add,
        duties,
        sendRateLimiter,
        length -> {
          waits.add(length);
          return waits.size() < most;
        });
  }
}
