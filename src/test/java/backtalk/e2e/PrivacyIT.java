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

/** What people typed, and who they are, is nowhere: not in the files, the log or the metrics. */
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

    Person ann = liveThroughMuch();

    assertQuiet("metrics", testEnvironment.bot().page("/metrics"), ann);
    assertQuiet(
        "health",
        testEnvironment.bot().page("/healthz") + testEnvironment.bot().page("/readyz"),
        ann);
    assertThat(testEnvironment.bot().page("/metrics"))
        .contains("backtalk_updates_total{kind=\"text\"}", "backtalk_turn_seconds_bucket")
        .contains("backtalk_outbox_messages 0.0", "backtalk_poll_age_seconds", "jvm_memory_used");
    assertThat(testEnvironment.bot().page("/healthz")).isEqualTo("alive\n");
    assertThat(testEnvironment.bot().page("/readyz")).isEqualTo("ready\n");
    // A reply quotes the words that it asks about: it is deleted when it is sent, and rinsed out
    // soon.
    await()
        .atMost(TestEnvironment.PATIENCE)
        .untilAsserted(
            () -> assertThat(files()).hasSizeGreaterThan(1).allSatisfy(file -> isQuiet(file, ann)));
    assertThat(testEnvironment.bot().dataDir().resolve("questions.jsonl")).doesNotExist();
    int code = testEnvironment.bot().terminate();
    assertThat(code).as("exit code, after %s", testEnvironment.bot().written()).isZero();
    assertThat(files()).allSatisfy(file -> isQuiet(file, ann));
    assertQuiet("log", testEnvironment.bot().written(), ann);
  }

  @Test
  void nothingThatWasSaidIsLeftOnAServerEither() {
    String database = PostgresServer.newDatabase();
    testEnvironment.bot().set(Setting.DATABASE_URL, database);
    testEnvironment.start();

    Person ann = liveThroughMuch();

    // Who it is must be kept to be answered; what they say goes with the message that quotes it.
    await()
        .atMost(TestEnvironment.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(PostgresServer.rows(database))
                    .contains(Long.toString(ann.id()))
                    .doesNotContain(WORD, NAME, PHONE, testEnvironment.telegram().token()));
    assertQuiet("metrics", testEnvironment.bot().page("/metrics"), ann);
    int code = testEnvironment.bot().terminate();
    assertThat(code).as("exit code, after %s", testEnvironment.bot().written()).isZero();
    assertThat(testEnvironment.bot().dataDir()).as("nothing is kept beside it").doesNotExist();
    assertQuiet("log", testEnvironment.bot().written(), ann);
  }

  @Test
  void questionsAreKeptOnlyWithoutNamesAndOnlyWhereTheOperatorAsksForThem() {
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
    assertThat(files()).allSatisfy(file -> isQuiet(file, ann));
  }

  private Person liveThroughMuch() {
    Person ann = testEnvironment.person(NAME);
    Group group = testEnvironment.group("The " + WORD + " club", false);
    TestUser testUser = new TestUser(ann, testEnvironment.back());
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

  /**
   * What was learned from the examples and the proofs come from the conversation, not from people.
   */
  private static boolean isOfChats(Path file) {
    return file.getFileName().toString().matches("(backtalk|questions).*");
  }

  private void isQuiet(Path file, Person ann) {
    try {
      assertQuiet(file.toString(), new String(Files.readAllBytes(file), ISO_8859_1), ann);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private void assertQuiet(String what, String written, Person ann) {
    for (String secret :
        List.of(WORD, NAME, PHONE, Long.toString(ann.id()), testEnvironment.telegram().token())) {
      assertThat(written.contains(secret)).as("%s holds %s", what, secret).isFalse();
    }
  }
}
