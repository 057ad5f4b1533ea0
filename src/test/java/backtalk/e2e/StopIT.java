package backtalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.emulator.Call;
import backtalk.emulator.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests a regular stop and the restart after it. */
class StopIT {
  private static final List<String> SETTERS =
      List.of("setMyCommands", "setMyDescription", "setMyShortDescription");

  @RegisterExtension final TestEnvironment testEnvironment = TestEnvironment.forEach();

  @Test
  void aStopExitsWithZeroAndConfirmsUpdatesAndARestartKeepsTheProfile() {
    TestUser ann = testEnvironment.testUser("Ann");
    ann.begins();
    ann.denies("urgent", "feeling");
    testEnvironment.telegram().calls().await("setMyShortDescription", 1, TestEnvironment.PATIENCE);

    assertThat(testEnvironment.bot().terminate()).isZero();
    testEnvironment.telegram().hangUp();

    assertThat(testEnvironment.telegram().unconfirmed()).isZero();
    Call last = testEnvironment.telegram().calls().of("getUpdates").getLast();
    assertThat(last.text("offset"))
        .isEqualTo(Long.toString(testEnvironment.telegram().lastUpdateId() + 1));
    assertThat(testEnvironment.telegram().commands("all_private_chats", ""))
        .contains("forget", "mydata");
    assertThat(testEnvironment.telegram().commands("all_group_chats", ""))
        .contains("help")
        .doesNotContain("forget", "mydata");

    testEnvironment.start();
    testEnvironment.telegram().calls().await("getMyShortDescription", 2, TestEnvironment.PATIENCE);
    ann.denies("feeling", "signs");
    testEnvironment.quiet(ann.person());
    assertThat(SETTERS)
        .extracting(method -> testEnvironment.telegram().calls().count(method))
        .as("commands are set for private chats and for groups")
        .containsExactly(2L, 1L, 1L);
  }

  @Test
  void messagesThatWereNotSentAreSentAfterTheRestart() {
    TestUser bea = testEnvironment.testUser("Bea");
    testEnvironment.telegram().faults().always("sendMessage", Fault.badGateway());
    bea.person().command("/check");
    testEnvironment.telegram().calls().await("sendMessage", 1, TestEnvironment.PATIENCE);

    assertThat(testEnvironment.bot().terminate()).isZero();
    testEnvironment.telegram().hangUp();
    testEnvironment.telegram().faults().clear();
    testEnvironment.start();

    bea.asked("urgent");
    testEnvironment.quiet();
    assertThat(bea.person().screen().fromBot()).hasSize(1);
  }

  @Test
  void aTokenRefusedWhileRunningStopsTheBotWithOneLine() {
    TestUser carl = testEnvironment.testUser("Carl");
    testEnvironment.quiet();
    testEnvironment.telegram().faults().always("getUpdates", Fault.unauthorized());
    carl.person().command("/check");

    assertThat(testEnvironment.bot().awaitExit(Duration.ofSeconds(30))).isNotZero();
    assertThat(testEnvironment.bot().err("(401)")).hasSize(1);
  }
}
