package backtalk.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Message;
import backtalk.dialogue.Message.Kind;
import backtalk.dialogue.Outgoing;
import backtalk.dialogue.Text;
import backtalk.emulator.Fault;
import backtalk.emulator.Person;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Getting messages out: in order, not lost, and not stuck behind one that will never go. */
class SendingTest {
  @RegisterExtension final Rig rig = new Rig();

  @ParameterizedTest
  @ValueSource(strings = {"5xx", "page", "drop", "429"})
  void whatTelegramDidNotDoIsDoneAgainInOrder(String what) {
    rig.start();
    Person ann = rig.telegram().person("Ann");
    rig.telegram().faults().next("sendMessage", 2, fault(what));

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

  /** Nobody can know whether it was done; twice is better than not at all, thrice is not. */
  @Test
  void aLostAnswerMakesOneDoubleAtTheMost() {
    rig.start();
    Person ann = rig.telegram().person("Ann");
    rig.telegram().faults().next("sendMessage", new Fault.DropAfter());

    ann.says("one");
    ann.says("two");

    ann.awaits("TYPED two");
    assertThat(ann.screen().texts()).containsExactly("TYPED one", "TYPED one", "TYPED two");
    assertThat(rig.telegram().calls().count("sendMessage")).isEqualTo(3);
  }

  @Test
  void oneChatsWaitIsNotTheOthers() {
    rig.start();
    Person ann = rig.telegram().person("Ann");
    Person bob = rig.telegram().person("Bob");
    rig.telegram()
        .faults()
        .when(
            call -> call.is("sendMessage") && call.text("chat_id").equals("" + ann.id()),
            Fault.tooManyRequests(600));

    ann.says("hello");
    rig.telegram().calls().await("sendMessage", 1, Rig.PATIENCE);
    bob.says("hello");

    bob.awaits("TYPED hello");
    assertThat(ann.screen().texts()).isEmpty();
  }

  @Test
  void whatTelegramWillNeverTakeIsDropped() {
    rig.start();
    Person ann = rig.telegram().person("Ann");
    rig.telegram()
        .faults()
        .when(
            call -> call.is("sendMessage") && call.text("text").contains("one"),
            Fault.badRequest("message is cursed"));

    ann.says("one");
    ann.says("two");

    ann.awaits("TYPED two");
    rig.telegram().awaitQuiet();
    assertThat(ann.screen().texts()).containsExactly("TYPED two");
    assertThat(rig.memory.unsent(10)).isEmpty();
  }

  @Test
  void aPersonWhoLeftIsNoted() {
    rig.start();
    Person ann = rig.telegram().person("Ann");
    rig.telegram().faults().next("sendMessage", Fault.forbidden("Forbidden: user is deactivated"));

    ann.says("one");
    rig.telegram().calls().await("sendMessage", 1, Rig.PATIENCE);
    rig.telegram().awaitQuiet();

    assertThat(rig.memory.reachable(ann.id())).contains(false);
    assertThat(rig.memory.unsent(10)).isEmpty();
  }

  @Test
  void whatAnEarlierRunLeftIsSentFirst() {
    Person ann = rig.telegram().person("Ann");
    rig.memory.left(left(ann, 1, 0, "left one"));
    rig.memory.left(left(ann, 1, 1, "left two"));

    rig.start();
    ann.says("three");

    ann.awaits("TYPED three");
    assertThat(ann.screen().texts()).containsExactly("left one", "left two", "TYPED three");
  }

  @Test
  void whatAnotherReplicaLeftIsFoundInTime() {
    rig.start();
    Person ann = rig.telegram().person("Ann");

    rig.memory.left(left(ann, 7, 0, "from a replica that died"));

    ann.awaits("from a replica that died");
    rig.telegram().awaitQuiet();
    assertThat(ann.screen().texts()).hasSize(1);
    assertThat(rig.memory.unsent(10)).isEmpty();
  }

  @Test
  void whatIsWaitingWhenTheBotClosesComesAfterTheRestart() {
    rig.start();
    Person ann = rig.telegram().person("Ann");
    rig.telegram().faults().always("sendMessage", Fault.tooManyRequests(600));
    ann.says("one");
    rig.telegram().calls().await("sendMessage", 1, Rig.PATIENCE);

    rig.telegram().faults().clear();
    rig.restart();

    ann.awaitsOnScreen("TYPED one");
    rig.telegram().awaitQuiet();
    assertThat(ann.screen().texts()).containsExactly("TYPED one");
  }

  private static Outgoing left(Person person, long revision, int seq, String text) {
    return new Outgoing(
        new ChatId(person.id()),
        revision,
        seq,
        new Message(Kind.NOTE, Text.of(text), List.of()),
        new Outgoing.Way.Send(OptionalLong.empty()),
        OptionalLong.empty());
  }
}
