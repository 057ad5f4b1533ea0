package backtalk.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.dialogue.input.Input;
import backtalk.emulator.Group;
import backtalk.emulator.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests taps on messages that Telegram no longer shows to the bot. */
class UnseenTapTest {
  private static final long OLD_MESSAGE = 7;

  @RegisterExtension final BotFixture botFixture = new BotFixture();

  @Test
  void aTapOnAnOldMessageIsHandled() {
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");

    ann.tapsAt(OLD_MESSAGE, "n.1.a:numb:y");

    ann.awaits("tapped n.1.a:numb:y");
    ann.awaitsAnswers();
    assertThat(ann.toasts()).isEmpty();
  }

  @Test
  void aTapOnAnOldMessageOfAGroupIsHandled() {
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");
    Group group = botFixture.telegram().group("Backs", false);

    group.tapsAt(ann, OLD_MESSAGE, "n.1.t:ageing");

    group.awaits("tapped n.1.t:ageing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"n.1.t:ageing", "n.1.v:help", "of no version", "n.1.c:numb"})
  void aTapWithoutAMessageIsAnsweredThatTheButtonNoLongerWorks(String data) {
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");

    ann.tapsUnseen(data);

    ann.awaitsToast("phrase button-too-old");
    assertThat(botFixture.script.inputs()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"n.1.a:numb:y", "n.1.s:y", "n.1.r:n"})
  void anAnswerToAQuestionIsHandledEvenWithoutItsMessage(String data) {
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");

    ann.tapsUnseen(data);

    ann.awaits("tapped " + data);
    ann.awaitsAnswers();
    assertThat(botFixture.script.inputs()).containsExactly(new Input.Tapped(data));
  }
}
