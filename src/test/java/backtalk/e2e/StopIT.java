package backtalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.emulator.Call;
import backtalk.emulator.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The bot is asked to stop, and started again. */
class StopIT {
  private static final List<String> SETTERS =
      List.of("setMyCommands", "setMyDescription", "setMyShortDescription");

  @RegisterExtension final Stage stage = Stage.forEach();

  @Test
  void itEndsWithZeroConfirmsWhatItTookAndLeavesNoSetting() {
    Visitor ann = stage.visitor("Ann");
    ann.begins();
    ann.denies("urgent", "worrying");
    stage.telegram().calls().await("setMyShortDescription", 1, Stage.PATIENCE);

    assertThat(stage.bot().terminate()).isZero();
    stage.telegram().hangUp();

    assertThat(stage.telegram().unconfirmed()).isZero();
    Call last = stage.telegram().calls().of("getUpdates").getLast();
    assertThat(last.text("offset")).isEqualTo(Long.toString(stage.telegram().lastUpdateId() + 1));
    assertThat(stage.telegram().commands("default", "")).contains("forget", "mydata");

    stage.start();
    stage.telegram().calls().await("getMyShortDescription", 2, Stage.PATIENCE);
    ann.denies("worrying", "pain");
    stage.quiet(ann.person());
    assertThat(SETTERS).allMatch(method -> stage.telegram().calls().count(method) == 1);
  }

  @Test
  void whatCannotBeSentAnyMoreIsSentAfterTheNextStart() {
    Visitor bea = stage.visitor("Bea");
    stage.telegram().faults().always("sendMessage", Fault.badGateway());
    bea.person().command("/check");
    stage.telegram().calls().await("sendMessage", 1, Stage.PATIENCE);

    assertThat(stage.bot().terminate()).isZero();
    stage.telegram().hangUp();
    stage.telegram().faults().clear();
    stage.start();

    bea.asked("urgent");
    stage.quiet();
    assertThat(bea.person().screen().fromBot()).hasSize(1);
  }

  @Test
  void aTokenThatIsRefusedWhileItRunsEndsItInOneLine() {
    Visitor carl = stage.visitor("Carl");
    stage.quiet();
    stage.telegram().faults().always("getUpdates", Fault.unauthorized());
    carl.person().command("/check");

    assertThat(stage.bot().awaitExit(Duration.ofSeconds(30))).isNotZero();
    assertThat(stage.bot().err("(401)")).hasSize(1);
  }
}
