package backtalk.app;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import backtalk.dialogue.ports.DialogueStore;
import backtalk.store.Redaction;
import backtalk.store.UnansweredQuestionLog;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Checks the retention periods of the job. */
class RetentionJobTest {
  private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");

  private final DialogueStore store = mock();
  private final RetentionJob retentionJob =
      new RetentionJob(
          store,
          new UnansweredQuestionLog(
              Path.of("target", "nowhere"), new Redaction(word -> true), () -> NOW),
          () -> {},
          Duration.ofDays(30),
          () -> NOW);

  @Test
  void erasesExpiredData() {
    try (retentionJob) {
      retentionJob.round();

      verify(store)
          .expire(Instant.parse("2026-05-31T12:00:00Z"), Instant.parse("2026-06-28T12:00:00Z"));
    }
  }

  @Test
  void aFailureOfTheStoreDoesNotStopTheJob() {
    when(store.expire(any(), any())).thenThrow(new IllegalStateException("no disk"));

    try (retentionJob) {
      assertThatCode(retentionJob::round).doesNotThrowAnyException();
    }
  }
}
