package backtalk.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.FormattedText.Mark;
import backtalk.dialogue.FormattedText.Style;
import backtalk.dialogue.Message.Kind;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.emulator.Person;
import backtalk.emulator.TelegramMessage;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that replies go to the forum topic of a private chat in which the person wrote. */
class TopicTest {
  @RegisterExtension final BotFixture botFixture = new BotFixture();

  @Test
  void aTextGetsItsReplyInItsTopic() {
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");
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
  void aTapGetsItsReplyInItsTopic() {
    botFixture.start();
    botFixture.script.answers(
        input ->
            input instanceof Input.Tapped
                ? Script.echo(input)
                : Script.turn(List.of(Script.question("Numb?", "yes")), null, null));
    Person ann = botFixture.telegram().person("Ann");
    long topic = ann.topic();
    ann.says("check", topic);
    assertThat(ann.awaits("Numb?").thread()).isEqualTo(topic);

    ann.taps("yes");

    assertThat(ann.awaits("tapped").thread()).isEqualTo(topic);
  }

  @Test
  void aQuestionThatCannotBeEditedIsSentAnewInItsTopic() {
    botFixture.start();
    botFixture.script.answers(
        input -> Script.turn(List.of(Script.question(input.toString(), "yes")), null, null));
    Person ann = botFixture.telegram().person("Ann");
    long topic = ann.topic();
    ann.says("check", topic);
    TelegramMessage first = ann.awaits("check");
    botFixture.telegram().awaitQuiet();
    ann.freezes(first.id());

    ann.taps("yes");

    TelegramMessage next = ann.awaits("Tapped");
    assertThat(next.id()).isNotEqualTo(first.id());
    assertThat(next.thread()).isEqualTo(topic);
  }

  @Test
  void aReplyToADeletedTopicIsSentOutsideOfIt() {
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");
    long topic = ann.topic();
    botFixture.script.answers(
        input -> {
          ann.deletesTopic(topic);
          return Script.turn(List.of(bold()), null, null);
        });

    ann.says("numb", topic);

    TelegramMessage seen = ann.awaits("Call 112");
    botFixture.telegram().awaitQuiet();
    assertThat(seen.thread()).isZero();
    assertThat(seen.entities()).as("only the topic is left out").hasSize(1);
    assertThat(botFixture.dialogueStore.unsent(10)).isEmpty();
  }

  private static backtalk.dialogue.Message bold() {
    FormattedText text = new FormattedText("Call 112", List.of(new Mark(Style.BOLD, 0, 4)));
    return new backtalk.dialogue.Message(Kind.NOTE, text, List.of());
  }

  @Test
  void aRecoveredMessageGoesToItsTopic() {
    Person ann = botFixture.telegram().person("Ann");
    long topic = ann.topic();
    botFixture.dialogueStore.addUnsent(
        new OutboxMessage(
            new ChatId(ann.id()),
            1,
            0,
            bold(),
            new OutboxMessage.Way.Send(OptionalLong.empty()),
            OptionalLong.of(topic)));

    botFixture.start();

    ann.awaitsOnScreen("Call 112");
    assertThat(ann.newest().thread()).isEqualTo(topic);
  }
}
