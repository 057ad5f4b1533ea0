package backtalk.dialogue.rendering;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Guard;
import backtalk.conversation.Outcome;
import backtalk.conversation.Position;
import backtalk.conversation.SourcedText;
import backtalk.conversation.Urgency;
import backtalk.dialogue.Assessment;
import backtalk.dialogue.Button;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.Message;
import backtalk.dialogue.Situation;
import backtalk.dialogue.input.ButtonSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Renders outcomes: their meaning, the reasons by the person's own answers, steps, warning signs
 * and sources. Each outcome is that of the given situation.
 */
final class OutcomeRenderer {

  private final Conversation conversation;
  private final MessageCatalog phrases;
  private final Keyboards keyboards;
  private final Citations citations;
  private final EscalationHints escalationHints;
  private final TopicRenderer topics;
  private final SummaryRenderer summaries;

  OutcomeRenderer(Conversation conversation, TopicRenderer topics) {
    this.conversation = conversation;
    this.phrases = new MessageCatalog(conversation);
    this.keyboards = new Keyboards(conversation);
    this.citations = Citations.of(conversation);
    this.escalationHints = new EscalationHints(conversation.machine(), phrases);
    this.topics = topics;
    this.summaries = new SummaryRenderer(conversation.machine(), phrases);
  }

  /** Renders the summary for the doctor; empty when the outcome has none. */
  Optional<Message> summary(Situation at) {
    return at.position() instanceof Position.Ended(Outcome outcome)
            && !outcome.handover().questions().isEmpty()
        ? Optional.of(
            summaries.message(
                at,
                Stream.concat(
                        applicable(outcome.opening().title(), at).stream().limit(1),
                        applicable(outcome.card().means(), at).stream())
                    .toList(),
                outcome.urgency() == Urgency.EMERGENCY
                    ? List.of()
                    : escalationHints.of(at.assessment()),
                applicable(outcome.handover().questions(), at)))
        : Optional.empty();
  }

  Message card(Outcome outcome, Situation at) {
    TextBuilder card = new TextBuilder().title(first(outcome.opening().title(), at));
    card.lines(" ", applicable(outcome.card().means(), at));
    if (outcome.showReasons()) {
      card.paragraph(reasons(at.assessment(), outcome.urgency()));
    }
    addSteps(card, outcome, at);
    if (outcome.calm()) {
      card.headed(phrases.text("cautions-heading"), conversation.cautions());
    }
    card.folded(fold -> fold(fold, outcome, at));
    List<List<ButtonSpec>> rows = new ArrayList<>(keyboards.ofOutcome(outcome));
    rows.addAll(also(card, outcome, at.assessment()));
    return new Message(
            Message.Kind.OUTCOME, card.text(), ButtonSpec.buttons(rows, at.dialogue().question()))
        .with(copies(staff(outcome, at)));
  }

  private List<Button> copies(String text) {
    return text.isEmpty() ? List.of() : List.of(Button.copying(phrases.text("copy-staff"), text));
  }

  /** Returns what to show the staff; "" when there is nothing. */
  private static String staff(Outcome outcome, Situation at) {
    return applicable(outcome.handover().staff(), at).stream()
        .map(SourcedText::say)
        .collect(Collectors.joining(" "));
  }

  private List<List<ButtonSpec>> also(TextBuilder card, Outcome outcome, Assessment assessment) {
    List<List<ButtonSpec>> rows =
        outcome.urgency() == Urgency.EMERGENCY ? List.of() : topics.explaining(assessment);
    if (!rows.isEmpty()) {
      card.paragraph(phrases.text("also-heading"));
    }
    return rows;
  }

  /** Adds the signs that call for help and the actions to take; in an emergency actions first. */
  private void addSteps(TextBuilder card, Outcome outcome, Situation at) {
    boolean emergency = outcome.urgency() == Urgency.EMERGENCY;
    List<SourcedText> todo = todo(outcome, at);
    card.headed(phrases.text("do-heading"), emergency ? todo : List.of())
        .headed(
            phrases.text(emergency ? "change-heading" : "watch-heading"),
            applicable(outcome.card().watch(), at))
        .headed(phrases.text("do-heading"), emergency ? List.of() : todo);
  }

