package backtalk.proof.diagram;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.conversation.Guard;
import backtalk.conversation.StateMachine;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Restores the shorthands of guards. The loader expands them, which suits the engine but is too
 * long for readers.
 */
final class ReadableGuards {
  private final StateMachine machine;
  private final Set<Guard> asked;
  private final Set<Guard> denied;

  /** Creates a converter for guards of a state that asks these facts. */
  ReadableGuards(StateMachine machine, List<String> asked) {
    this.machine = machine;
    this.asked = each(asked, Answer.MAY_BE);
    denied =
        each(
            machine.facts().values().stream()
                .filter(fact -> fact.redFlag() && !fact.onlyIfSaid())
                .map(Fact::id)
                .toList(),
            Set.of(Answer.NO));
  }

  private static Set<Guard> each(List<String> facts, Set<Answer> answers) {
    return facts.stream().map(fact -> new Guard.Is(fact, answers)).collect(Collectors.toSet());
  }

  /** Returns a guard in shorthand. */
  ReadableGuard of(Guard guard) {
    return switch (guard) {
      case Guard.Is(String fact, Set<Answer> answers) ->
          new ReadableGuard.Answered(machine.fact(fact), answers);
      case Guard.Any(List<Guard> guards) -> any(guards);
      case Guard.All(List<Guard> guards) -> all(guards);
    };
  }

  private ReadableGuard any(List<Guard> guards) {
    if (guards.size() > 1 && asked.equals(new HashSet<>(guards))) {
      return new ReadableGuard.AnyAsked();
    }
    return workedOut(guards, Answer.NO)
        .orElseGet(
            () ->
                joined(
                    guards.stream().map(this::of).flatMap(ReadableGuards::alternatives).toList(),
                    ReadableGuard.AnyOf::new));
  }

  private static Stream<ReadableGuard> alternatives(ReadableGuard condition) {
    return condition instanceof ReadableGuard.AnyOf(var parts)
        ? parts.stream()
        : Stream.of(condition);
  }

  private ReadableGuard all(List<Guard> guards) {
    if (guards.size() > 1 && denied.equals(new HashSet<>(guards))) {
      return new ReadableGuard.NoRedFlag();
    }
    return workedOut(guards, Answer.YES)
        .orElseGet(
            () ->
                joined(
                    guards.stream().map(this::of).flatMap(ReadableGuards::conjuncts).toList(),
                    ReadableGuard.AllOf::new));
  }

  private static Stream<ReadableGuard> conjuncts(ReadableGuard condition) {
    return condition instanceof ReadableGuard.AllOf(var parts)
        ? parts.stream()
        : Stream.of(condition);
  }

  private static ReadableGuard joined(
      List<ReadableGuard> parts, Function<List<ReadableGuard>, ReadableGuard> join) {
    return parts.size() == 1 ? parts.getFirst() : join.apply(parts);
  }

  /** Returns the fact that is worked out from exactly these guards, if any. */
  private Optional<ReadableGuard> workedOut(List<Guard> guards, Answer answer) {
    Set<Guard> given = new HashSet<>(guards);
    return machine.facts().values().stream()
        .filter(
            fact ->
                fact.link() instanceof Fact.Link.Together(List<String> facts)
                    && given.equals(each(facts, Set.of(answer))))
        .findFirst()
        .map(fact -> new ReadableGuard.Answered(fact, Set.of(answer)));
  }
}
