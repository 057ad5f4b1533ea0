package backtalk.dialogue.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Outcome;
import backtalk.conversation.Position;
import backtalk.conversation.Urgency;
import backtalk.dialogue.Assessment;
import backtalk.dialogue.Button;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Engine;
import backtalk.dialogue.FactValue;
import backtalk.dialogue.Facts;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.Message;
import backtalk.dialogue.Situation;
import backtalk.dialogue.input.ButtonPress;
import backtalk.dialogue.input.CommandKind;
import backtalk.dialogue.input.Meaning;
import backtalk.proof.TestConversations;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Checks how cards, outcomes, menus and questions are laid out. */
class CardsTest {
  private static final Conversation JAW = TestConversations.read(TestConversations.JAW);
  private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

  private final Engine engine = new Engine(JAW);
  private Dialogue dialogue = engine.begin(NOW);
  private List<Message> messages = List.of();

  private void takes(Meaning meaning) {
    var turn = engine.turn(dialogue, meaning, NOW);
    dialogue = turn.dialogue();
    messages = turn.messages();
  }

  private void taps(String... labels) {
    for (String label : labels) {
      Button button =
          messages.getLast().rows().stream()
              .flatMap(List::stream)
              .filter(it -> it.label().equals(label))
              .findFirst()
              .orElseThrow(() -> new AssertionError(label + " in " + messages));
      takes(new Meaning.Pressed(ButtonPress.parse(button.data())));
    }
  }

  private void asksFor(CommandKind command) {
    takes(new Meaning.Command(command, ""));
  }

  private FormattedText text() {
    return messages.getLast().text();
  }

  private List<String> marked(FormattedText.Style style) {
    return text().marks().stream()
        .filter(mark -> mark.style() == style)
        .map(mark -> text().plain().substring(mark.offset(), mark.offset() + mark.length()))
        .toList();
  }

  @Test
  void aCardIsABoldAnswerAFewSentencesAndOneFold() {
    asksFor(CommandKind.TOPICS);
    taps("The click", "Harmless?");

    assertThat(text().plain())
        .startsWith(
            "Mostly, yes: many people's jaws click.\n\nWithout pain it needs no treatment.");
    assertThat(marked(FormattedText.Style.BOLD).getFirst())
        .isEqualTo("Mostly, yes: many people's jaws click.");
    assertThat(marked(FormattedText.Style.QUOTE))
        .singleElement()
        .asString()
        .startsWith(JAW.phrase("change-heading") + "\n• Have it looked at")
        .contains(JAW.phrase("sources-heading") + ": ");
    assertThat(text().plain()).endsWith("\n\n" + JAW.phrase("also-heading"));
  }

  @Test
  void buttonsTellSignsFromTheWayOn() {
    asksFor(CommandKind.START);
    assertThat(kinds(Button.Kind.PRIMARY)).containsExactly(JAW.phrase("check"));

    taps(JAW.phrase("check"));

    assertThat(kinds(Button.Kind.SUCCESS)).containsExactly(JAW.phrase("none-of-these"));
    assertThat(kinds(Button.Kind.DANGER))
        .isNotEmpty()
        .allMatch(
            label ->
                JAW.machine().facts().values().stream()
                    .filter(fact -> fact.words().button().equals(label))
                    .allMatch(it -> it.severity().ifYes().equals(Optional.of(Urgency.EMERGENCY))));

    taps(kinds(Button.Kind.DANGER).getFirst());

    assertThat(text().plain()).contains("Show this card to the staff: “My jaw trouble");
    assertThat(messages.getLast().rows().getLast())
        .containsExactly(
            Button.copying(
                JAW.phrase("copy-staff"),
                "My jaw trouble comes with warning signs. Please check me now."));
  }