  /** Returns the actions to take; what to show the staff comes last. */
  private List<SourcedText> todo(Outcome outcome, Situation at) {
    List<SourcedText> todo = new ArrayList<>(applicable(outcome.card().todo(), at));
    String staff = staff(outcome, at);
    if (!staff.isEmpty()) {
      List<String> claims =
          applicable(outcome.handover().staff(), at).stream()
              .flatMap(line -> line.claims().stream())
              .toList();
      String show = phrases.text("show-staff", Map.of("text", staff));
      todo.add(new SourcedText(Guard.always(), Optional.empty(), show, claims));
    }
    return todo;
  }

  /**
   * Adds the facts that would make the outcome more urgent, and the sources. An outcome without
   * reasons rests on the denied facts, which come first.
   */
  private void fold(TextBuilder fold, Outcome outcome, Situation at) {
    List<String> hints =
        outcome.urgency() == Urgency.EMERGENCY ? List.of() : escalationHints.of(at.assessment());
    if (outcome.showReasons() && at.assessment().reasons().isEmpty()) {
      fold.paragraph(sentence("you-denied", at.assessment().answered(Answer.NO)));
    }
    if (!hints.isEmpty()) {
      fold.title(phrases.text("change-heading")).bullets(hints);
    }
    fold.sources(citations);
  }

  /** Returns the line that opens every reply during an emergency. */
  static String opensWith(Outcome outcome, Situation at) {
    return first(outcome.opening().opensWith(), at);
  }

  static String recall(Outcome outcome, Situation at) {
    return first(outcome.opening().recall(), at);
  }

  private static String first(List<SourcedText> lines, Situation at) {
    return applicable(lines, at).stream().findFirst().map(SourcedText::say).orElse("");
  }

  private static List<SourcedText> applicable(List<SourcedText> lines, Situation at) {
    Urgency urgency = at.urgency().orElse(Urgency.REASSURE);
    return lines.stream().filter(line -> line.holds(at.facts(), urgency)).toList();
  }

  /** Renders the next steps of an outcome. */
  FormattedText whatNow(Outcome outcome, Situation at) {
    return topics.page("now-heading", applicable(outcome.card().now(), at));
  }

  /** Renders the reasons of an outcome in full: each answer, why it was asked, and the sources. */
  FormattedText whyThis(Outcome outcome, Situation at) {
    Assessment assessment = at.assessment();
    List<Fact> affirmed = assessment.told(Answer.YES);
    return new TextBuilder()
        .title(phrases.text("why-heading"))
        .paragraph(sentence("you-told", affirmed))
        .bulletLines(affirmed.stream().flatMap(fact -> fact.words().why().stream()).toList())
        .paragraph(sentence("you-were-unsure", assessment.told(Answer.UNSURE)))
        .paragraph(sentence("you-skipped", assessment.answered(Answer.SKIPPED)))
        .paragraph(sentence("you-denied", assessment.answered(Answer.NO)))
        .citing(applicable(outcome.card().means(), at))
        .sources(citations)
        .text();
  }

  /** Returns the answers that cause the outcome. */
  private String reasons(Assessment assessment, Urgency urgency) {
    return Stream.of(
            sentence("you-told", assessment.told(Answer.YES)),
            sentence("you-were-unsure", assessment.told(Answer.UNSURE)),
            urgency == Urgency.PROFESSIONAL
                ? sentence("you-skipped", assessment.answered(Answer.SKIPPED))
                : "")
        .filter(reason -> !reason.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private String sentence(String phrase, List<Fact> facts) {
    List<String> names = facts.stream().map(fact -> fact.words().name()).toList();
    return names.isEmpty() ? "" : phrases.text(phrase, Map.of("facts", MessageCatalog.list(names)));
  }
}
