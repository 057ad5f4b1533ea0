package backtalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.emulator.Button;
import backtalk.emulator.Channel;
import backtalk.emulator.Group;
import backtalk.emulator.Message;
import backtalk.emulator.Person;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Groups: the bot answers who speaks to it, asks nobody about their back, and is silent else. */
class GroupIT {
  @RegisterExtension static final Stage stage = Stage.forAll();

  private final Back back = stage.back();
  private final String sound = back.asks("sound-mechanism");

  @Test
  void aQuestionThatNamesTheBotIsAnsweredWithAWayToThePrivateChat() {
    Person ann = stage.person("Ann");
    Group group = stage.group("Runners", false);

    Message asked = group.says(ann, Group.botName() + " " + sound);
    Message answer = group.awaits(back.answer("sound-mechanism"));
    stage.quiet();

    assertThat(answer.replyTo()).isEqualTo(asked.id());
    Button privately = button(answer);
    assertThat(privately.url())
        .isEqualTo("https://t.me/" + Group.botName().substring(1) + "?start=check");
    assertThat(group.screen().fromBot()).hasSize(1);
  }

  @Test
  void theWayToThePrivateChatBeginsACheck() {
    Visitor bea = stage.visitor("Bea");

    bea.person().command("/start", "check");

    bea.asked("urgent");
    stage.quiet();
  }

  @Test
  void aCommandOfTheMenuIsAnsweredAndNobodysFactsAreAsked() {
    Person carl = stage.person("Carl");
    Group group = stage.group("Rowers", false);

    group.says(carl, "/check");
    Message answer = group.awaits(back.phrase("group-greeting"));
    stage.quiet();

    assertThat(answer.labels()).containsExactly(back.phrase("check-privately"));
    assertThat(group.screen().shows(back.question("urgent"))).isFalse();
  }

  @Test
  void aReplyToTheBotIsAnsweredInItsThread() {
    Person dora = stage.person("Dora");
    Group forum = stage.group("Forum", true);
    long topic = forum.topic();
    forum.says(dora, "/help" + Group.botName(), topic);
    Message greeting = forum.awaits(back.phrase("group-greeting"));

    Message asked = forum.replies(dora, greeting, sound);
    Message answer = forum.awaits(back.answer("sound-mechanism"));
    stage.quiet();

    assertThat(List.of(greeting.thread(), answer.thread())).containsOnly(topic);
    assertThat(answer.replyTo()).isEqualTo(asked.id());
  }

  @Test
  void anEmergencyToldInAGroupIsAnsweredThereAndNotKept() {
    Visitor emil = stage.visitor("Emil");
    Group group = stage.group("Walkers", false);

    group.says(emil.person(), Group.botName() + " " + back.tells("bladder-bowel"));
    group.awaits(back.phrase("group-emergency"));
    emil.person().command("/mydata");
    emil.reads("my-data-none");

    stage.quiet();
  }

  @Test
  void whoeverDoesNotSpeakToTheBotHearsNothing() {
    Person fay = stage.person("Fay");
    Group group = stage.group("Silence", true);
    Channel channel = stage.telegram().channel("News");

    group.says(fay, sound);
    group.says(fay, "/check@SomeOtherBot");
    group.anonymousAdminSays(Group.botName() + " " + sound);
    channel.posts("/check");
    stage.quiet();

    assertThat(group.screen().fromBot()).isEmpty();
    assertThat(channel.screen().fromBot()).isEmpty();
  }

  @Test
  void aTopicTappedInAGroupIsAnsweredThere() {
    Person gus = stage.person("Gus");
    Group group = stage.group("Swimmers", false);
    group.says(gus, Group.botName() + " " + sound);
    group.awaits(back.answer("sound-mechanism"));

    group.taps(gus, back.topic("harmless-normal").button());
    group.awaits(back.answer("harmless-normal"));
    stage.quiet();

    assertThat(group.callbacks()).allMatch(tap -> tap.answered());
  }

  private Button button(Message message) {
    return message.buttons().stream()
        .filter(button -> button.label().equals(back.phrase("check-privately")))
        .findFirst()
        .orElseThrow();
  }
}
