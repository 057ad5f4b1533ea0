package backtalk.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.dialogue.FormattedText;
import backtalk.dialogue.FormattedText.Mark;
import backtalk.dialogue.FormattedText.Style;
import backtalk.dialogue.InlineCard;
import backtalk.emulator.Person;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A question in any chat gets cards and a button to the private chat, and leaves no trace. */
class InlineTest {

  @RegisterExtension private final BotFixture botFixture = new BotFixture();

  private Person ann() {
    FormattedText text = new FormattedText("Gas", List.of(new Mark(Style.BOLD, 0, 3)));
    botFixture.inline = question -> List.of(new InlineCard("Re: " + question, text));
    botFixture.start();
    return botFixture.telegram().person("Ann");
  }

  @Test
  void theCardsAndAButtonAreTheAnswer() {
    JsonNode answer = ann().asksInline("why does it crack");

    JsonNode card = answer.path("results").path(0);
    assertThat(card.path("title").asText()).isEqualTo("Re: why does it crack");
    assertThat(card.path("input_message_content").path("message_text").asText()).isEqualTo("Gas");
    assertThat(card.path("input_message_content").path("entities")).hasSize(1);
    assertThat(answer.path("button").path("start_parameter").asText()).isEqualTo("check");
    assertThat(answer.path("is_personal").asBoolean()).isTrue();
    assertThat(botFixture.telegram().calls().unknownParameters()).isEmpty();
  }

  @Test
  void nothingOfItIsKept() {
    Person ann = ann();
    ann.asksInline("why does it crack");
    botFixture.telegram().awaitQuiet();

    assertThat(botFixture.script.inputs()).isEmpty();
    assertThat(botFixture.dialogueStore.unsent(10)).isEmpty();
  }

  @Test
  void withoutAQuestionThereIsTheButtonOnly() {
    JsonNode answer = ann().asksInline("  ");

    assertThat(answer.path("results")).isEmpty();
    assertThat(answer.path("button").path("text").asText()).isEqualTo("phrase check-privately");
  }
}
