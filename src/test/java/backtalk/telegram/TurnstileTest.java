package backtalk.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Message;
import backtalk.dialogue.Outgoing;
import backtalk.dialogue.Outgoing.Way;
import backtalk.dialogue.Replicas;
import backtalk.dialogue.Replicas.Place;
import backtalk.dialogue.Text;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** When a message may go; the waits are written down, not sat through. */
class TurnstileTest {

  private final List<Outgoing> sent = new ArrayList<>();
  private final List<Duration> waits = new ArrayList<>();
  private final Replicas others = mock();
  private int holds;
  private final AtomicBoolean alive = new AtomicBoolean(true);
  private final Paces paces = new Paces(2, TimeMeter.SYSTEM_NANOTIME);
  private final Duties shared = new Duties(alive::get, () -> true, () -> true, Optional.of(others));

  @Test
  void whoeverIsAloneSendsAtOnce() {
    assertThat(turnstile(Duties.alone()).send(message(), false, this::held)).isTrue();

    assertThat(sent).hasSize(1);
    assertThat(waits).isEmpty();
  }

  @Test
  void whatComesBeforeItElsewhereIsWaitedFor() {
    when(others.place(any()))
        .thenReturn(Place.BEHIND, Place.BEHIND)
        .thenThrow(new IllegalStateException("the database does not answer"))
        .thenReturn(Place.NEXT);

    assertThat(turnstile(shared).send(message(), false, this::held)).isTrue();

    assertThat(waits).hasSize(3);
    assertThat(sent).hasSize(1);
  }

  @Test
  void whatAnotherTookOverIsLeftToIt() {
    when(others.place(any())).thenReturn(Place.BEHIND, Place.GONE);

    assertThat(turnstile(shared).send(message(), false, this::held)).as("done with here").isTrue();

    assertThat(sent).isEmpty();
  }

  @Test
  void whoeverMayCountAsDeadSendsNothing() {
    alive.set(false);
    when(others.place(any())).thenReturn(Place.NEXT);
    Turnstile turnstile = turnstile(shared, 5);

    assertThat(turnstile.send(message(), false, this::held)).as("time to go").isFalse();

    assertThat(sent).isEmpty();
  }

  @Test
  void newMessagesToAChatArePacedAndChangesOfOldOnesAreNot() {
    Turnstile turnstile = turnstile(Duties.alone(), 1);

    assertThat(turnstile.send(message(), false, this::held)).isTrue();
    assertThat(turnstile.send(message(), false, this::held)).isTrue();
    assertThat(turnstile.send(message(), false, this::held)).as("the third has to wait").isFalse();
    assertThat(holds).isEqualTo(1);
    assertThat(
            turnstile.send(
                new Outgoing(ANN, 1, 0, HELLO, new Way.Replace(5), NONE), false, this::held))
        .isTrue();
  }

  private static final ChatId ANN = new ChatId(7);
  private static final OptionalLong NONE = OptionalLong.empty();
  private static final Message HELLO = new Message(Message.Kind.NOTE, Text.of("hello"), List.of());

  private void held() {
    holds++;
  }

  private static Outgoing message() {
    return new Outgoing(ANN, 1, 0, HELLO, new Way.Send(NONE), NONE);
  }

  private Turnstile turnstile(Duties duties) {
    return turnstile(duties, Integer.MAX_VALUE);
  }

  /** One whose rest is over after so many waits. */
  private Turnstile turnstile(Duties duties, int most) {
    return new Turnstile(
        sent::add,
        duties,
        paces,
        length -> {
          waits.add(length);
          return waits.size() < most;
        });
  }
}
