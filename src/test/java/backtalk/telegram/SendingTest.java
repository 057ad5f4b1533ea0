package backtalk.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.Message;
import backtalk.dialogue.Message.Kind;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.emulator.Fault;
import backtalk.emulator.Person;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that messages are sent in order, that none is lost, and that one that Telegram refuses
 * blocks no other.
 */
class SendingTest {
  @RegisterExtension final BotFixture botFixture = new BotFixture();

  @ParameterizedTest
  @ValueSource(strings = {"5xx", "page", "drop", "429"})
  void aFailedCallIsRepeatedInOrder(String what) {
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");
    botFixture.telegram().faults().next("sendMessage", 2, fault(what));

    ann.says("one");
    ann.says("two");

    ann.awaits("TYPED two");
    assertThat(ann.screen().texts()).containsExactly("TYPED one", "TYPED two");
  }

  private static Fault fault(String what) {
    return switch (what) {
      case "5xx" -> Fault.serverError();
      case "page" -> Fault.badGateway();
      case "drop" -> new Fault.DropBefore();
      default -> Fault.tooManyRequests(1);
    };
  }

  /**
   * The bot cannot know whether the first call was carried out, so that the message may appear
   * twice.
   */
  @Test
  void aLostAnswerDuplicatesAtMostOneMessage() {
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");
    botFixture.telegram().faults().next("sendMessage", new Fault.DropAfter());

    ann.says("one");
    ann.says("two");

    ann.awaits("TYPED two");
    assertThat(ann.screen().texts()).containsExactly("TYPED one", "TYPED one", "TYPED two");
    assertThat(botFixture.telegram().calls().count("sendMessage")).isEqualTo(3);
  }

  @Test
  void aWaitOfOneChatDoesNotDelayOthers() {
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");
    Person bob = botFixture.telegram().person("Bob");
    botFixture
        .telegram()
        .faults()
        .when(
            call -> call.is("sendMessage") && call.text("chat_id").equals("" + ann.id()),
            Fault.tooManyRequests(600));

    ann.says("hello");
    botFixture.telegram().calls().await("sendMessage", 1, BotFixture.PATIENCE);
    bob.says("hello");

    bob.awaits("TYPED hello");
    assertThat(ann.screen().texts()).isEmpty();
  }

  @Test
  void aMessageThatTelegramRefusesIsDropped() {
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");
    botFixture
        .telegram()
        .faults()
        .when(
            call -> call.is("sendMessage") && call.text("text").contains("one"),
            Fault.badRequest("message is cursed"));

    ann.says("one");
    ann.says("two");

    ann.awaits("TYPED two");
    botFixture.telegram().awaitQuiet();
    assertThat(ann.screen().texts()).containsExactly("TYPED two");
    assertThat(botFixture.dialogueStore.unsent(10)).isEmpty();
  }

  @Test
  void aDeactivatedPersonIsRecordedAsUnreachable() {
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");
    botFixture
        .telegram()
        .faults()
        .next("sendMessage", Fault.forbidden("Forbidden: user is deactivated"));

    ann.says("one");
    botFixture.telegram().calls().await("sendMessage", 1, BotFixture.PATIENCE);
    botFixture.telegram().awaitQuiet();

    assertThat(botFixture.dialogueStore.reachable(ann.id())).contains(false);
    assertThat(botFixture.dialogueStore.unsent(10)).isEmpty();
  }

  @Test
  void messagesThatAnEarlierRunLeftAreSentFirst() {
    Person ann = botFixture.telegram().person("Ann");
    botFixture.dialogueStore.addUnsent(message(ann, 1, 0, "left one"));
    botFixture.dialogueStore.addUnsent(message(ann, 1, 1, "left two"));

    botFixture.start();
    ann.says("three");

    ann.awaits("TYPED three");
    assertThat(ann.screen().texts()).containsExactly("left one", "left two", "TYPED three");
  }

  @Test
  void messagesThatAnotherReplicaLeftAreRecovered() {
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");

    botFixture.dialogueStore.addUnsent(message(ann, 7, 0, "from a failed replica"));

    ann.awaits("from a failed replica");
    botFixture.telegram().awaitQuiet();
    assertThat(ann.screen().texts()).hasSize(1);
    assertThat(botFixture.dialogueStore.unsent(10)).isEmpty();
  }

  @Test
  void messagesThatWaitWhenTheBotClosesAreSentAfterTheRestart() {
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");
    botFixture.telegram().faults().always("sendMessage", Fault.tooManyRequests(600));
    ann.says("one");
    botFixture.telegram().calls().await("sendMessage", 1, BotFixture.PATIENCE);

    botFixture.telegram().faults().clear();
    botFixture.restart();

    ann.awaitsOnScreen("TYPED one");
    botFixture.telegram().awaitQuiet();
    assertThat(ann.screen().texts()).containsExactly("TYPED one");
  }

  private static OutboxMessage message(Person person, long revision, int seq, String text) {
    return new OutboxMessage(
        new ChatId(person.id()),
        revision,
        seq,
        new Message(Kind.NOTE, FormattedText.of(text), List.of()),
        new OutboxMessage.Way.Send(OptionalLong.empty()),
        OptionalLong.empty());
  }
}
