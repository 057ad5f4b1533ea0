package backtalk.conversation;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Looks up facts as if some further ones were denied.
 *
 * <p>A part of a denied fact counts as denied too.
 */
final class AllDenied implements FactLookup {

  private final StateMachine machine;
  private final FactLookup known;
  private final Set<String> denied = new HashSet<>();

  AllDenied(StateMachine machine, FactLookup known) {
    this.machine = machine;
    this.known = known;
  }

  void deny(Collection<String> facts) {
    denied.addAll(facts);
  }

  @Override
  public boolean is(String fact, Set<Answer> answers) {
    return isDenied(fact) ? answers.contains(Answer.NO) : known.is(fact, answers);
  }

  private boolean isDenied(String fact) {
    return denied.contains(fact)
        || (machine.fact(fact).link() instanceof Fact.Link.PartOf(String whole)
            && denied.contains(whole));
  }
}
