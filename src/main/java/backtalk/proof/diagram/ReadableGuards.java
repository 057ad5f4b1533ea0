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
 * Finds the shorthands of a guard again: when a conversation is read they are spelled out, which is
 * right for machines and too long for people.
 */
final class ReadableGuards {
  private final StateMachine machine;
  private final Set<Guard> asked;
  private final Set<Guard> denied;

  /** Those of guards that stand where these facts are asked. */
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

  /** A guard as its author may have written it. */
  ReadableGuard of(Guard guard) {
    return switch (guard) {
      case Guard.Is(String fact, Set<Answer> answers) ->
          new ReadableGuard.Told(machine.fact(fact), answers);
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
                    guards.stream().map(this::of).flatMap(ReadableGuards::demands).toList(),
                    ReadableGuard.AllOf::new));
  }

  private static Stream<ReadableGuard> demands(ReadableGuard condition) {
    return condition instanceof ReadableGuard.AllOf(var parts)
        ? parts.stream()
        : Stream.of(condition);
  }

  private static ReadableGuard joined(
      List<ReadableGuard> parts, Function<List<ReadableGuard>, ReadableGuard> join) {
    return parts.size() == 1 ? parts.getFirst() : join.apply(parts);
  }

  /** The fact that is worked out from just these, if there is one. */
  private Optional<ReadableGuard> workedOut(List<Guard> guards, Answer answer) {
    Set<Guard> given = new HashSet<>(guards);
    return machine.facts().values().stream()
        .filter(
            fact ->
                fact.link() instanceof Fact.Link.Together(List<String> facts)
                    && given.equals(each(facts, Set.of(answer))))
        .findFirst()
        .map(fact -> new ReadableGuard.Told(fact, Set.of(answer)));
  }
}
