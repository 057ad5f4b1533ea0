package backtalk.loader.checks;

import backtalk.conversation.Fact;
import backtalk.conversation.Guard;
import backtalk.conversation.SourcedText;
import backtalk.conversation.State;
import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.YamlDocuments;
import java.util.List;

/** Checks that every question says why it is asked, whatever has been answered before. */
record RationaleCheck(Input input) implements ConversationCheck {
  private static final String WHY = "why";

  @Override
  public void find() {
    machine().facts().values().forEach(this::fact);
    machine().states().values().forEach(this::state);
  }

  /** Checks a fact. A missing key has been reported before. */
  private void fact(Fact fact) {
    if (files().find(YamlDocuments.FACTS, fact.id(), WHY).isPresent()) {
      checkAlways(fact.words().why(), at().fact(fact.id(), WHY));
    }
  }

  /**
   * Checks a state. A state that asks a single fact uses the question of the fact, with its reason.
   */
  private void state(State state) {
    int asked = state.prompt().facts().size();
    if (files().find(YamlDocuments.CONVERSATION, "states", state.id(), WHY).isPresent()) {
      checkAlways(state.question().why(), at().state(state.id(), WHY));
    } else if (asked > 1) {
      report(
          at().state(state.id()),
          "The state asks " + asked + " facts, but has no 'why'.",
          "Add why it asks for them.");
    }
  }

  private void checkAlways(List<SourcedText> why, SourceLocation at) {
    if (why.stream().noneMatch(RationaleCheck::isUnconditional)) {
      report(
          at,
          "'why' may say nothing: no line of it stands without a condition.",
          "Add a line that is always said.");
    }
  }

  /** Returns true for a line that is said whatever has been answered. */
  static boolean isUnconditional(SourcedText line) {
    return line.atLeast().isEmpty() && line.when().equals(Guard.always());
  }
}
