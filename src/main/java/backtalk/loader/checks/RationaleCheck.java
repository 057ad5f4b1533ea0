package backtalk.loader.checks;

import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Guard;
import backtalk.conversation.SourcedText;
import backtalk.conversation.State;
import backtalk.loader.Issues;
import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.YamlDocuments;
import java.util.List;

/** Checks that every question says why it is asked, whatever has been answered before. */
public final class RationaleCheck implements ConversationCheck {
  private static final String WHY = "why";

  @Override
  public void find(Conversation conversation, YamlDocuments yamlDocuments, Issues issues) {
    Run run = new Run(yamlDocuments, issues);
    conversation.machine().facts().values().forEach(run::fact);
    conversation.machine().states().values().forEach(run::state);
  }

  /** Holds the input and the issues of one check. */
  private record Run(YamlDocuments yamlDocuments, Issues issues) {

    /** Checks a fact. A missing key has been reported before. */
    void fact(Fact fact) {
      if (yamlDocuments.find(YamlDocuments.FACTS, fact.id(), WHY).isPresent()) {
        checkAlways(fact.words().why(), yamlDocuments.locate(YamlDocuments.FACTS, fact.id(), WHY));
      }
    }

    /**
     * Checks a state. A state that asks a single fact uses the question of the fact, with its
     * reason.
     */
    void state(State state) {
      SourceLocation at =
          yamlDocuments.locate(YamlDocuments.CONVERSATION, "states", state.id(), WHY);
      int asked = state.prompt().facts().size();
      if (yamlDocuments.find(YamlDocuments.CONVERSATION, "states", state.id(), WHY).isPresent()) {
        checkAlways(state.question().why(), at);
      } else if (asked > 1) {
        issues.add(
            at,
            "The state asks " + asked + " facts, but has no 'why'.",
            "Add why it asks for them.");
      }
    }

    private void checkAlways(List<SourcedText> why, SourceLocation at) {
      if (why.stream().noneMatch(RationaleCheck::isUnconditional)) {
        issues.add(
            at,
            "'why' may say nothing: no line of it stands without a condition.",
            "Add a line that is always said.");
      }
    }
  }

  private static boolean isUnconditional(SourcedText line) {
    return line.atLeast().isEmpty() && line.when().equals(Guard.always());
  }
}
