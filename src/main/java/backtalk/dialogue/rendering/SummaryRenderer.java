package backtalk.dialogue.rendering;

import backtalk.conversation.Answer;
import backtalk.conversation.SourcedText;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Urgency;
import backtalk.dialogue.Assessment;
import backtalk.dialogue.Button;
import backtalk.dialogue.FactValue;
import backtalk.dialogue.Message;
import backtalk.dialogue.Situation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Renders the summary of a check for a doctor, as plain text with a button that copies its short
 * form. Nothing is stored for it.
 */
record SummaryRenderer(StateMachine machine, MessageCatalog phrases) {

  /** Limits a time to its minutes, as in 2026-03-01T09:30. */
  private static final int TO_MINUTES = 16;

  /**
   * Renders the summary of the recorded answers.
   *
   * @param advice the advice, and why it is given
   * @param changes what would make the advice more urgent
   * @param questions what to ask the doctor
   */
  Message message(
      Situation at, List<SourcedText> advice, List<String> changes, List<SourcedText> questions) {
    TextBuilder text =
        new TextBuilder().paragraph(phrases.text("summary-intro")).bullets(answers(at));
    text.paragraph(phrases.text("summary-advice")).bulletLines(advice);
    if (!changes.isEmpty()) {
      text.paragraph(phrases.text("change-heading")).bullets(changes);
    }
    text.paragraph(phrases.text("summary-ask")).bulletLines(questions);
    return new Message(Message.Kind.NOTE, text.text(), List.of())
        .with(List.of(Button.copying(phrases.text("copy-summary"), shortForm(at))));
  }

  /** Returns a line for each answer and minute, and one for what was not asked. */
  private List<String> answers(Situation at) {
    Stream<String> told =
        Stream.of(Answer.YES, Answer.UNSURE, Answer.NO, Answer.SKIPPED)
            .flatMap(answer -> lines(answer, at));
    List<String> unknown =
        machine.answerable().stream()
            .filter(fact -> !fact.onlyIfSaid())
            .filter(fact -> at.facts().answer(fact.id()).isEmpty())
            .map(fact -> fact.words().name())
            .toList();
    Stream<String> rest =
        unknown.isEmpty()
            ? Stream.empty()
            : Stream.of(phrases.text("value-unknown") + ": " + MessageCatalog.list(unknown));
    return Stream.concat(told, rest).toList();
  }

  private Stream<String> lines(Answer answer, Situation at) {
    Map<String, List<String>> byTime =
        phrases
            .told(at.facts())
            .filter(entry -> entry.getValue().answer() == answer)
            .collect(
                Collectors.groupingBy(
                    entry -> minute(entry.getValue()),
                    TreeMap::new,
                    Collectors.mapping(
                        entry -> machine.fact(entry.getKey()).words().name(),
                        Collectors.toList())));
    String value = phrases.text("value-" + answer.word());
    return byTime.entrySet().stream()
        .map(it -> value + " (" + it.getKey() + "): " + MessageCatalog.list(it.getValue()));
  }

  private static String minute(FactValue value) {
    return value.at().toString().substring(0, TO_MINUTES).replace('T', ' ');
  }

  /** Returns the reasons and the advice, with as many reasons as the button can copy. */
  private String shortForm(Situation at) {
    Assessment assessment = at.assessment();
    List<String> reasons =
        Stream.concat(
                assessment.told(Answer.YES).stream().map(fact -> fact.words().button()),
                assessment.told(Answer.UNSURE).stream()
                    .map(fact -> phrases.answer(fact, Answer.UNSURE)))
            .toList();
    return Stream.iterate(reasons.size(), most -> most >= 0, most -> most - 1)
        .map(most -> shortForm(reasons, most, at.urgency()))
        .filter(text -> text.length() <= Button.MAX_COPIED)
        .findFirst()
        .orElse("");
  }

  private String shortForm(List<String> reasons, int most, Optional<Urgency> urgency) {
    String shown =
        MessageCatalog.list(reasons.subList(0, most)) + (most < reasons.size() ? "…" : "");
    return phrases.text(
        "summary-short",
        Map.of(
            "facts",
            reasons.isEmpty() ? phrases.text("value-none") : shown,
            "ending",
            phrases.urgency(urgency.orElse(Urgency.REASSURE))));
  }
}
