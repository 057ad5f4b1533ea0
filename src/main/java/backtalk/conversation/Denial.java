package backtalk.conversation;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** What is known, and that some more is not so; the parts of what is not so are not so either. */
final class Denial implements Knowledge {

  private final Machine machine;
  private final Knowledge known;
  private final Set<String> denied = new HashSet<>();

  Denial(Machine machine, Knowledge known) {
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
