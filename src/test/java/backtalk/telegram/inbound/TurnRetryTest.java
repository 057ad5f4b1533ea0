package backtalk.telegram.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.ports.StoreUnavailableException;
import backtalk.telegram.Memory;
import backtalk.telegram.Sleeper;
import backtalk.telegram.StopSignal;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.objects.Update;

/** Trying again, giving up, and never failing. */
class TurnRetryTest {
  private static final ChatId CHAT = new ChatId(1);

  private final Memory memory = new Memory();
  private final AtomicInteger tries = new AtomicInteger();
  private final AtomicInteger late = new AtomicInteger();

  private TurnRetry patience(Sleeper sleeper) {
    return new TurnRetry(memory, sleeper, InstantSource.system());
  }

  private String read() {
    tries.incrementAndGet();
    memory.find(CHAT);
    return "kept";
  }

  @Test
  void aFailingStoreIsWaitedForHoweverLong() {
    memory.fail(100);

    assertThat(take(length -> true, this::read)).isEqualTo(new TurnRetry.End.Kept<>("kept"));
    assertThat(memory.failuresLeft()).isZero();
    assertThat(late).as("told so once").hasValue(1);
  }

  @Test
  void aShortFailureOfTheStoreIsNotWorthAWord() {
    memory.fail(8);

    assertThat(take(length -> true, this::read)).isEqualTo(new TurnRetry.End.Kept<>("kept"));
    assertThat(tries).as("four failures, each with a look at the store").hasValue(5);
    assertThat(late).hasValue(0);
  }

  @Test
  void failuresWhileTheStoreIsDownAreNotTheTurnsOwn() {
    AtomicInteger looks = new AtomicInteger();
    TurnRetry.End<String> end =
        take(
            length -> true,
            () -> {
              memory.fail(looks.incrementAndGet() % 4 == 0 ? 1 : 0);
              return looks.get() < 20 ? mistake() : "kept";
            });

    assertThat(end).isEqualTo(new TurnRetry.End.Kept<>("kept"));
  }

  @Test
  void whatTheStoreCannotKeepIsWaitedForEvenWhereALookAtItSucceeds() {
    TurnRetry.End<String> end =
        take(length -> true, () -> tries.incrementAndGet() < 20 ? notKept(false) : "kept");

    assertThat(end).isEqualTo(new TurnRetry.End.Kept<>("kept"));
    assertThat(late).hasValue(1);
  }

  @Test
  void whatTheStoreWouldNeverTakeIsTheTurnsOwnFault() {
    assertThat(take(length -> true, () -> notKept(true))).isEqualTo(new TurnRetry.End.GivenUp<>());
  }

  private static String notKept(boolean ofCall) {
    throw new StoreUnavailableException("the disk is full", null) {
      private static final long serialVersionUID = 1;

      @Override
      public boolean isOfCall() {
        return ofCall;
      }
    };
  }

  @Test
  void aTurnThatFailsByItselfIsGivenUp() {
    assertThat(take(length -> true, this::mistake)).isEqualTo(new TurnRetry.End.GivenUp<>());
    assertThat(tries).hasValue(5);
    assertThat(late).as("that is told otherwise").hasValue(0);
  }

  @Test
  void aReportThatFailsEndsNoTurn() {
    memory.fail(100);
    TurnRetry.End<String> end =
        patience(length -> true)
            .take(
                CHAT,
                1,
                this::read,
                () -> {
                  throw new IllegalStateException("no thread for the fallback");
                });

    assertThat(end).isEqualTo(new TurnRetry.End.Kept<>("kept"));
  }

  @Test
  void aChatWhoseTurnWasGivenUpIsTriedOnceForAWhile() {
    TurnRetry retry = patience(length -> true);
    retry.take(CHAT, 1, this::mistake, () -> {});
    tries.set(0);

    assertThat(retry.take(CHAT, 2, this::mistake, () -> {}))
        .isEqualTo(new TurnRetry.End.GivenUp<>());
    assertThat(tries).as("the next update of the chat").hasValue(1);
    tries.set(0);
    retry.take(new ChatId(2), 3, this::mistake, () -> {});
    assertThat(tries).as("another chat").hasValue(5);
  }

  @Test
  void aTurnThatIsTriedOnceMoreIsGivenUpAtOnceUnlessTheStoreFails() {
    assertThat(patience(length -> true).takeOnce(CHAT, 1, this::mistake))
        .isEqualTo(new TurnRetry.End.GivenUp<>());
    assertThat(tries).hasValue(1);

    memory.fail(100);
    assertThat(patience(length -> true).takeOnce(CHAT, 1, this::read))
        .isEqualTo(new TurnRetry.End.Kept<>("kept"));
  }

  @Test
  void anyErrorOfATurnIsAFailureOfIt() {
    assertThat(
            take(
                length -> true,
                () -> {
                  throw new OutOfMemoryError("of this turn");
                }))
        .isEqualTo(new TurnRetry.End.GivenUp<>());
  }

  @Test
  void nothingIsKeptOnceItIsTimeToGo() {
    memory.fail(100);

    assertThat(take(length -> false, this::read)).isEqualTo(new TurnRetry.End.Stopped<>());
  }

  private TurnRetry.End<String> take(Sleeper sleeper, Supplier<String> turn) {
    return patience(sleeper).take(CHAT, 1, turn, late::incrementAndGet);
  }

  private String mistake() {
    tries.incrementAndGet();
    throw new StackOverflowError();
  }

  @Test
  void aBatchNeverFailsWhateverHappensInIt() {
    OffsetTracker offsetTracker = new OffsetTracker();
    ChatQueues queues =
        new ChatQueues(
            update -> {
              throw new AssertionError("a mistake");
            },
            new StopSignal());
    UpdateBatchConsumer updateBatchConsumer =
        new UpdateBatchConsumer(queues, offsetTracker, new StopSignal());
    Update one = new Update();
    one.setUpdateId(7);

    assertThatCode(() -> updateBatchConsumer.consume(List.of(one, new Update())))
        .doesNotThrowAnyException();
    assertThatCode(() -> updateBatchConsumer.consume(List.of(one))).doesNotThrowAnyException();
    assertThat(offsetTracker.taken()).hasValue(7);
  }

  @Test
  void onlyWhatIsTakenWithoutAGapIsConfirmed() {
    OffsetTracker offsetTracker = new OffsetTracker();
    assertThat(offsetTracker.taken()).isEmpty();

    offsetTracker.begin(Set.of(5, 6, 7));
    offsetTracker.done(7);
    offsetTracker.done(5);
    assertThat(offsetTracker.taken()).hasValue(5);
    offsetTracker.done(6);
    assertThat(offsetTracker.taken()).hasValue(7);
  }
}
