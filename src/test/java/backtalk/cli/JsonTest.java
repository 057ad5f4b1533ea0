package backtalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
import backtalk.conversation.Level;
import backtalk.dialogue.Action;
import backtalk.dialogue.Button;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Facts;
import backtalk.dialogue.Message;
import backtalk.dialogue.Text;
import backtalk.dialogue.Told;
import backtalk.dialogue.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The lines that other programs read, letter by letter. */
class JsonTest {
  private static final Instant NOW = Instant.EPOCH;

  @Test
  void aTurnOfAChat() {
    Session.Exchange exchange =
        exchange("[A \"b\"]", Optional.of(Level.SEE_DOCTOR_TODAY), List.of("relief-feels-good"));

    assertThat(Json.chat(exchange))
        .isEqualTo(
            """
            {"input":"[A \\"b\\"]","action":"see-doctor","topics":["relief-feels-good"],\
            "state":"worrying","outcome":"see-doctor","facts":{"trauma":"yes","swelling":"unsure"},\
            "messages":[{"text":"Line one\\nLine two 🚨","buttons":["Yes","No","Back"]},\
            {"text":"Bye","buttons":[]}]}\
            """);
  }

  @Test
  void aTurnThatReachedNoLevelHasNoOutcome() {
    assertThat(Json.chat(exchange("", Optional.empty(), List.of())))
        .startsWith("{\"input\":\"\",\"action\":\"see-doctor\",\"topics\":[]")
        .contains("\"outcome\":null,");
  }

  @Test
  void anAnswerToAFirstMessage() {
    Session.Exchange exchange = exchange("my foot tingles", Optional.empty(), List.of());
    String common =
        """
        {"message":"my foot tingles","action":"see-doctor","topics":[],\
        "facts":{"trauma":"yes","swelling":"unsure"},"reply":"Line one\\nLine two 🚨\\n\\nBye",\
        "buttons":["Yes","No","Back"]\
        """;

    assertThat(Json.ask(exchange, null)).isEqualTo(common + "}");
    assertThat(Json.ask(exchange, "unsure")).isEqualTo(common + ",\"answer\":\"unsure\"}");
  }

  private static Session.Exchange exchange(
      String line, Optional<Level> level, List<String> topics) {
    List<Message> messages =
        List.of(
            new Message(
                Message.Kind.QUESTION,
                Text.of("Line one\nLine two 🚨"),
                List.of(List.of(button("Yes"), button("No")), List.of(button("Back")))),
            new Message(Message.Kind.NOTE, Text.of("Bye"), List.of()));
    Turn turn =
        new Turn(
            dialogue(),
            messages,
            new Turn.Gist(Action.SEE_DOCTOR, topics, "worrying", level),
            Optional.empty(),
            Optional.empty(),
            List.of());
    return new Session.Exchange(line, turn.dialogue(), turn, messages, false);
  }

  private static Dialogue dialogue() {
    Dialogue begun = Dialogue.begin("hash", NOW);
    Facts facts =
        Facts.NONE
            .with("trauma", new Told(Answer.YES, NOW))
            .with("swelling", new Told(Answer.UNSURE, NOW))
            .with("unwell", new Told(Answer.SKIPPED, NOW));
    return new Dialogue(
        begun.conversation(),
        facts,
        true,
        begun.asked(),
        begun.history(),
        begun.ending(),
        begun.heard());
  }

  private static Button button(String label) {
    return new Button(label, "data");
  }
}
