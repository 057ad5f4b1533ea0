package backtalk.dialogue.rendering;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.conversation.Urgency;
import backtalk.dialogue.Assessment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Says why an ending was reached: by the person's own answers. */
record ReasonText(MessageCatalog phrases) {

  /** How many names a list on a card shows before it says how many more there are. */
  private static final int NAMES = 4;

  /** In short: what asks for this ending; where nothing does, what was denied. */
  String inShort(Assessment assessment, Urgency ending) {
    List<String> because = new ArrayList<>();
    because.add(affirmed(assessment, NAMES));
    because.add(unsure(assessment, NAMES));
    if (ending == Urgency.PROFESSIONAL) {
      because.add(skipped(assessment, NAMES));
    }
    because.removeIf(String::isEmpty);
    return because.isEmpty() ? someDenied(assessment) : String.join(" ", because);
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

  /** Every no. */
  String allDenied(Assessment assessment) {
    return sentence(
        "you-denied", assessment.answered(Answer.NO), ReasonText::name, Integer.MAX_VALUE);
  }

  /** Many noes are named by their buttons, which are shorter. */
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
