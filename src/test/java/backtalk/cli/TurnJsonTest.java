package backtalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
import backtalk.conversation.Urgency;
import backtalk.dialogue.Button;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.FactValue;
import backtalk.dialogue.Facts;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.Message;
import backtalk.dialogue.Turn;
import backtalk.dialogue.TurnKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Checks the JSON lines that other programs read, character by character. */
class TurnJsonTest {
  private static final Instant NOW = Instant.EPOCH;

  @Test
  void aChatTurnIsOneLineOfJson() {
    TerminalSession.Exchange exchange =
        exchange("[A \"b\"]", Optional.of(Urgency.SEE_DOCTOR_TODAY), List.of("relief-feels-good"));

    assertThat(TurnJson.chat(exchange))
        .isEqualTo(
            """
            {"input":"[A \\"b\\"]","action":"see-doctor","topics":["relief-feels-good"],\
            "state":"signs","outcome":"see-doctor","facts":{"trauma":"yes","swelling":"unsure"},\
            "messages":[{"text":"Line one\\nLine two 🚨","buttons":["Yes","No","Back"]},\
            {"text":"Bye","buttons":[]}]}\
            """);
  }

  @Test
  void aTurnWithoutUrgencyHasNoOutcome() {
    assertThat(TurnJson.chat(exchange("", Optional.empty(), List.of())))
        .startsWith("{\"input\":\"\",\"action\":\"see-doctor\",\"topics\":[]")
        .contains("\"outcome\":null,");
  }

  @Test
  void aFirstMessageIsOneLineOfJson() {
    TerminalSession.Exchange exchange = exchange("my foot tingles", Optional.empty(), List.of());
    String common =
        """
        {"message":"my foot tingles","action":"see-doctor","topics":[],"alternatives":["arthritis-myth"],\
        "facts":{"trauma":"yes","swelling":"unsure"},"reply":"Line one\\nLine two 🚨\\n\\nBye",\
        "buttons":["Yes","No","Back"]\
        """;

    assertThat(TurnJson.ask(exchange, null, null)).isEqualTo(common + "}");
    assertThat(TurnJson.ask(exchange, "unsure", null))
        .isEqualTo(common + ",\"answer\":\"unsure\"}");
  }

  private static TerminalSession.Exchange exchange(
      String line, Optional<Urgency> level, List<String> topics) {
    List<Message> messages =
        List.of(
            new Message(
                Message.Kind.QUESTION,
                FormattedText.of("Line one\nLine two 🚨"),
                List.of(List.of(button("Yes"), button("No")), List.of(button("Back")))),
            new Message(Message.Kind.NOTE, FormattedText.of("Bye"), List.of()));
    Turn turn =
        new Turn(
            dialogue(),
            messages,
            new Turn.Gist(TurnKind.SEE_DOCTOR, topics, List.of("arthritis-myth"), "signs", level),
            Optional.empty(),
            Optional.empty(),
            false);
    return new TerminalSession.Exchange(line, turn.dialogue(), turn, messages, false);
  }

  private static Dialogue dialogue() {
    Dialogue begun = Dialogue.begin("hash", NOW);
    Facts facts =
        Facts.NONE
            .with("trauma", new FactValue(Answer.YES, NOW))
            .with("swelling", new FactValue(Answer.UNSURE, NOW))
            .with("unwell", new FactValue(Answer.SKIPPED, NOW));
    return new Dialogue(
        begun.conversation(),
        facts,
        true,
        begun.question(),
        begun.history(),
        begun.shownOutcome(),
        begun.heard());
  }

  private static Button button(String label) {
    return new Button(label, "data");
  }
}
