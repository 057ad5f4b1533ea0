package backtalk.proof;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Urgency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something told for which a level is due: a fact that is so, or in doubt, or several that are so
 * together.
 */
public record RequiredUrgency(Fact fact, List<String> told, FactOption value, Urgency urgency) {

  /** All of a machine. */
  public static List<RequiredUrgency> of(StateMachine machine) {
    return machine.facts().values().stream().flatMap(RequiredUrgency::of).toList();
  }

  private static Stream<RequiredUrgency> of(Fact fact) {
    List<String> told =
        fact.link() instanceof Fact.Link.Together(List<String> all) ? all : List.of(fact.id());
    Stream<RequiredUrgency> yes = of(fact, told, FactOption.YES, Answer.YES);
    return fact.workedOut()
        ? yes
        : Stream.concat(yes, of(fact, told, FactOption.UNSURE, Answer.UNSURE));
  }

  private static Stream<RequiredUrgency> of(
      Fact fact, List<String> told, FactOption value, Answer answer) {
    return fact.severity().of(answer).stream()
        .map(urgency -> new RequiredUrgency(fact, told, value, urgency));
  }

  /** Those of {@code facts} in which it was told. */
  public Optional<FactAssignments> in(FactAssignments facts) {
    return facts.whereEach(told, value.bit());
  }

  /** Those of {@code facts} in which it was not told; there may be several sets of them. */
  public List<FactAssignments> without(FactAssignments facts) {
    return told.stream()
        .flatMap(one -> facts.where(one, FactOption.ANY & ~value.bit()).stream())
        .toList();
  }

  /** It as an author reads it: {@code 'swelling' unsure}. */
  public String words() {
    return "'" + fact.id() + "' " + (value == FactOption.YES ? "yes" : "unsure");
  }
}
