package backtalk.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.dialogue.FormattedText;
import backtalk.dialogue.FormattedText.Mark;
import backtalk.dialogue.FormattedText.Style;
import backtalk.dialogue.Message;
import backtalk.dialogue.Message.Kind;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.input.Input.Manner;
import backtalk.emulator.Person;
import backtalk.emulator.TelegramMessage;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests a private chat: the inputs of a person, and the messages that they see. */
class PrivateChatTest {
  @RegisterExtension final BotFixture botFixture = new BotFixture();

  @Test
  void aTextGetsAReply() {
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");

    ann.says("my back cracks");

    ann.awaits("TYPED my back cracks");
  }

  @Test
  void commandsAreParsedWithoutTheLibrary() {
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");

    ann.says("/Start sitting");
    ann.awaits("/start sitting");
    ann.says("/help@BacktalkTestBot");
    ann.awaits("/help");
    ann.says("see /help please");
    ann.awaits("TYPED see /help please");

    assertThat(botFixture.script.inputs())
        .containsExactly(
            new Input.Commanded("start", "sitting"),
            new Input.Commanded("help", ""),
            new Input.Said("see /help please", Manner.TYPED));
  }

  @Test
  void forwardedAndEditedTextsAreMarkedAsSuch() {
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");

    ann.forwards("/start now", "Bob");
    ann.awaits("FORWARDED /start now");
    long mine = ann.says("it hurts").id();
    ann.awaits("TYPED it hurts");
    ann.edits(mine, "it hurts a lot");
    ann.awaits("EDITED it hurts a lot");
  }

  @Test
  void contentWithoutTextIsNamedByItsKind() {
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");

    ann.sendsPhoto("");
    ann.awaits("unreadable photo");
    ann.sendsPhoto("it cracks here");
    ann.awaits("TYPED it cracks here");
    ann.sendsVoice();
    ann.awaits("unreadable voice");
    ann.sendsSticker();
    ann.awaits("unreadable sticker");
    ann.sendsDocument("scan.pdf");
    ann.awaits("unreadable document");
    ann.sends(
        "location",
        JsonNodeFactory.instance.objectNode().put("latitude", 1.5).put("longitude", 2.5));
    ann.awaits("unreadable other");
  }

  @Test
  void anAlbumIsNamedOnce() {
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");
    for (int i = 1; i <= 3; i++) {
      botFixture
          .telegram()
          .sendRaw(
              """
              {"message":{"message_id":%d,"date":1,"media_group_id":"77",
              "chat":{"id":%d,"type":"private"},
              "from":{"id":%d,"is_bot":false,"first_name":"Ann"},
              "photo":[{"file_id":"a","file_unique_id":"b","width":9,"height":9}]}}
              """
                  .formatted(i, ann.id(), ann.id()));
    }
    ann.says("hello");

    ann.awaits("TYPED hello");
    assertThat(ann.screen().texts()).containsExactly("unreadable photo", "TYPED hello");
  }

  @Test
  void telegramsOwnNoticesAreNotAnswered() {
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");

    ann.sends(
        "message_auto_delete_timer_changed",
        JsonNodeFactory.instance.objectNode().put("message_auto_delete_time", 86_400));
    ann.says("hello");
    ann.awaits("TYPED hello");

    assertThat(botFixture.script.inputs()).hasSize(1);
  }

  @Test
  void emphasisKeepsItsPosition() {
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");
    FormattedText text =
        new FormattedText(
            "🚨 Help & <b>now</b>\n\nwhy",
            List.of(new Mark(Style.BOLD, 3, 4), new Mark(Style.QUOTE, 22, 3)));
    botFixture.script.answers(
        input -> Script.turn(List.of(new Message(Kind.NOTE, text, List.of())), null, null));

    ann.says("hi");

    TelegramMessage seen = ann.awaits("Help & <b>now</b>");
    assertThat(seen.entities().toString())
        .contains("\"bold\"", "\"offset\":3,\"length\":4", "\"expandable_blockquote\"");
    assertThat(seen.json().path("link_preview_options").path("is_disabled").asBoolean()).isTrue();
    assertThat(botFixture.telegram().calls().unknownParameters()).isEmpty();
  }

  @Test
  void aTextThatIsTooLongIsSplitWithTheButtonsUnderTheLastPart() {
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");
    String paragraph = "crack ".repeat(500).strip();
    botFixture.script.answers(
        input ->
            Script.turn(
                List.of(Script.question(paragraph + "\n\n" + paragraph, "yes")), null, null));

    ann.says("hi");
    ann.awaits(message -> message.labels().contains("yes"));

    List<TelegramMessage> parts = ann.screen().fromBot();
    assertThat(parts).hasSize(2);
    assertThat(parts).allSatisfy(part -> assertThat(part.text()).isEqualTo(paragraph));
    assertThat(parts.getFirst().labels()).isEmpty();
  }

  @Test
  void aPersonWhoBlocksTheBotIsUnreachable() {
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");
    ann.says("hi");
    ann.awaits("TYPED hi");

    ann.blocks();
    botFixture.telegram().awaitQuiet();
    assertThat(botFixture.dialogueStore.reachable(ann.id())).contains(false);

    ann.unblocks();
    botFixture.telegram().awaitQuiet();
    assertThat(botFixture.dialogueStore.reachable(ann.id())).contains(true);
  }

  @Test
  void theMenuIsSetOnceAndOnlyWhereItDiffers() {
    botFixture.start();
    botFixture.telegram().awaitQuiet();
    assertThat(botFixture.telegram().commands("all_private_chats", ""))
        .contains("mydata", "phrase cmd-mydata", "forget");
    assertThat(botFixture.telegram().commands("all_group_chats", ""))
        .contains("topics", "phrase cmd-topics")
        .doesNotContain("mydata", "forget");
    botFixture.restart();
    botFixture.telegram().awaitQuiet();

    assertThat(botFixture.telegram().calls().count("setMyCommands")).isEqualTo(2);
    assertThat(botFixture.telegram().calls().count("setMyDescription")).isEqualTo(1);
    assertThat(botFixture.telegram().calls().count("setMyShortDescription")).isEqualTo(1);
    assertThat(botFixture.telegram().calls().count("getMyCommands")).isGreaterThanOrEqualTo(4);
  }
}
