package backtalk.dialogue;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.conversation.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Says why an ending was reached: by the person's own answers. */
record Reasons(Phrasebook phrases) {

  /** How many names a list on a card shows before it says how many more there are. */
  private static final int NAMES = 4;

  /** In short: what asks for this ending; where nothing does, what was denied. */
  String inShort(Standing standing, Level ending) {
    List<String> because = new ArrayList<>();
    because.add(told(standing, NAMES));
    because.add(unsure(standing, NAMES));
    if (ending == Level.PROFESSIONAL) {
      because.add(skipped(standing, NAMES));
    }
    because.removeIf(String::isEmpty);
    return because.isEmpty() ? denied(standing) : String.join(" ", because);
  }

  String told(Standing standing, int most) {
    return said("you-told", standing.reasons(Answer.YES), Reasons::name, most);
  }

  String unsure(Standing standing, int most) {
    return said("you-were-unsure", standing.reasons(Answer.UNSURE), Reasons::name, most);
  }

  String skipped(Standing standing, int most) {
    return said("you-skipped", standing.answered(Answer.SKIPPED), Reasons::name, most);
  }

  /** Every no. */
  String deniedWhole(Standing standing) {
    return said("you-denied", standing.answered(Answer.NO), Reasons::name, Integer.MAX_VALUE);
  }

  /** Many noes are named by their buttons, which are shorter. */
  private String denied(Standing standing) {
    return said("you-denied", standing.answered(Answer.NO), fact -> fact.words().button(), NAMES);
  }

  private static String name(Fact fact) {
    return fact.words().name();
  }

  private String said(String phrase, List<Fact> facts, Function<Fact, String> name, int most) {
    List<String> names = facts.stream().map(name).toList();
    return names.isEmpty() ? "" : phrases.say(phrase, Map.of("facts", phrases.list(names, most)));
  }
}
