package backtalk.loader.checks;

import backtalk.conversation.Fact;
import backtalk.conversation.Outcome;
import backtalk.conversation.Urgency;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks that every outcome below emergency names each emergency sign that is asked, whatever has
 * been answered, so that no reader leaves without the signs that call for help.
 */
record WatchCheck(Input input) implements ConversationCheck {

  @Override
  public void find() {
    List<Fact> signs =
        machine().states().values().stream()
            .flatMap(state -> state.prompt().facts().stream())
            .map(machine().facts()::get)
            .filter(fact -> fact != null && fact.severity().emergency() && !fact.source().isEmpty())
            .distinct()
            .toList();
    machine().outcomes().values().stream()
        .filter(outcome -> outcome.urgency() != Urgency.EMERGENCY)
        .forEach(outcome -> check(outcome, signs));
  }

  private void check(Outcome outcome, List<Fact> signs) {
    Set<String> cited =
        outcome.card().watch().stream()
            .filter(RationaleCheck::isUnconditional)
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
