package backtalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import backtalk.config.Setting;
import backtalk.emulator.Fault;
import backtalk.emulator.TelegramMessage;
import backtalk.store.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Tests that a follow-up comes once, through restarts and the death of the leader. */
class FollowUpIT {

  private static final String PLANNED = "(\"follow-up\":\")[^\"]*";

  @RegisterExtension final TestEnvironment testEnvironment = TestEnvironment.empty();

  @TempDir Path elsewhere;

  /** Returns a time zone in which it is the wanted hour now. */
  private static String zoneAt(int hour) {
    int offset = (hour - LocalTime.now(ZoneOffset.UTC).getHour() + 36) % 24 - 12;
    return ZoneOffset.ofHours(offset).getId();
  }

  private TestUser asksToBeAsked() {
    TestUser ann = testEnvironment.testUser("Ann");
    ann.begins();
    ann.deniesFrom("urgent", "feeling", "signs");
    ann.tells("swelling");
    ann.taps("nothing-else");
    ann.ends("see-doctor");
    ann.taps("ask-again");
    ann.reads("ask-again-when");
    ann.taps("in-three-days");
    ann.reads("asked-again");
    testEnvironment.quiet();
    return ann;
  }

  /** Moves every wish into the past, because the program's clock is that of the machine. */
  private static void letTheTimeCome(String database) {
    try (Connection connection = DriverManager.getConnection(database);
        Statement read = connection.createStatement();
        PreparedStatement write =
            connection.prepareStatement(
                "update dialogue set follow_up_at = 0, body = ? where chat = ?")) {
      ResultSet row =
          read.executeQuery("select chat, body from dialogue where follow_up_at is not null");
      assertThat(row.next()).isTrue();
      write.setString(1, row.getString(2).replaceFirst(PLANNED, "$11970-01-01T00:00:00Z"));
      write.setLong(2, row.getLong(1));
      assertThat(write.executeUpdate()).isEqualTo(1);
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  private String sqlite() {
    return "jdbc:sqlite:" + testEnvironment.bot().dataDir().resolve("backtalk.db");
  }

  private List<TelegramMessage> asked(TestUser person) {
    return person.person().screen().fromBot().stream()
        .filter(it -> it.text().equals(testEnvironment.texts().phrase("follow-up")))
        .toList();
  }

  private void awaitOne(TestUser person) {
    await().atMost(TestEnvironment.PATIENCE).until(() -> !asked(person).isEmpty());
    testEnvironment.quiet();
    assertThat(asked(person)).hasSize(1);
  }

  private void startAt(int hour) {
    testEnvironment.bot().set(Setting.TIME_ZONE, zoneAt(hour));
    testEnvironment.start();
  }

  @Test
  void itComesOnceInTheDaytimeAlsoAfterARestartInItsMidst() {
    startAt(3);
    TestUser ann = asksToBeAsked();
    testEnvironment.kill();
    letTheTimeCome(sqlite());
    testEnvironment.start();
    testEnvironment.quiet();
    assertThat(asked(ann)).as("at night").isEmpty();
    testEnvironment.kill();
    testEnvironment.telegram().faults().always("sendMessage", Fault.tooManyRequests(600));
    startAt(14);
    testEnvironment
        .telegram()
        .calls()
        .await(
            call -> call.text("text").equals(testEnvironment.texts().phrase("follow-up")),
            TestEnvironment.PATIENCE);

    testEnvironment.kill();
    testEnvironment.telegram().faults().clear();
    testEnvironment.start();

    awaitOne(ann);
    ann.taps("worse");
    ann.reads("follow-up-worse");
    ann.asked("urgent");
    ann.person().command("/mydata");
    ann.person().awaits(testEnvironment.texts().button("swelling"));
  }

  @Test
  void whoForgotOrBlockedIsNotAsked() {
    startAt(14);
    TestUser ann = asksToBeAsked();
    ann.person().command("/forget");
    ann.reads("forget-ask");
    ann.taps("forget-yes");
    ann.reads("forgotten");
    TestUser bea = asksToBeAsked();
    bea.person().blocks();
    testEnvironment.quiet();
    testEnvironment.kill();
    letTheTimeCome(sqlite());

    testEnvironment.start();
    testEnvironment.quiet();

    assertThat(asked(ann)).isEmpty();
    assertThat(asked(bea)).isEmpty();
    assertThat(testEnvironment.telegram().calls().of("sendMessage"))
        .noneMatch(call -> call.text("text").equals(testEnvironment.texts().phrase("follow-up")));
  }

  @Test
  void theLeaderDiesInItsMidstAndTheOtherAsksOnce() {
    String database = PostgresServer.newDatabase();
    testEnvironment.bot().set(Setting.DATABASE_URL, database);
    startAt(14);
    TestUser ann = asksToBeAsked();
    BotProcess second =
        new BotProcess(elsewhere)
            .set(Setting.TELEGRAM_API_URL, testEnvironment.telegram().url())
            .set(Setting.TELEGRAM_BOT_TOKEN, testEnvironment.telegram().token())
            .set(Setting.TIME_ZONE, zoneAt(14))
            .set(Setting.DATABASE_URL, database);
    second.start();
    try {
      testEnvironment.telegram().faults().always("sendMessage", Fault.tooManyRequests(600));
      letTheTimeCome(
          "jdbc:" + database.replaceFirst("//.*@", "//") + "?user=postgres&password=postgres");
      testEnvironment
          .telegram()
          .calls()
          .await(
              call -> call.text("text").equals(testEnvironment.texts().phrase("follow-up")),
              TestEnvironment.PATIENCE);
      testEnvironment.telegram().faults().clear();

      testEnvironment.kill();

      awaitOne(ann);
      ann.taps("better");
      ann.reads("eased");
    } finally {
      second.kill();
    }
  }
}
