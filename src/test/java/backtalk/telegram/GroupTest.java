package backtalk.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.dialogue.Button;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.Message.Kind;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.input.Input.Manner;
import backtalk.emulator.Group;
import backtalk.emulator.Person;
import backtalk.emulator.TelegramMessage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that the bot replies in groups only to messages that are addressed to it. */
class GroupTest {
  @RegisterExtension final BotFixture botFixture = new BotFixture();

  @Test
  void onlyMessagesToTheBotAreHandled() {
    botFixture.start();
    Group group = botFixture.telegram().group("Backs", false);
    Person ann = botFixture.telegram().person("Ann");

    group.says(ann, "my back cracks");
    group.says(ann, "/help@SomeOtherBot");
    group.says(ann, "/weather");
    group.says(ann, "hey @backtalktestbot, why does it crack?");
    group.awaits("TYPED hey, why does it crack?");
    group.says(ann, "/help@BacktalkTestBot me");
    group.awaits("/help me");
    group.says(ann, "/topics");
    group.awaits("/topics");

    assertThat(botFixture.script.groupInputs()).hasSize(3);
    assertThat(botFixture.script.inputs()).isEmpty();
  }

  @Test
  void aReplyToTheBotIsHandled() {
    botFixture.start();
    Group group = botFixture.telegram().group("Backs", false);
    Person ann = botFixture.telegram().person("Ann");
    group.says(ann, "/help");
    TelegramMessage answer = group.awaits("/help");
    TelegramMessage other = group.says(ann, "to all of you");

    group.replies(ann, other, "not to the bot");
    group.replies(ann, answer, "and arthritis?");
    group.awaits("TYPED and arthritis?");

    assertThat(botFixture.script.groupInputs())
        .containsExactly(
            new Input.Commanded("help", ""), new Input.Said("and arthritis?", Manner.TYPED));
  }

  @Test
  void theAnswerIsAReplyInTheSameThread() {
    botFixture.start();
    Group forum = botFixture.telegram().group("Backs", true);
    Person ann = botFixture.telegram().person("Ann");
    long topic = forum.topic();

    TelegramMessage question = forum.says(ann, Group.botName() + " is it harmless?", topic);

    TelegramMessage answer = forum.awaits("TYPED is it harmless?");
    assertThat(answer.thread()).isEqualTo(topic);
    assertThat(answer.replyTo()).isEqualTo(question.id());
  }

  @Test
  void channelsAndAnonymousAdministratorsGetNoReply() {
    botFixture.start();
    Group group = botFixture.telegram().group("Backs", false);
    Person ann = botFixture.telegram().person("Ann");

    group.anonymousAdminSays(Group.botName() + " hello");
    botFixture.telegram().channel("News").posts("/help");
    group.says(ann, "/help");
    group.awaits("/help");

    assertThat(botFixture.script.groupInputs()).hasSize(1);
  }

  @Test
  void topicButtonsWorkAndOthersPointToThePrivateChat() {
    botFixture.start();
    Group group = botFixture.telegram().group("Backs", false);
    Person ann = botFixture.telegram().person("Ann");
    List<Button> row = List.of(new Button("Ageing", "n.1.t:ageing"), new Button("Yes", "n.1.s:y"));
    botFixture.script.answers(
        input ->
            input instanceof Input.Tapped
                ? Script.says("About ageing")
                : Script.turn(
                    List.of(
                        new backtalk.dialogue.Message(
                            Kind.NOTE, FormattedText.of("Topics"), List.of(row))),
                    null,
                    null));
    group.says(ann, "/topics");
    TelegramMessage topics = group.awaits("Topics");

    group.taps(ann, "Yes");
    group.awaitsToast("phrase group-greeting");
    group.taps(ann, "Ageing");

    assertThat(group.awaits("About ageing").replyTo()).isEqualTo(topics.id());
    group.awaitsAnswers();
    assertThat(botFixture.script.groupInputs()).hasSize(2);
  }

  @Test
  void aGroupThatRemovesTheBotIsUnreachable() {
    botFixture.start();
    Group group = botFixture.telegram().group("Backs", false);
    Person ann = botFixture.telegram().person("Ann");

    group.kicks(ann);
    botFixture.telegram().awaitQuiet();

    assertThat(botFixture.dialogueStore.reachable(group.id())).contains(false);
  }
}
