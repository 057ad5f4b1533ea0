package backtalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.emulator.Channel;
import backtalk.emulator.Group;
import backtalk.emulator.Person;
import backtalk.emulator.TelegramButton;
import backtalk.emulator.TelegramMessage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests groups: the bot answers only messages addressed to it, and asks no check questions. */
class GroupIT {
  @RegisterExtension static final TestEnvironment testEnvironment = TestEnvironment.forAll();

  private final ConversationTexts texts = testEnvironment.texts();
  private final String sound = texts.asks("sound-mechanism");

  @Test
  void aQuestionThatMentionsTheBotIsAnsweredWithALinkToThePrivateChat() {
    Person ann = testEnvironment.person("Ann");
    Group group = testEnvironment.group("Runners", false);

    TelegramMessage asked = group.says(ann, Group.botName() + " " + sound);
    TelegramMessage answer = group.awaits(texts.answer("sound-mechanism"));
    testEnvironment.quiet();

    assertThat(answer.replyTo()).isEqualTo(asked.id());
    TelegramButton privately = button(answer);
    assertThat(privately.url())
        .isEqualTo("https://t.me/" + Group.botName().substring(1) + "?start=check");
    assertThat(group.screen().fromBot()).hasSize(1);
  }

  @Test
  void theLinkToThePrivateChatStartsACheck() {
    TestUser bea = testEnvironment.testUser("Bea");

    bea.person().command("/start", "check");

    bea.asked("urgent");
    testEnvironment.quiet();
  }

  @Test
  void aMenuCommandIsAnsweredWithoutCheckQuestions() {
    Person carl = testEnvironment.person("Carl");
    Group group = testEnvironment.group("Rowers", false);

    group.says(carl, "/check");
    TelegramMessage answer = group.awaits(texts.phrase("group-greeting"));
    testEnvironment.quiet();

    assertThat(answer.labels()).containsExactly(texts.phrase("check-privately"));
    assertThat(group.screen().shows(texts.question("urgent"))).isFalse();
  }

  @Test
  void aReplyToTheBotIsAnsweredInItsThread() {
    Person dora = testEnvironment.person("Dora");
    Group forum = testEnvironment.group("Forum", true);
    long topic = forum.topic();
    forum.says(dora, "/help" + Group.botName(), topic);
    TelegramMessage greeting = forum.awaits(texts.phrase("group-greeting"));

    TelegramMessage asked = forum.replies(dora, greeting, sound);
    TelegramMessage answer = forum.awaits(texts.answer("sound-mechanism"));
    testEnvironment.quiet();

    assertThat(List.of(greeting.thread(), answer.thread())).containsOnly(topic);
    assertThat(answer.replyTo()).isEqualTo(asked.id());
  }

  @Test
  void anEmergencyMentionedInAGroupIsAnsweredThereAndNotStored() {
    TestUser emil = testEnvironment.testUser("Emil");
    Group group = testEnvironment.group("Walkers", false);

    group.says(emil.person(), Group.botName() + " " + texts.mentionOf("bladder-bowel"));
    group.awaits(texts.phrase("group-emergency"));
    emil.person().command("/mydata");
    emil.reads("my-data-none");

    testEnvironment.quiet();
  }

  @Test
  void messagesNotAddressedToTheBotAreNotAnswered() {
    Person fay = testEnvironment.person("Fay");
    Group group = testEnvironment.group("Silence", true);
    Channel channel = testEnvironment.telegram().channel("News");

    group.says(fay, sound);
    group.says(fay, "/check@SomeOtherBot");
    group.anonymousAdminSays(Group.botName() + " " + sound);
    channel.posts("/check");
    testEnvironment.quiet();

    assertThat(group.screen().fromBot()).isEmpty();
    assertThat(channel.screen().fromBot()).isEmpty();
  }

  @Test
  void aTopicTappedInAGroupIsAnsweredThere() {
    Person gus = testEnvironment.person("Gus");
    Group group = testEnvironment.group("Swimmers", false);
    group.says(gus, Group.botName() + " " + sound);
    group.awaits(texts.answer("sound-mechanism"));

    group.taps(gus, texts.topic("harmless-normal").button());
    group.awaits(texts.answer("harmless-normal"));
    testEnvironment.quiet();

    assertThat(group.callbacks()).allMatch(tap -> tap.answered());
  }

  private TelegramButton button(TelegramMessage message) {
    return message.buttons().stream()
        .filter(button -> button.label().equals(texts.phrase("check-privately")))
        .findFirst()
        .orElseThrow();
  }
}
