package backtalk.proof;

import backtalk.conversation.Fact;
import java.util.stream.Stream;

/** Nothing ends, but in an emergency, before every emergency sign was asked for. */
final class AskedFirst implements Check {

  @Override
  public Stream<Flaw> flaws(Explored explored) {
    return explored
        .milderEndings()
        .flatMap(
            one ->
                one.facts().facts().stream().filter(AskedFirst::asked).flatMap(f -> flaw(one, f)));
  }

  private static boolean asked(Fact fact) {
    return fact.severity().emergency() && !fact.onlyIfSaid();
  }

  private static Stream<Flaw> flaw(Case one, Fact fact) {
    return one.facts().where(fact.id(), Value.UNKNOWN.bit()).stream()
        .map(
            facts ->
                new Flaw(
                    Promise.EMERGENCY_SIGNS_ARE_ASKED_FIRST,
                    one.lastWay(),
                    "This way ends before '" + fact.id() + "' was asked.",
                    "Lead through the state that asks it.",
                    Flaw.Shown.in(facts, one.begun())));
  }
}
