package backtalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.emulator.Fault;
import backtalk.emulator.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The bot dies as in a power cut, and is started again. */
class CrashIT {
  @RegisterExtension final Stage stage = Stage.forEach();

  @Test
  void dialoguesGoOnWhatWasAnsweredIsNotAnsweredAgainAndWhatCameMeanwhileIs() {
    Visitor ann = stage.visitor("Ann");
    Message first = ann.begins();
    ann.denies("urgent", "worrying");
    stage.quiet();
    long answered = stage.telegram().lastUpdateId();
    String before = ann.person().screen().toString();

    Visitor carl = stage.visitor("Carl");
    stage.kill();
    carl.person().command("/check");
    carl.says(stage.back().none("urgent"));
    stage.telegram().repeat(answered - 1);
    stage.telegram().repeat(answered);
    stage.start();
    carl.asked("worrying");
    stage.quiet();

    assertThat(carl.person().screen().fromBot()).hasSize(2);
    assertThat(ann.person().screen()).hasToString(before);
    Message next = ann.denies("worrying", "pain");
    stage.quiet();
    assertThat(next.id()).isEqualTo(first.id());
    assertThat(ann.person().screen().fromBot()).hasSize(1);
  }

  @Test
  void whatWasCommittedAndNotSentIsSentAfterTheStart() {
    Visitor bea = stage.visitor("Bea");
    stage.telegram().faults().always("sendMessage", Fault.dropBefore());
    bea.person().command("/check");
    stage.telegram().calls().await("sendMessage", 1, Stage.PATIENCE);

    stage.kill();
    stage.telegram().faults().clear();
    stage.start();

    bea.asked("urgent");
    stage.quiet();
    assertThat(bea.person().screen().fromBot()).hasSize(1);
  }
}
