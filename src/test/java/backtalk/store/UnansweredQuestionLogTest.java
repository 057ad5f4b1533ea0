package backtalk.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class UnansweredQuestionLogTest {
  private static final Instant FIRST = Instant.parse("2026-03-01T23:59:00Z");
  private static final Instant SECOND = Instant.parse("2026-03-02T00:01:00Z");

  @TempDir Path temporary;

  private final AtomicReference<Instant> now = new AtomicReference<>(FIRST);

  @Test
  void aQuestionIsStoredWithItsDayAndWithoutNames() {
    try (UnansweredQuestionLog questions = open()) {
      questions.note("Does Wilhelmina crack 3 times?");
    }

    assertThat(file())
        .hasContent("{\"day\":\"2026-03-01\",\"question\":\"Does … crack … times?\"}");
  }

  @Test
  void questionsAreWrittenInBatches() {
    UnansweredQuestionLog questions = open();
    for (int i = 0; i < 7; i++) {
      questions.note("does it crack?");
    }
    assertThat(file()).doesNotExist();

    questions.note("does it crack?");

    assertThat(file()).content().hasLineCount(8);
  }

  @Test
  void aQuestionWithOnlyANameIsNotStored() {
    try (UnansweredQuestionLog questions = open()) {
      questions.note("@wilhelmina 12345");
    }

    assertThat(file()).doesNotExist();
  }

  @Test
  void oldQuestionsAndUnreadableLinesAreRemoved() throws IOException {
    try (UnansweredQuestionLog questions = open()) {
      questions.note("does it crack?");
    }
    now.set(SECOND);
    try (UnansweredQuestionLog questions = open()) {
      questions.note("does it hurt?");
    }
    Files.writeString(file(), Files.readString(file()) + "my own notes\n");

    open().expire(SECOND);

    assertThat(file()).content().contains("hurt").doesNotContain("crack", "notes");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void onlyTheOwnerCanReadThem() throws IOException {
    try (UnansweredQuestionLog questions = open()) {
      questions.note("does it crack?");
    }
    open().expire(FIRST);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  private UnansweredQuestionLog open() {
    Redaction redaction = new Redaction(word -> !word.equals("wilhelmina"));
    return new UnansweredQuestionLog(temporary.resolve("data"), redaction, now::get);
  }

  private Path file() {
    return temporary.resolve("data").resolve("questions.jsonl");
  }
}
