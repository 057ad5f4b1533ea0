package backtalk.dialogue.rendering;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.FactTexts;
import backtalk.conversation.Outcome;
import backtalk.conversation.SourcedText;
import backtalk.conversation.Urgency;
import backtalk.dialogue.Assessment;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.Message;
import backtalk.dialogue.Situation;
import backtalk.dialogue.input.ButtonSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Renders outcomes: their meaning, the reasons by the person's own answers, steps, warning signs
 * and sources. Each outcome is that of the given situation.
 */
final class OutcomeRenderer {

  /** Limits how many names a list on a card shows. */
  private static final int NAMES = 4;

  private final Conversation conversation;
  private final MessageCatalog phrases;
  private final Keyboards keyboards;
  private final Citations citations;
  private final EscalationHints escalationHints;
  private final TopicRenderer topics;

  OutcomeRenderer(Conversation conversation, TopicRenderer topics) {
    this.conversation = conversation;
    this.phrases = new MessageCatalog(conversation);
    this.keyboards = new Keyboards(conversation);
    this.citations = Citations.of(conversation);
    this.escalationHints = new EscalationHints(conversation.machine(), phrases);
    this.topics = topics;
  }

  /** Renders the card of an outcome. */
  Message card(Outcome outcome, Situation at) {
    TextBuilder card = new TextBuilder().title(first(outcome.opening().title(), at));
    card.lines(applicable(outcome.card().means(), at));
    if (outcome.showReasons()) {
      card.paragraph(reasons(at.assessment(), outcome.urgency()));
    }
    card.headed(phrases.text("do-heading"), applicable(outcome.card().todo(), at));
    watch(card, outcome, at);
    if (outcome.calm()) {
      card.headed(phrases.text("cautions-heading"), conversation.cautions());
    }
    card.sources(citations);
    List<List<ButtonSpec>> rows = new ArrayList<>(keyboards.ofOutcome());
    rows.addAll(also(card, outcome, at.assessment()));
    return new Message(
        Message.Kind.OUTCOME, card.text(), ButtonSpec.buttons(rows, at.dialogue().question()));
  }

  private List<List<ButtonSpec>> also(TextBuilder card, Outcome outcome, Assessment assessment) {
    List<List<ButtonSpec>> rows =
        outcome.urgency() == Urgency.EMERGENCY ? List.of() : topics.explaining(assessment);
    if (!rows.isEmpty()) {
      card.paragraph(phrases.text("also-heading"));
    }
    return rows;
  }

  /** Adds what would make the outcome more urgent: the author's lines and the hints computed. */
  private void watch(TextBuilder card, Outcome outcome, Situation at) {
    List<SourcedText> written = applicable(outcome.card().watch(), at);
    List<String> found =
        outcome.urgency() == Urgency.EMERGENCY ? List.of() : escalationHints.of(at.assessment());
    if (!written.isEmpty() || !found.isEmpty()) {
      card.title(phrases.text("watch-heading")).bulletLines(written).bullets(found);
    }
  }

  /** Returns the line that opens every reply during an emergency. */
  static String opensWith(Outcome outcome, Situation at) {
    return first(outcome.opening().opensWith(), at);
  }

  /** Returns the line that recalls an outcome. */
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
    List<Fact> affirmed = at.assessment().reasons(Answer.YES);
    List<Fact> unsure = at.assessment().reasons(Answer.UNSURE);
    return new TextBuilder()
        .title(phrases.text("why-heading"))
        .paragraph(sentence("you-told", affirmed, Integer.MAX_VALUE))
        .bulletLines(affirmed.stream().flatMap(fact -> fact.words().why().stream()).toList())
        .paragraph(sentence("you-were-unsure", unsure, Integer.MAX_VALUE))
        .paragraph(skipped(at.assessment(), Integer.MAX_VALUE))
        .paragraph(sentence("you-denied", at.assessment().answered(Answer.NO), Integer.MAX_VALUE))
        .citing(applicable(outcome.card().means(), at))
        .sources(citations)
        .text();
  }

  /**
   * Returns the answers that cause the outcome. Without any it names the denied facts, by their
   * button labels, which are shorter.
   */
  private String reasons(Assessment assessment, Urgency urgency) {
    String reasons =
        Stream.of(
                sentence("you-told", assessment.reasons(Answer.YES), NAMES),
                sentence("you-were-unsure", assessment.reasons(Answer.UNSURE), NAMES),
                urgency == Urgency.PROFESSIONAL ? skipped(assessment, NAMES) : "")
            .filter(reason -> !reason.isEmpty())
            .collect(Collectors.joining(" "));
    return reasons.isEmpty()
        ? sentence("you-denied", assessment.answered(Answer.NO), FactTexts::button, NAMES)
        : reasons;
  }

  private String skipped(Assessment assessment, int most) {
    return sentence("you-skipped", assessment.answered(Answer.SKIPPED), most);
  }

  private String sentence(String phrase, List<Fact> facts, int most) {
    return sentence(phrase, facts, FactTexts::name, most);
  }

  private String sentence(
      String phrase, List<Fact> facts, Function<FactTexts, String> name, int most) {
    List<String> names = facts.stream().map(Fact::words).map(name).toList();
    return names.isEmpty() ? "" : phrases.text(phrase, Map.of("facts", phrases.list(names, most)));
  }
}
