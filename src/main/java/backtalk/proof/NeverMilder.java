package backtalk.proof;

import backtalk.conversation.Level;
import java.util.List;
import java.util.stream.Stream;

/** No ending is milder than what was told asks for; emergencies have a promise of their own. */
final class NeverMilder implements Check {

  @Override
  public Stream<Flaw> flaws(Explored explored) {
    List<Due> all =
        Due.of(explored.machine()).stream().filter(due -> due.level() != Level.EMERGENCY).toList();
    return explored.milderEndings().flatMap(one -> all.stream().flatMap(due -> flaw(one, due)));
  }

  private static Stream<Flaw> flaw(Case one, Due due) {
    Level ending = one.outcome().orElseThrow().level();
    return ending.serves(due.level())
        ? Stream.empty()
        : due.in(one.facts()).stream()
            .map(
                facts ->
                    new Flaw(
                        Promise.NEVER_MILDER_THAN_THE_FACTS,
                        one.lastWay(),
                        String.format(
                            "This way leads to %s with %s, which asks for %s.",
                            ending.word(), due.words(), due.level().word()),
                        "Lead those who told it to a more urgent ending.",
                        Flaw.Shown.in(facts, one.begun())));
  }
}
