package backtalk.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import backtalk.config.Setting;
import backtalk.emulator.Fault;
import backtalk.emulator.Group;
import backtalk.emulator.Person;
import backtalk.store.PostgresServer;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that no text or identity of a person remains in files, log or metrics. */
class PrivacyIT {
  private static final String WORD = "quibblewick";
  private static final String NAME = "Wilhelmina";
  private static final String PHONE = "0301234567";

  @RegisterExtension final TestEnvironment testEnvironment = TestEnvironment.empty();

  @ParameterizedTest
  @ValueSource(strings = {"plain", "json"})
  void nothingOfAChatIsLeftInFilesLogOrMetrics(String format) {
    testEnvironment.bot().set(Setting.LOG_FORMAT, format);
    testEnvironment.start();

    Person ann = haveLongChat();

    assertPrivate("metrics", testEnvironment.bot().page("/metrics"), ann);
    assertPrivate(
        "health",
        testEnvironment.bot().page("/healthz") + testEnvironment.bot().page("/readyz"),
        ann);
    assertThat(testEnvironment.bot().page("/metrics"))
        .contains("backtalk_updates_total{kind=\"text\"}", "backtalk_turn_seconds_bucket")
        .contains("backtalk_outbox_messages 0.0", "backtalk_poll_age_seconds", "jvm_memory_used");
    assertThat(testEnvironment.bot().page("/healthz")).isEqualTo("alive\n");
    assertThat(testEnvironment.bot().page("/readyz")).isEqualTo("ready\n");
    // A reply quotes the text that it asks about. It is deleted when it is sent, and a checkpoint
    // soon removes it from the write-ahead log.
    await()
        .atMost(TestEnvironment.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(files()).hasSizeGreaterThan(1).allSatisfy(file -> isPrivate(file, ann)));
    assertThat(testEnvironment.bot().dataDir().resolve("questions.jsonl")).doesNotExist();
    int code = testEnvironment.bot().terminate();
    assertThat(code).as("exit code, after %s", testEnvironment.bot().written()).isZero();
    assertThat(files()).allSatisfy(file -> isPrivate(file, ann));
    assertPrivate("log", testEnvironment.bot().written(), ann);
  }

  @Test
  void noTextOfAChatIsLeftInPostgresql() {
    String database = PostgresServer.newDatabase();
    testEnvironment.bot().set(Setting.DATABASE_URL, database);
    testEnvironment.start();

    Person ann = haveLongChat();

    // The chat id is needed to answer; the text is deleted with the message that quotes it.
    await()
        .atMost(TestEnvironment.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(PostgresServer.rows(database))
                    .contains(Long.toString(ann.id()))
                    .doesNotContain(WORD, NAME, PHONE, testEnvironment.telegram().token()));
    assertPrivate("metrics", testEnvironment.bot().page("/metrics"), ann);
    int code = testEnvironment.bot().terminate();
    assertThat(code).as("exit code, after %s", testEnvironment.bot().written()).isZero();
    assertThat(testEnvironment.bot().dataDir()).as("no data directory").doesNotExist();
    assertPrivate("log", testEnvironment.bot().written(), ann);
  }

  @Test
  void questionsAreStoredWithoutNamesAndOnlyWhereTheOperatorAsksForThem() {
    testEnvironment.bot().set(Setting.CAPTURE_QUESTIONS, "on");
    testEnvironment.start();
    Person ann = testEnvironment.person(NAME);
    ann.command("/privacy");
    ann.awaits("questions that I cannot answer");
    ann.says("my name is " + NAME + ", which football team wins near " + WORD + " 7");
    ann.says("i wet myself at the football game");
    testEnvironment.quiet();

    assertThat(testEnvironment.bot().terminate()).isZero();

    assertThat(testEnvironment.bot().dataDir().resolve("questions.jsonl"))
        .content()
        .hasLineCount(1)
        .contains("\"question\":\"my name is …", "wins near …")
        .doesNotContain("wet", "7");
    assertThat(files()).allSatisfy(file -> isPrivate(file, ann));
  }

  private Person haveLongChat() {
    Person ann = testEnvironment.person(NAME);
    Group group = testEnvironment.group("The " + WORD + " club", false);
    TestUser testUser = new TestUser(ann, testEnvironment.texts());
    testUser.begins();
    ann.says("which " + WORD + " shop do you recommend");
    ann.says("sometimes my leg may feel funny like " + WORD);
    ann.sendsPhoto("this is my " + WORD);
    ann.sends(
        "contact",
        new ObjectMapper().createObjectNode().put("phone_number", PHONE).put("first_name", NAME));
    ann.says("my name is " + NAME + " call me at " + PHONE);
    ann.command("/check", WORD);
    ann.command("/" + WORD);
    group.says(ann, "@" + Group.botName() + " why does my " + WORD + " back crack");
    testEnvironment.quiet();
    testEnvironment.telegram().faults().next("sendMessage", Fault.badGateway());
    testEnvironment
        .telegram()
        .faults()
        .next("sendMessage", Fault.badRequest("no end of \"" + WORD + "\" found"));
    ann.says("does the " + WORD + " hurt");
    ann.tapsAt(1, WORD);
    testEnvironment.telegram().sendRaw("{\"message\":{\"text\":\"" + WORD + "\"}}");
    ann.blocks();
    testEnvironment.quiet();
    return ann;
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.walk(testEnvironment.bot().dataDir())) {
      return files.filter(Files::isRegularFile).filter(PrivacyIT::isOfChats).toList();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** Leaves out the trained model and the proof, which come from the conversation. */
  private static boolean isOfChats(Path file) {
    return file.getFileName().toString().matches("(backtalk|questions).*");
  }

  private void isPrivate(Path file, Person ann) {
    try {
      assertPrivate(file.toString(), new String(Files.readAllBytes(file), ISO_8859_1), ann);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private void assertPrivate(String what, String written, Person ann) {
    for (String secret :
        List.of(WORD, NAME, PHONE, Long.toString(ann.id()), testEnvironment.telegram().token())) {
      assertThat(written.contains(secret)).as("%s holds %s", what, secret).isFalse();
    }
  }
}
