package backtalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.emulator.Fault;
import backtalk.emulator.TelegramMessage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that nothing is lost or repeated when the bot is killed and restarted. */
@Tag("thorough")
class CrashIT {
  @RegisterExtension final TestEnvironment testEnvironment = TestEnvironment.forEach();

  @Test
  void afterAKillDialoguesContinueAndEachUpdateIsAnsweredOnce() {
    TestUser ann = testEnvironment.testUser("Ann");
    TelegramMessage first = ann.begins();
    ann.denies("urgent", "feeling");
    testEnvironment.quiet();
    long answered = testEnvironment.telegram().lastUpdateId();
    String before = ann.person().screen().toString();

    TestUser carl = testEnvironment.testUser("Carl");
    testEnvironment.kill();
    carl.person().command("/check");
    carl.says(testEnvironment.texts().none("urgent"));
    testEnvironment.telegram().repeat(answered - 1);
    testEnvironment.telegram().repeat(answered);
    testEnvironment.start();
    carl.asked("feeling");
    testEnvironment.quiet();

    assertThat(carl.person().screen().fromBot()).hasSize(2);
    assertThat(ann.person().screen()).hasToString(before);
    TelegramMessage next = ann.denies("feeling", "signs");
    testEnvironment.quiet();
    assertThat(next.id()).isEqualTo(first.id());
    assertThat(ann.person().screen().fromBot()).hasSize(1);
  }

  @Test
  void committedMessagesAreSentAfterTheRestart() {
    TestUser bea = testEnvironment.testUser("Bea");
    testEnvironment.telegram().faults().always("sendMessage", new Fault.DropBefore());
    bea.person().command("/check");
    testEnvironment.telegram().calls().await("sendMessage", 1, TestEnvironment.PATIENCE);

    testEnvironment.kill();
    testEnvironment.telegram().faults().clear();
    testEnvironment.start();

    bea.asked("urgent");
    testEnvironment.quiet();
    assertThat(bea.person().screen().fromBot()).hasSize(1);
  }
}
