package backtalk;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import backtalk.dialogue.Dialogues;
import backtalk.store.QuestionFile;
import backtalk.store.Redaction;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is forgotten, and when. */
class HousekeepingTest {
  private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");

  private final Dialogues dialogues = mock();
  private final Housekeeping housekeeping =
      new Housekeeping(
          dialogues,
          new QuestionFile(Path.of("target", "nowhere"), new Redaction(word -> true), () -> NOW),
          () -> {},
          Duration.ofDays(30),
          () -> NOW);

  @Test
  void itForgetsWhatIsOld() {
    try (housekeeping) {
      housekeeping.round();

      verify(dialogues)
          .expire(Instant.parse("2026-05-31T12:00:00Z"), Instant.parse("2026-06-28T12:00:00Z"));
    }
  }

  @Test
  void aStoreThatFailsDoesNotEndTheRounds() {
    when(dialogues.expire(any(), any())).thenThrow(new IllegalStateException("no disk"));

    try (housekeeping) {
      assertThatCode(housekeeping::round).doesNotThrowAnyException();
    }
  }
}
