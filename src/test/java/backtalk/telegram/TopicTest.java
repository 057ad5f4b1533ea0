package backtalk.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Input;
import backtalk.dialogue.Message.Kind;
import backtalk.dialogue.Outgoing;
import backtalk.dialogue.Text;
import backtalk.dialogue.Text.Mark;
import backtalk.dialogue.Text.Style;
import backtalk.emulator.Message;
import backtalk.emulator.Person;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Topics of a private chat: what is said in one is answered there. */
class TopicTest {
  @RegisterExtension final Rig rig = new Rig();

  @Test
  void wordsAreAnsweredInTheirTopic() {
    rig.start();
    Person ann = rig.telegram().person("Ann");
    long first = ann.topic();
    long second = ann.topic();

    ann.says("one", first);
    assertThat(ann.awaits("TYPED one").thread()).isEqualTo(first);
    ann.says("two", second);
    assertThat(ann.awaits("TYPED two").thread()).isEqualTo(second);
    ann.says("three");
    assertThat(ann.awaits("TYPED three").thread()).isZero();
    long mine = ann.says("four", first).id();
    ann.awaits("TYPED four");
    ann.edits(mine, "five");
    assertThat(ann.awaits("EDITED five").thread()).isEqualTo(first);
  }

  @Test
  void tapsAreAnsweredInTheirTopic() {
    rig.start();
    rig.script.answers(
        input ->
            input instanceof Input.Tapped
                ? Script.echo(input)
                : Script.turn(List.of(Script.question("Numb?", "yes")), null, null));
    Person ann = rig.telegram().person("Ann");
    long topic = ann.topic();
    ann.says("check", topic);
    assertThat(ann.awaits("Numb?").thread()).isEqualTo(topic);

    ann.taps("yes");

    assertThat(ann.awaits("tapped").thread()).isEqualTo(topic);
  }

  @Test
  void aQuestionThatCannotBeChangedAnyMoreIsAskedAnewInItsTopic() {
    rig.start();
    rig.script.answers(
        input -> Script.turn(List.of(Script.question(input.toString(), "yes")), null, null));
    Person ann = rig.telegram().person("Ann");
    long topic = ann.topic();
    ann.says("check", topic);
    Message first = ann.awaits("check");
    rig.telegram().awaitQuiet();
    ann.freezes(first.id());

    ann.taps("yes");

    Message next = ann.awaits("Tapped");
    assertThat(next.id()).isNotEqualTo(first.id());
    assertThat(next.thread()).isEqualTo(topic);
  }

  @Test
  void wordsForATopicThatIsGoneStandOutsideOfIt() {
    rig.start();
    Person ann = rig.telegram().person("Ann");
    long topic = ann.topic();
    rig.script.answers(
        input -> {
          ann.deletesTopic(topic);
          return Script.turn(List.of(bold()), null, null);
        });

    ann.says("numb", topic);

    Message seen = ann.awaits("Call 112");
    rig.telegram().awaitQuiet();
    assertThat(seen.thread()).isZero();
    assertThat(seen.entities()).as("only the topic is left out").hasSize(1);
    assertThat(rig.memory.unsent(10)).isEmpty();
  }

  private static backtalk.dialogue.Message bold() {
    Text text = new Text("Call 112", List.of(new Mark(Style.BOLD, 0, 4)));
    return new backtalk.dialogue.Message(Kind.NOTE, text, List.of());
  }

  @Test
  void whatAnEarlierRunLeftGoesToTheTopicOfItsRow() {
    Person ann = rig.telegram().person("Ann");
    long topic = ann.topic();
    rig.memory.left(
        new Outgoing(
            new ChatId(ann.id()),
            1,
            0,
            bold(),
            new Outgoing.Way.Send(OptionalLong.empty()),
            OptionalLong.of(topic)));

    rig.start();

    ann.awaitsOnScreen("Call 112");
    assertThat(ann.newest().thread()).isEqualTo(topic);
  }
}
