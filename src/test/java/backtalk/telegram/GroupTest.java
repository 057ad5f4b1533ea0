package backtalk.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.dialogue.Button;
import backtalk.dialogue.Input;
import backtalk.dialogue.Input.Manner;
import backtalk.dialogue.Message.Kind;
import backtalk.dialogue.Text;
import backtalk.emulator.Group;
import backtalk.emulator.Message;
import backtalk.emulator.Person;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Groups: the bot answers whoever speaks to it, and nobody else. */
class GroupTest {
  @RegisterExtension final Rig rig = new Rig();

  @Test
  void onlyThoseWhoSpeakToTheBotAreHeard() {
    rig.start();
    Group group = rig.telegram().group("Backs", false);
    Person ann = rig.telegram().person("Ann");

    group.says(ann, "my back cracks");
    group.says(ann, "/help@SomeOtherBot");
    group.says(ann, "/weather");
    group.says(ann, "hey @backtalktestbot, why does it crack?");
    group.awaits("TYPED hey, why does it crack?");
    group.says(ann, "/help@BacktalkTestBot me");
    group.awaits("/help me");
    group.says(ann, "/topics");
    group.awaits("/topics");

    assertThat(rig.script.heardInGroups()).hasSize(3);
    assertThat(rig.script.heard()).isEmpty();
  }

  @Test
  void aReplyToTheBotSpeaksToIt() {
    rig.start();
    Group group = rig.telegram().group("Backs", false);
    Person ann = rig.telegram().person("Ann");
    group.says(ann, "/help");
    Message answer = group.awaits("/help");
    Message other = group.says(ann, "to all of you");

    group.replies(ann, other, "not to the bot");
    group.replies(ann, answer, "and arthritis?");
    group.awaits("TYPED and arthritis?");

    assertThat(rig.script.heardInGroups())
        .containsExactly(
            new Input.Commanded("help", ""), new Input.Said("and arthritis?", Manner.TYPED));
  }

  @Test
  void theAnswerIsAReplyInTheSameThread() {
    rig.start();
    Group forum = rig.telegram().group("Backs", true);
    Person ann = rig.telegram().person("Ann");
    long topic = forum.topic();

    Message question = forum.says(ann, Group.botName() + " is it harmless?", topic);

    Message answer = forum.awaits("TYPED is it harmless?");
    assertThat(answer.thread()).isEqualTo(topic);
    assertThat(answer.replyTo()).isEqualTo(question.id());
  }

  @Test
  void channelsAndHiddenAdministratorsAreNotAnswered() {
    rig.start();
    Group group = rig.telegram().group("Backs", false);
    Person ann = rig.telegram().person("Ann");

    group.anonymousAdminSays(Group.botName() + " hello");
    rig.telegram().channel("News").posts("/help");
    group.says(ann, "/help");
    group.awaits("/help");

    assertThat(rig.script.heardInGroups()).hasSize(1);
  }

  @Test
  void topicButtonsWorkAndOthersSayWhereTheyWould() {
    rig.start();
    Group group = rig.telegram().group("Backs", false);
    Person ann = rig.telegram().person("Ann");
    List<Button> row = List.of(new Button("Ageing", "n.1.t:ageing"), new Button("Yes", "n.1.s:y"));
    rig.script.answers(
        input ->
            input instanceof Input.Tapped
                ? Script.says("About ageing")
                : Script.turn(
                    List.of(
                        new backtalk.dialogue.Message(Kind.NOTE, Text.of("Topics"), List.of(row))),
                    null,
                    null));
    group.says(ann, "/topics");
    Message topics = group.awaits("Topics");

    group.taps(ann, "Yes");
    group.awaitsToast("phrase group-greeting");
    group.taps(ann, "Ageing");

    assertThat(group.awaits("About ageing").replyTo()).isEqualTo(topics.id());
    group.awaitsAnswers();
    assertThat(rig.script.heardInGroups()).hasSize(2);
  }

  @Test
  void aGroupThatThrowsTheBotOutIsNotWrittenTo() {
    rig.start();
    Group group = rig.telegram().group("Backs", false);
    Person ann = rig.telegram().person("Ann");

    group.kicks(ann);
    rig.telegram().awaitQuiet();

    assertThat(rig.memory.reachable(group.id())).contains(false);
  }
}
