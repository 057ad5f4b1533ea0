package backtalk.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.dialogue.Turn;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.input.Input.Manner;
import backtalk.emulator.Fault;
import backtalk.emulator.Group;
import backtalk.emulator.Person;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests a Bot API with fields and kinds that the library does not know. */
class NewerTelegramTest {
  @RegisterExtension final BotFixture botFixture = new BotFixture();

  @Test
  void moreFieldsInEveryAnswerChangeNothing() {
    botFixture.telegram().turnsNewer();
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");
    Group group = botFixture.telegram().group("Backs", true);
    botFixture.script.answers(NewerTelegramTest::asked);

    ann.says("see /help and @somebody");
    ann.awaits("Numb?");
    botFixture.telegram().awaitQuiet();
    ann.taps("yes");
    ann.awaits("tapped n.1.yes");
    ann.replies(ann.newest(), "it cracks");
    ann.forwards("it clicks", "Bob");
    ann.sendsPhoto("here");
    group.says(ann, Group.botName() + " hello", group.topic());
    group.awaits("Numb?");
    ann.blocks();
    botFixture.telegram().awaitQuiet();

    assertThat(botFixture.script.inputs())
        .containsExactly(
            new Input.Said("see /help and @somebody", Manner.TYPED),
            new Input.Tapped("n.1.yes"),
            new Input.Said("it cracks", Manner.TYPED),
            new Input.Said("it clicks", Manner.FORWARDED),
            new Input.Said("here", Manner.TYPED));
    assertThat(botFixture.dialogueStore.reachable(ann.id())).contains(false);
  }

  private static Turn asked(Input input) {
    return input instanceof Input.Tapped
        ? Script.echo(input)
        : Script.turn(List.of(Script.question("Numb?", "yes", "no")), null, null);
  }

  @Test
  void theProfileIsStillComparedCorrectly() {
    botFixture.telegram().turnsNewer();
    botFixture.start();
    botFixture.telegram().awaitQuiet();
    botFixture.restart();
    botFixture.telegram().awaitQuiet();

    for (String method : new String[] {"Commands", "Description", "ShortDescription"}) {
      long scopes = method.equals("Commands") ? 2 : 1;
      assertThat(calls("getMy" + method)).as(method).isEqualTo(2 * scopes);
      assertThat(calls("setMy" + method)).as(method).isEqualTo(scopes);
    }
  }

  private long calls(String method) {
    return botFixture.telegram().calls().count(method);
  }

  @Test
  void aServerWithoutOneMethodGetsTheRestOfTheProfile() {
    botFixture
        .telegram()
        .faults()
        .always(
            "getMyCommands",
            new Fault.Answer(
                404,
                "application/json",
                "{\"ok\":false,\"error_code\":404,\"description\":\"Not Found: method not"
                    + " found\"}"));
    botFixture.start();
    botFixture.telegram().awaitQuiet();

    assertThat(botFixture.telegram().calls().count("setMyDescription")).isEqualTo(1);
    assertThat(botFixture.telegram().calls().count("setMyShortDescription")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"entities\":[{\"type\":\"wobbly\",\"offset\":0,\"length\":4}]",
        "\"forward_origin\":{\"type\":\"wormhole\",\"date\":1}",
        "\"chat_background_set\":{\"type\":{\"type\":\"hologram\"}}",
        "\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"x\",\"teleport\":{}}]]}",
        "\"external_reply\":{\"origin\":{\"type\":\"wormhole\",\"date\":1}}",
        "\"reply_to_message\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":5,\"type\":\"planet\"}}",
        "\"paid_media\":{\"star_count\":1,\"paid_media\":[{\"type\":\"hologram\"}]}",
        "\"sender_chat\":{\"id\":-1,\"type\":\"planet\"}",
        "\"via_bot\":{\"id\":7}",
        "\"edit_date\":99999999999",
        "\"effect_id\":{\"id\":7}",
        "\"quote\":[1,2]"
      })
  void unknownKindsDoNotHideTheText(String odd) {
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");
    botFixture
        .telegram()
        .sendRaw(
            """
            {"message":{"message_id":9,"date":1,"text":"numb","chat":{"id":%1$d,"type":"private",
            "first_name":"Ann"},"from":{"id":%1$d,"is_bot":false,"first_name":"Ann"},%2$s}}
            """
                .formatted(ann.id(), odd));

    ann.awaits("numb");
  }

  @Test
  void anIncompleteUserDoesNotHideATextInAGroup() {
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");
    Group group = botFixture.telegram().group("Backs", false);
    botFixture
        .telegram()
        .sendRaw(
            """
            {"message":{"message_id":99999999999,"date":99999999999,"text":"%1$s numb",
            "entities":[{"type":"mention","offset":0,"length":%2$d}],
            "chat":{"id":%3$d,"type":"supergroup"},"from":{"id":%4$d}}}
            """
                .formatted(Group.botName(), Group.botName().length(), group.id(), ann.id()));

    group.awaits("TYPED numb");
  }

  @Test
  void aTapWithUnreadableFieldsIsHandled() {
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");
    botFixture
        .telegram()
        .sendRaw(
            """
            {"callback_query":{"id":"7","data":"n.1.yes","from":{"id":%1$d},"chat_instance":"1",
            "message":{"message_id":3,"date":99999999999,"chat":{"id":%1$d,"type":"private"}}}}
            """
                .formatted(ann.id()));

    ann.awaits("tapped n.1.yes");
  }

  @Test
  void aForwardWithAnUnknownOriginStaysForwarded() {
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");
    botFixture
        .telegram()
        .sendRaw(
            """
            {"message":{"message_id":3,"date":99999999999,"text":"numb",
            "forward_origin":{"type":"wormhole"},"chat":{"id":%1$d,"type":"private"},
            "from":{"id":%1$d}}}
            """
                .formatted(ann.id()));

    ann.awaits("FORWARDED numb");
  }
}
