package backtalk.telegram.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.ports.StoreUnavailableException;
import backtalk.telegram.FakeDialogueStore;
import backtalk.telegram.Sleeper;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Tests when a turn is retried and when it is given up. */
class TurnRetryTest {
  private static final ChatId CHAT = new ChatId(1);

  private final FakeDialogueStore dialogueStore = new FakeDialogueStore();
  private final AtomicInteger tries = new AtomicInteger();
  private final AtomicInteger late = new AtomicInteger();

  private TurnRetry retry(Sleeper sleeper) {
    return new TurnRetry(dialogueStore, sleeper, InstantSource.system(), Duration.ofMillis(200));
  }

  private String read() {
    tries.incrementAndGet();
    dialogueStore.find(CHAT);
    return "kept";
  }

  @Test
  void aTurnIsRetriedAsLongAsTheStoreFails() {
    dialogueStore.fail(100);

    assertThat(take(length -> true, this::read))
        .isEqualTo(new TurnRetry.Result.Committed<>("kept"));
    assertThat(dialogueStore.failuresLeft()).isZero();
    assertThat(late).as("reported once").hasValue(1);
  }

  @Test
  void aShortFailureOfTheStoreIsNotReported() {
    dialogueStore.fail(8);

    assertThat(take(length -> true, this::read))
        .isEqualTo(new TurnRetry.Result.Committed<>("kept"));
    assertThat(tries).as("four failures, each with a probe of the store").hasValue(5);
    assertThat(late).hasValue(0);
  }

  @Test
  void failuresWhileTheStoreIsDownDoNotCountAgainstTheTurn() {
    AtomicInteger attempts = new AtomicInteger();
    TurnRetry.Result<String> end =
        take(
            length -> true,
            () -> {
              dialogueStore.fail(attempts.incrementAndGet() % 4 == 0 ? 1 : 0);
              return attempts.get() < 20 ? fail() : "kept";
            });

    assertThat(end).isEqualTo(new TurnRetry.Result.Committed<>("kept"));
  }

  @Test
  void aTurnIsRetriedIfTheStoreFailsAlthoughItsProbeSucceeds() {
    TurnRetry.Result<String> end =
        take(length -> true, () -> tries.incrementAndGet() < 20 ? failToStore(false) : "kept");

    assertThat(end).isEqualTo(new TurnRetry.Result.Committed<>("kept"));
    assertThat(late).hasValue(1);
  }

  @Test
  void aTurnThatTheStoreWouldNeverAcceptIsGivenUp() {
    assertThat(take(length -> true, () -> failToStore(true)))
        .isEqualTo(new TurnRetry.Result.GivenUp<>());
  }

  private static String failToStore(boolean ofCall) {
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
    assertThat(take(length -> true, this::fail)).isEqualTo(new TurnRetry.Result.GivenUp<>());
    assertThat(tries).hasValue(5);
    assertThat(late).as("reported by a fallback instead").hasValue(0);
  }

  @Test
  void aTurnThatRunsOnceIsGivenUpAtOnceUnlessTheStoreFails() {
    assertThat(retry(length -> true).runOnce(CHAT, 1, this::fail))
        .isEqualTo(new TurnRetry.Result.GivenUp<>());
    assertThat(tries).hasValue(1);

    dialogueStore.fail(100);
    assertThat(retry(length -> true).runOnce(CHAT, 1, this::read))
        .isEqualTo(new TurnRetry.Result.Committed<>("kept"));
  }

  @Test
  void aReportThatFailsEndsNoTurn() {
    dialogueStore.fail(100);
    TurnRetry.Result<String> result =
        retry(length -> true)
            .run(
                CHAT,
                1,
                this::read,
                () -> {
                  throw new IllegalStateException("no thread for the fallback");
                });

    assertThat(result).isEqualTo(new TurnRetry.Result.Committed<>("kept"));
  }

  @Test
  void aChatWhoseTurnWasGivenUpIsTriedOnceForAMinute() {
    TurnRetry retry = retry(length -> true);
    var unused = retry.run(CHAT, 1, this::fail, () -> {});
    tries.set(0);

    assertThat(retry.run(CHAT, 2, this::fail, () -> {}))
        .isEqualTo(new TurnRetry.Result.GivenUp<>());
    assertThat(tries).as("the next update of the chat").hasValue(1);
    tries.set(0);
    var other = retry.run(new ChatId(2), 3, this::fail, () -> {});
    assertThat(tries).as("another chat: " + other).hasValue(5);
  }

  @Test
  void anErrorOfATurnCountsAsAFailure() {
    assertThat(
            take(
                length -> true,
                () -> {
                  throw new OutOfMemoryError("of this turn");
                }))
        .isEqualTo(new TurnRetry.Result.GivenUp<>());
  }

  @Test
  void afterTheStopNothingIsCommitted() {
    dialogueStore.fail(100);

    assertThat(take(length -> false, this::read)).isEqualTo(new TurnRetry.Result.Stopped<>());
  }

  private TurnRetry.Result<String> take(Sleeper sleeper, Supplier<String> turn) {
    return retry(sleeper).run(CHAT, 1, turn, late::incrementAndGet);
  }

  private String fail() {
    tries.incrementAndGet();
    throw new StackOverflowError();
  }
}