  @Test
  void aSummaryTellsEveryAnswerWithItsTimeAndIsCopiedShort() {
    Outcome plain = Objects.requireNonNull(JAW.machine().outcomes().get("see-doctor"));
    Facts facts =
        JAW.machine().facts().values().stream()
            .filter(fact -> fact.severity().ifYes().isPresent() && !fact.workedOut())
            .reduce(
                Facts.NONE,
                (told, fact) -> told.with(fact.id(), new FactValue(Answer.YES, Instant.EPOCH)),
                (one, other) -> one);
    Assessment assessment = new Assessment(JAW.machine(), facts);
    Dialogue asked = Dialogue.begin(JAW.about().hash(), Instant.EPOCH).with(facts);
    Situation at =
        new Situation(
            asked,
            asked,
            Instant.EPOCH,
            new Position.Ended(plain),
            assessment,
            assessment.urgency(),
            Optional.empty(),
            List.of());

    Message summary =
        new SummaryRenderer(JAW.machine(), new MessageCatalog(JAW))
            .message(at, List.of(), List.of(), List.of());

    assertThat(summary.text().plain())
        .contains("• " + JAW.phrase("value-yes") + " (1970-01-01 00:00): ")
        .contains(JAW.phrase("value-unknown") + ": ");
    assertThat(summary.text().marks()).isEmpty();
    Button copy = summary.rows().getLast().getFirst();
    assertThat(copy.copies()).isTrue();
    assertThat(copy.data().length()).isBetween(200, Button.MAX_COPIED);
    assertThat(copy.data()).contains("…. Its advice: ");
  }

  private List<String> kinds(Button.Kind kind) {
    return messages.getLast().buttons().stream()
        .filter(button -> button.kind().equals(Optional.of(kind)))
        .map(Button::label)
        .toList();
  }

  @Test
  void cautionsAreNotFolded() {
    asksFor(CommandKind.TOPICS);
    taps("Help and care", "Relax the jaw");

    assertThat(marked(FormattedText.Style.QUOTE))
        .singleElement()
        .asString()
        .startsWith("Open slowly")
        .doesNotContain("Stop at once");
    assertThat(text().plain()).contains("Stop at once");
  }

  @Test
  void aMenuHoldsTheGroupsAndEachGroupItsTopics() {
    asksFor(CommandKind.TOPICS);
    assertThat(labels()).containsExactly("The click", "Help and care");

    taps("Help and care");
    assertThat(labels()).containsExactly("Relax the jaw", "Who can help", "When to worry");
  }

  private List<String> labels() {
    return messages.getLast().rows().stream().flatMap(List::stream).map(Button::label).toList();
  }

  @Test
  void aQuestionHasItsWordsOnButtonsAndOneRowOfControls() {
    asksFor(CommandKind.GO_ON);
    taps("None of these");

    assertThat(text().plain()).doesNotContain("•");
    assertThat(labels()).contains("None of these").doesNotContain("Nothing else");
    assertThat(messages.getLast().rows().getLast())
        .extracting(Button::label)
        .containsExactly("Why?", "Meaning", "Skip", "Back");

    taps("Fever");
    assertThat(labels()).contains("Nothing else").doesNotContain("None of these");
  }

  @Test
  void anOutcomeNamesWhatCallsForHelpBeforeWhatToDo() {
    asksFor(CommandKind.GO_ON);
    taps("None of these", "Stuck right now", "Nothing else");

    String plain = text().plain();
    assertThat(plain)
        .containsSubsequence(
            "You told me: a jaw that is stuck right now.",
            JAW.phrase("watch-heading"),
            JAW.phrase("do-heading"))
        .doesNotContain("a jaw that catches or locks");
    assertThat(marked(FormattedText.Style.QUOTE))
        .singleElement()
        .asString()
        .startsWith(JAW.phrase("change-heading") + "\n• " + JAW.phrase("level-emergency") + ": ")
        .contains(JAW.phrase("sources-heading"));
  }

  @Test
  void anEmergencyNamesWhatToDoFirst() {
    asksFor(CommandKind.GO_ON);
    taps("Chest or arm pain");

    assertThat(text().plain())
        .containsSubsequence(JAW.phrase("do-heading"), JAW.phrase("change-heading"));
  }

  @Test
  void theDeniedSignsBehindACalmOutcomeAreFolded() {
    asksFor(CommandKind.GO_ON);
    taps("None of these", "None of these", "No, it feels fine", "None of these", "No");

    assertThat(marked(FormattedText.Style.QUOTE))
        .singleElement()
        .asString()
        .startsWith(JAW.phrase("you-denied").replace("{facts}.", ""))
        .doesNotContain(" more");
  }
}
