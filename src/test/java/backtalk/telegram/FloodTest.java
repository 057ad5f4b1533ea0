package backtalk.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.dialogue.Input;
import backtalk.dialogue.Input.Manner;
import backtalk.emulator.Person;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Too much at once: still listened to for danger, told so once, and nobody else suffers. */
class FloodTest {
  @RegisterExtension final Rig rig = new Rig();

  private final Watch watch = new Watch();
  private final Floods floods = new Floods(4, watch);

  @Test
  void aPersonIsToldOnceUntilTheyCalmDown() {
    assertThat(counts(6))
        .containsExactly(
            Floods.Level.FINE,
            Floods.Level.FINE,
            Floods.Level.FINE,
            Floods.Level.FINE,
            Floods.Level.FIRST_TOO_MUCH,
            Floods.Level.TOO_MUCH);
    assertThat(floods.count(2)).isEqualTo(Floods.Level.FINE);

    watch.pass(Duration.ofSeconds(1));
    assertThat(counts(2)).containsExactly(Floods.Level.FINE, Floods.Level.TOO_MUCH);

    watch.pass(Duration.ofSeconds(4));
    assertThat(counts(5)).endsWith(Floods.Level.FIRST_TOO_MUCH);
  }

  private List<Floods.Level> counts(int times) {
    return IntStream.range(0, times).mapToObj(i -> floods.count(1)).toList();
  }

  @Test
  void wordsOverTheLimitAreMarkedAndTheRestIsDropped() {
    Person ann = rig.telegram().person("Ann");
    for (int i = 0; i < 40; i++) {
      ann.says("word " + i);
    }
    ann.command("/help");
    ann.tapsAt(1, "n.1.t:ageing");
    // All of it waits when the first poll comes, so that no second passes in between.
    rig.start();
    ann.awaitsOnScreen("phrase slow-down");
    ann.awaitsAnswers();
    rig.telegram().awaitQuiet();

    List<Input> heard = rig.script.heard();
    assertThat(heard).hasSize(40).allMatch(Input.Said.class::isInstance);
    assertThat(heard.getFirst()).isEqualTo(new Input.Said("word 0", Manner.TYPED));
    assertThat(heard.getLast()).isEqualTo(new Input.Said("word 39", Manner.FLOOD));
    assertThat(ann.screen().texts()).containsOnlyOnce("phrase slow-down");
  }
}
