package backtalk.dialogue.rendering;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.conversation.Urgency;
import backtalk.dialogue.Assessment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Explains an outcome by the person's own answers. */
record ReasonText(MessageCatalog phrases) {

  /** Limits how many names a list on a card shows. */
  private static final int NAMES = 4;

  /** Returns the answers that cause the outcome, or the denied facts when none does. */
  String inShort(Assessment assessment, Urgency urgency) {
    List<String> reasons = new ArrayList<>();
    reasons.add(affirmed(assessment, NAMES));
    reasons.add(unsure(assessment, NAMES));
    if (urgency == Urgency.PROFESSIONAL) {
      reasons.add(skipped(assessment, NAMES));
    }
    reasons.removeIf(String::isEmpty);
    return reasons.isEmpty() ? someDenied(assessment) : String.join(" ", reasons);
  }

  String affirmed(Assessment assessment, int most) {
    return sentence("you-told", assessment.reasons(Answer.YES), ReasonText::name, most);
  }

  String unsure(Assessment assessment, int most) {
    return sentence("you-were-unsure", assessment.reasons(Answer.UNSURE), ReasonText::name, most);
  }

  String skipped(Assessment assessment, int most) {
    return sentence("you-skipped", assessment.answered(Answer.SKIPPED), ReasonText::name, most);
  }

  /** Names every denied fact. */
  String allDenied(Assessment assessment) {
    return sentence(
        "you-denied", assessment.answered(Answer.NO), ReasonText::name, Integer.MAX_VALUE);
  }

  /** Names the denied facts by their button labels, which are shorter. */
  private String someDenied(Assessment assessment) {
    return sentence(
        "you-denied", assessment.answered(Answer.NO), fact -> fact.words().button(), NAMES);
  }

  private static String name(Fact fact) {
    return fact.words().name();
  }

  private String sentence(String phrase, List<Fact> facts, Function<Fact, String> name, int most) {
    List<String> names = facts.stream().map(name).toList();
    return names.isEmpty() ? "" : phrases.text(phrase, Map.of("facts", phrases.list(names, most)));
  }
}
