package backtalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.emulator.Person;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody else's program holds the database for longer than the bot waits for it. */
class LockedIT {
  static final String BROKEN = "something on my side is broken";

  @RegisterExtension final Stage stage = Stage.forEach();

  @Test
  void whoWritesMeanwhileIsToldSoOnceAndAnsweredAfterwards() throws Exception {
    Visitor ann = stage.visitor("Ann");
    ann.begins();
    stage.quiet();

    try (Connection other = stage.lock()) {
      ann.person().taps(stage.back().none("urgent"));
      assertThat(ann.person().awaits(BROKEN).text()).startsWith("If this could be an emergency");
      Person bea = stage.person("Bea");
      bea.says("my back cracks");
      bea.awaits(BROKEN);
      assertThat(stage.bot().err("another program holds the database")).isNotEmpty();
      assertThat(stage.telegram().unconfirmed()).isEqualTo(2);
      other.createStatement().execute("rollback");
      bea.awaits(message -> !message.text().contains(BROKEN) && message.fromBot());
    }

    ann.asked("worrying");
    stage.quiet(ann.person());
    assertThat(ann.person().screen().fromBot())
        .as("the question, the one fallback, and what is asked next below it")
        .filteredOn(message -> message.text().contains(BROKEN))
        .hasSize(1);
    assertThat(stage.telegram().unconfirmed()).isZero();
  }
}
