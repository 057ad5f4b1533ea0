package backtalk.proof;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.conversation.Level;
import backtalk.conversation.Machine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something told for which a level is due: a fact that is so, or in doubt, or several that are so
 * together.
 */
record Due(Fact fact, List<String> told, Value value, Level level) {

  /** All of a machine. */
  static List<Due> of(Machine machine) {
    return machine.facts().values().stream().flatMap(Due::of).toList();
  }

  private static Stream<Due> of(Fact fact) {
    List<String> told =
        fact.link() instanceof Fact.Link.Together(List<String> all) ? all : List.of(fact.id());
    Stream<Due> yes = of(fact, told, Value.YES, Answer.YES);
    return fact.workedOut() ? yes : Stream.concat(yes, of(fact, told, Value.UNSURE, Answer.UNSURE));
  }

  private static Stream<Due> of(Fact fact, List<String> told, Value value, Answer answer) {
    return fact.severity().of(answer).stream().map(level -> new Due(fact, told, value, level));
  }

  /** Those of {@code facts} in which it was told. */
  Optional<Assignments> in(Assignments facts) {
    return facts.whereEach(told, value.bit());
  }

  /** Those of {@code facts} in which it was not told; there may be several sets of them. */
  List<Assignments> without(Assignments facts) {
    return told.stream()
        .flatMap(one -> facts.where(one, Value.ANY & ~value.bit()).stream())
        .toList();
  }

  /** It as an author reads it: {@code 'swelling' unsure}. */
  String words() {
    return "'" + fact.id() + "' " + (value == Value.YES ? "yes" : "unsure");
  }
}
