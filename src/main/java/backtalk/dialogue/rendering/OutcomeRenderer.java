package backtalk.dialogue.rendering;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Outcome;
import backtalk.conversation.Position;
import backtalk.conversation.SourcedText;
import backtalk.conversation.Urgency;
import backtalk.dialogue.Assessment;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.Message;
import backtalk.dialogue.OpenQuestion;
import backtalk.dialogue.input.CommandKind;
import java.util.ArrayList;
import java.util.List;

/** Renders outcomes: meaning, reasons, steps, warning signs and sources. */
public final class OutcomeRenderer {

  private final Conversation conversation;
  private final MessageCatalog phrases;
  private final Citations sources;
  private final ReasonText reasons;
  private final EscalationHints escalationHints;
  private final TopicRenderer topics;

  public OutcomeRenderer(Conversation conversation, TopicRenderer topics) {
    this.conversation = conversation;
    this.phrases = new MessageCatalog(conversation);
    this.sources = new Citations(conversation.sources());
    this.reasons = new ReasonText(phrases);
    this.escalationHints = new EscalationHints(conversation.machine(), phrases);
    this.topics = topics;
  }

  /** Renders the card of an outcome. */
  Message card(Outcome outcome, Assessment assessment, OpenQuestion question) {
    CardBuilder card = new CardBuilder(phrases).title(title(outcome, assessment));
    card.paragraph(applicable(outcome.card().means(), outcome, assessment));
    if (outcome.showReasons()) {
      card.words(reasons.inShort(assessment, outcome.urgency()));
    }
    card.headed("do-heading", applicable(outcome.card().todo(), outcome, assessment));
    watch(card, outcome, assessment);
    if (outcome.calm()) {
      card.headed("cautions-heading", conversation.cautions());
    }
    card.sources(sources);
    List<List<ButtonSpec>> rows = new ArrayList<>(rows());
    rows.addAll(also(card, outcome, assessment));
    return new Message(Message.Kind.OUTCOME, card.text(), ButtonSpec.buttons(rows, question));
  }

  private List<List<ButtonSpec>> also(CardBuilder card, Outcome outcome, Assessment assessment) {
    List<List<ButtonSpec>> rows =
        outcome.urgency() == Urgency.EMERGENCY ? List.of() : topics.explaining(assessment);
    if (!rows.isEmpty()) {
      card.words(phrases.text("also-heading"));
    }
    return rows;
  }

  /** Adds what would make the outcome more urgent: the author's lines and the hints computed. */
  private void watch(CardBuilder card, Outcome outcome, Assessment assessment) {
    List<SourcedText> written = applicable(outcome.card().watch(), outcome, assessment);
    List<String> found =
        outcome.urgency() == Urgency.EMERGENCY ? List.of() : escalationHints.of(assessment);
    if (!written.isEmpty() || !found.isEmpty()) {
      card.title(phrases.text("watch-heading")).bullets(written).plainBullets(found);
    }
  }

  private String title(Outcome outcome, Assessment assessment) {
    return first(outcome.opening().title(), outcome, assessment);
  }

  /** Returns the line that opens every reply during an emergency. */
  String opensWith(Outcome outcome, Assessment assessment) {
    return first(outcome.opening().opensWith(), outcome, assessment);
  }

  /** Returns the line that recalls an outcome. */
  String recall(Outcome outcome, Assessment assessment) {
    return first(outcome.opening().recall(), outcome, assessment);
  }

  private static String first(List<SourcedText> lines, Outcome outcome, Assessment assessment) {
    return applicable(lines, outcome, assessment).stream()
        .findFirst()
        .map(SourcedText::say)
        .orElse("");
  }

  private static List<SourcedText> applicable(
      List<SourcedText> lines, Outcome outcome, Assessment assessment) {
    Urgency urgency = assessment.urgency(new Position.Ended(outcome)).orElse(outcome.urgency());
    return lines.stream().filter(line -> line.holds(assessment.facts(), urgency)).toList();
  }

  /** Returns the buttons of an outcome. */
  public List<List<ButtonSpec>> rows() {
    return List.of(
        List.of(
            phrases.button("what-now", CommandKind.WHAT_NOW),
            phrases.button("why-this", CommandKind.WHY_THIS)),
        List.of(
            phrases.button("change-answer", CommandKind.CHANGE),
            phrases.button("start-over", CommandKind.START_OVER)));
  }

  /** Renders the next steps of an outcome. */
  FormattedText whatNow(Outcome outcome, Assessment assessment) {
    return topics.page("now-heading", applicable(outcome.card().now(), outcome, assessment));
  }

  /** Renders the reasons of an outcome in full: each answer, why it was asked, and the sources. */
  FormattedText whyThis(Outcome outcome, Assessment assessment) {
    List<SourcedText> why =
        assessment.reasons(Answer.YES).stream()
            .flatMap(fact -> fact.words().why().stream())
            .toList();
    return new CardBuilder(phrases)
        .title(phrases.text("why-heading"))
        .words(reasons.affirmed(assessment, Integer.MAX_VALUE))
        .bullets(why)
        .words(reasons.unsure(assessment, Integer.MAX_VALUE))
        .words(reasons.skipped(assessment, Integer.MAX_VALUE))
        .words(reasons.allDenied(assessment))
        .citing(applicable(outcome.card().means(), outcome, assessment))
        .sources(sources)
        .text();
  }
}
