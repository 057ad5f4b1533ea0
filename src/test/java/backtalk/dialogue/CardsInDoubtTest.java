package backtalk.dialogue;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that a tapped card neither calms nor shows exercises while a sign is in doubt. */
class CardsInDoubtTest {

  private Chat chat;

  @BeforeEach
  void hint() {
    chat = new Chat(BackCracking.CONVERSATION);
    chat.says("my chest does something funny when it cracks");
    assertThat(chat.dialogue.question().pending())
        .contains(new Confirmation.OfFact("chest-or-breath"));
  }

  private String card(String group, String topic) {
    chat.commands("topics");
    chat.taps(requireNonNull(BackCracking.CONVERSATION.topicGroups().get(group)));
    chat.taps(requireNonNull(BackCracking.CONVERSATION.topics().get(topic)).button());
    return chat.said();
  }

  @Test
  void exercisesAreLeftOut() {
    assertThat(card("relief", "safe-relief-exercises"))
        .contains(BackCracking.CONVERSATION.phrase("withheld"))
        .doesNotContain("cat-cow");
  }

  @Test
  void nothingIsCalledNormal() {
    assertThat(card("worry", "harmless-normal")).doesNotContain("Usually yes");
  }

  @Test
  void afterANoTheCardIsAsEver() {
    chat.says("no");

    assertThat(chat.fact("chest-or-breath")).contains(Answer.NO);
    assertThat(card("worry", "harmless-normal")).contains("Usually yes");
  }
}
