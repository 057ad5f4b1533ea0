package backtalk.library;

import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Guard;
import backtalk.conversation.Line;
import backtalk.conversation.State;
import java.util.List;

/** Every question says why it is asked, whatever has been said before. */
final class WhyCheck implements Check {
  private static final String WHY = "why";

  @Override
  public void find(Conversation conversation, Trees trees, Issues issues) {
    Look look = new Look(trees, issues);
    conversation.machine().facts().values().forEach(look::fact);
    conversation.machine().states().values().forEach(look::state);
  }

  /** One look at the questions of one conversation. */
  private record Look(Trees trees, Issues issues) {

    /** A fact without the key has been reported before. */
    void fact(Fact fact) {
      if (trees.find(Trees.FACTS, fact.id(), WHY).isPresent()) {
        checkAlways(fact.words().why(), trees.spot(Trees.FACTS, fact.id(), WHY));
      }
    }

    /** A state that asks one fact asks it in the words of the fact, and says why in them. */
    void state(State state) {
      Spot at = trees.spot(Trees.CONVERSATION, "states", state.id(), WHY);
      int asked = state.expect().facts().size();
      if (trees.find(Trees.CONVERSATION, "states", state.id(), WHY).isPresent()) {
        checkAlways(state.question().why(), at);
      } else if (asked > 1) {
        issues.add(
            at,
            "The state asks " + asked + " facts, but has no 'why'.",
            "Add why it asks for them.");
      }
    }

    private void checkAlways(List<Line> why, Spot at) {
      if (why.stream().noneMatch(WhyCheck::isAlwaysSaid)) {
        issues.add(
            at,
            "'why' may say nothing: no line of it stands without a condition.",
            "Add a line that is always said.");
      }
    }
  }

  private static boolean isAlwaysSaid(Line line) {
    return line.atLeast().isEmpty() && line.when().equals(Guard.always());
  }
}
