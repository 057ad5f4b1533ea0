package backtalk.loader.checks;

import backtalk.conversation.Fact;
import backtalk.conversation.Guard;
import backtalk.conversation.Outcome;
import backtalk.conversation.SourcedText;
import backtalk.conversation.State;
import backtalk.conversation.Urgency;
import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.YamlDocuments;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks what is said whatever has been answered: every question says why it is asked, and every
 * outcome below emergency names each emergency sign that is asked, so that no reader leaves without
 * the signs that call for help.
 */
record AlwaysSaidCheck(Input input) implements ConversationCheck {
  private static final String WHY = "why";

  @Override
  public void find() {
    machine().facts().values().forEach(this::fact);
    machine().states().values().forEach(this::state);
    checkWatch();
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
    if (why.stream().noneMatch(AlwaysSaidCheck::isUnconditional)) {
      report(
          at,
          "'why' may say nothing: no line of it stands without a condition.",
          "Add a line that is always said.");
    }
  }

  /** Returns true for a line that is said whatever has been answered. */
  private static boolean isUnconditional(SourcedText line) {
    return line.atLeast().isEmpty() && line.when().equals(Guard.always());
  }

  private void checkWatch() {
    List<Fact> signs =
        machine().states().values().stream()
            .flatMap(state -> state.prompt().facts().stream())
            .map(machine().facts()::get)
            .filter(fact -> fact != null && fact.severity().emergency() && !fact.source().isEmpty())
            .distinct()
            .toList();
    machine().outcomes().values().stream()
        .filter(outcome -> outcome.urgency() != Urgency.EMERGENCY)
        .forEach(outcome -> watch(outcome, signs));
  }

  private void watch(Outcome outcome, List<Fact> signs) {
    Set<String> cited =
        outcome.card().watch().stream()
            .filter(AlwaysSaidCheck::isUnconditional)
            .flatMap(line -> line.claims().stream())
            .collect(Collectors.toSet());
    signs.stream()
        .filter(fact -> Collections.disjoint(fact.source(), cited))
        .forEach(fact -> reportMissing(outcome, fact));
  }

  private void reportMissing(Outcome outcome, Fact fact) {
    report(
        at().outcome(outcome.id(), "watch"),
        "'watch' does not name the emergency sign '" + fact.id() + "'.",
        "Add it to a line without a condition that ends in [" + fact.source().getFirst() + "].");
  }
}
