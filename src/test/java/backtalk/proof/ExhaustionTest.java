package backtalk.proof;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.conversation.Outcome;
import backtalk.conversation.Position;
import backtalk.conversation.StateMachine;
import backtalk.conversation.StatePath;
import backtalk.conversation.Urgency;
import backtalk.dialogue.FactValue;
import backtalk.dialogue.Facts;
import backtalk.dialogue.handling.FactUpdates;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares the prover with brute force: every assignment of facts is tried singly on small random
 * conversations, of which most break a promise. It alone checks the prover itself: its classes must
 * add up to all assignments, each with the right path, and seven of its checks must find a
 * violation exactly when a plain definition of the promise does.
 */
class ExhaustionTest {
  private static final int CONVERSATIONS = 700;

  private static final Map<Promise, BiPredicate<StateMachine, Facts>> DEFINITIONS =
      Map.of(
          Promise.EMERGENCY_ON_THAT_TURN, ExhaustionTest::emergencyMissed,
          Promise.REASSURE_ONLY_WHEN_ALL_IS_NO, ExhaustionTest::reassuredTooSoon,
          Promise.NEVER_MILDER_THAN_THE_FACTS, ExhaustionTest::milder,
          Promise.EMERGENCY_SIGNS_ARE_ASKED_FIRST, ExhaustionTest::endedEarly,
          Promise.CALM_ONLY_WHEN_EVERY_RED_FLAG_IS_NO, ExhaustionTest::calmed,
          Promise.NEVER_MORE_URGENT_THAN_THE_FACTS, ExhaustionTest::tooUrgent,
          Promise.MONOTONE_SEVERITY, ExhaustionTest::lowered);

  /** Verdicts per promise: each must occur both broken and held. */
  private final Map<Promise, Set<Boolean>> verdicts = new HashMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void classesAgreeWithEveryAssignmentTriedAlone(long seed) {
    RandomConversations random = new RandomConversations(seed);
    for (int i = 0; i < CONVERSATIONS; i++) {
      StateMachine machine = random.machine();
      StateSpace space = StateSpace.of(RandomConversations.of(machine));
      Set<Facts> all = reachable(machine);
      String where = "seed " + seed + ", conversation " + i;

      assertThat(space.all().size()).as(where).isEqualTo(BigInteger.valueOf(all.size()));
      all.forEach(facts -> assertPaths(space, facts, where));
      assertBroken(space, all, where);
    }
    assertThat(verdicts).hasSize(7);
    assertThat(verdicts.values()).as("verdicts %s", verdicts).allMatch(both -> both.size() == 2);
  }

  /** Returns all facts that answers can produce, and expiry of "no" and "skipped" answers. */
  private static Set<Facts> reachable(StateMachine machine) {
    Set<Facts> seen = new HashSet<>(Set.of(Facts.NONE));
    Deque<Facts> todo = new ArrayDeque<>(seen);
    while (!todo.isEmpty()) {
      next(machine, todo.remove()).filter(seen::add).forEach(todo::add);
    }
    return seen;
  }

  private static Stream<Facts> next(StateMachine machine, Facts facts) {
    return answerable(machine)
        .flatMap(
            fact ->
                Stream.concat(
                    Stream.of(Answer.values()).map(answer -> tell(machine, facts, fact, answer)),
                    expire(machine, facts, fact)));
  }

  /** Returns the facts after an answer expires; a part's "no" stays while its whole is "no". */
  private static Stream<Facts> expire(StateMachine machine, Facts facts, String fact) {
    boolean held =
        machine.fact(fact).link() instanceof Fact.Link.PartOf(String whole)
            && facts.is(whole, Set.of(Answer.NO));
    return !held && facts.is(fact, Set.of(Answer.NO, Answer.SKIPPED))
        ? Stream.of(facts.without(entry -> entry.getKey().equals(fact)))
        : Stream.empty();
  }

  private static Facts tell(StateMachine machine, Facts facts, String fact, Answer answer) {
    return FactUpdates.apply(machine, facts, fact, new FactValue(answer, Instant.EPOCH));
  }

  private static Stream<String> answerable(StateMachine machine) {
    return machine.facts().values().stream().filter(fact -> !fact.workedOut()).map(Fact::id);
  }

  private static void assertPaths(StateSpace space, Facts facts, String where) {
    int[] values = space.all().domain().values(facts);
    for (boolean begun : List.of(true, false)) {
      List<StatePath> paths =
          space.classes().stream()
              .filter(
                  stateClass -> stateClass.begun() == begun && stateClass.facts().contains(values))
              .map(StateClass::path)
              .toList();

      assertThat(paths).as(where).containsExactly(space.machine().path(facts, begun));
    }
  }

  /** Compares each promise check with a plain definition, tried on one assignment at a time. */
  private void assertBroken(StateSpace space, Set<Facts> all, String where) {
    StateMachine machine = space.machine();
    Stream<Violation> found =
        Stream.of(
                UrgencyPromises.emergencyOnThatTurn(space),
                CalmPromises.reassureOnlyWhenAllNo(space),
                UrgencyPromises.neverMilder(space),
                UrgencyPromises.emergencySignsAskedFirst(space),
                CalmPromises.calmOnlyWhenAllNo(space),
                UrgencyPromises.neverMoreUrgent(space),
                MonotoneUrgency.violations(space))
            .flatMap(violations -> violations.limit(1));
    Set<Promise> broken = found.map(Violation::promise).collect(Collectors.toSet());
    DEFINITIONS.forEach(
        (promise, definition) -> {
          verdicts.computeIfAbsent(promise, name -> new HashSet<>()).add(broken.contains(promise));
          boolean there = all.stream().anyMatch(facts -> definition.test(machine, facts));
          // An emergency that breaks another promise may also be lowered by an unlinked flag.
          if (!(promise == Promise.MONOTONE_SEVERITY && tooUrgentEmergency(machine, all))) {
            assertThat(broken.contains(promise)).as(where + " " + promise).isEqualTo(there);
          }
        });
  }

  private static boolean tooUrgentEmergency(StateMachine machine, Set<Facts> all) {
    return all.stream()
        .anyMatch(
            facts ->
                emergencyMissed(machine, facts)
                    || (tooUrgent(machine, facts)
                        && ending(machine, facts).equals(Optional.of(Urgency.EMERGENCY))));
  }

  private static Optional<Urgency> ending(StateMachine machine, Facts facts) {
    return machine.where(facts, true) instanceof Position.Ended(Outcome outcome)
        ? Optional.of(outcome.urgency())
        : Optional.empty();
  }

  private static Set<Urgency> required(StateMachine machine, Facts facts) {
    return machine.facts().values().stream()
        .flatMap(fact -> answer(fact, facts).flatMap(fact.severity()::of).stream())
        .collect(Collectors.toSet());
  }

  private static Optional<Answer> answer(Fact fact, Facts facts) {
    return fact.link() instanceof Fact.Link.Together(List<String> all)
        ? Optional.of(Answer.YES)
            .filter(yes -> all.stream().allMatch(f -> facts.is(f, Set.of(Answer.YES))))
        : facts.answer(fact.id());
  }

  private static boolean emergencyMissed(StateMachine machine, Facts facts) {
    return required(machine, facts).contains(Urgency.EMERGENCY)
        && Stream.of(true, false)
            .anyMatch(
                begun ->
                    !(machine.where(facts, begun) instanceof Position.Ended(Outcome outcome))
                        || outcome.urgency() != Urgency.EMERGENCY);
  }

  private static boolean milder(StateMachine machine, Facts facts) {
    return ending(machine, facts)
        .filter(end -> end != Urgency.EMERGENCY)
        .filter(
            end ->
                required(machine, facts).stream()
                    .anyMatch(urgency -> urgency != Urgency.EMERGENCY && !end.serves(urgency)))
        .isPresent();
  }

  private static boolean endedEarly(StateMachine machine, Facts facts) {
    return ending(machine, facts).filter(end -> end != Urgency.EMERGENCY).isPresent()
        && machine.facts().values().stream()
            .filter(fact -> isAsked(machine, fact) && fact.severity().emergency())
            .anyMatch(fact -> facts.answer(fact.id()).isEmpty());
  }

  private static boolean isAsked(StateMachine machine, Fact fact) {
    return machine.states().values().stream()
        .anyMatch(state -> state.prompt().facts().contains(fact.id()));
  }

  private static boolean calmed(StateMachine machine, Facts facts) {
    return ending(machine, facts).filter(end -> Urgency.SELF_CARE.atLeast(end)).isPresent()
        && machine.facts().values().stream()
            .filter(fact -> fact.severity().ifYes().filter(ExhaustionTest::sends).isPresent())
            .anyMatch(fact -> !denied(machine, facts, fact));
  }

  private static boolean sends(Urgency urgency) {
    return urgency.atLeast(Urgency.PROFESSIONAL);
  }

  private static boolean denied(StateMachine machine, Facts facts, Fact fact) {
    if (fact.link() instanceof Fact.Link.Together(List<String> all)) {
      return all.stream().anyMatch(one -> no(facts, machine.fact(one)));
    }
    boolean calmInDoubt =
        fact.severity()
            .ifUnsure()
            .filter(urgency -> Urgency.SELF_CARE.atLeast(urgency))
            .isPresent();
    return no(facts, fact)
        || isNotNeeded(facts, fact)
        || (calmInDoubt && facts.is(fact.id(), Set.of(Answer.UNSURE)));
  }

  private static boolean isNotNeeded(Facts facts, Fact fact) {
    return fact.link() instanceof Fact.Link.Asked(List<String> neededIf)
        && !neededIf.isEmpty()
        && !facts.is(fact.id(), Answer.MAY_BE)
        && neededIf.stream().allMatch(other -> facts.is(other, Set.of(Answer.NO)));
  }

  private static boolean no(Facts facts, Fact fact) {
    return fact.onlyIfSaid()
        ? !facts.is(fact.id(), Answer.MAY_BE)
        : facts.is(fact.id(), Set.of(Answer.NO));
  }

  private static boolean reassuredTooSoon(StateMachine machine, Facts facts) {
    return ending(machine, facts).equals(Optional.of(Urgency.REASSURE))
        && machine.facts().values().stream()
            .filter(fact -> !fact.workedOut() && !fact.onlyIfSaid())
            .filter(fact -> fact.severity().ifYes().isPresent())
            .anyMatch(fact -> !facts.is(fact.id(), Set.of(Answer.NO)) && !isNotNeeded(facts, fact));
  }

  private static boolean tooUrgent(StateMachine machine, Facts facts) {
    Optional<Urgency> ending = ending(machine, facts).filter(end -> end != Urgency.REASSURE);
    boolean open =
        answerable(machine).anyMatch(fact -> facts.is(fact, Set.of(Answer.SKIPPED, Answer.UNSURE)));
    return ending
        .filter(end -> !(open && Urgency.PROFESSIONAL.atLeast(end)))
        .filter(end -> required(machine, facts).stream().noneMatch(urgency -> serves(urgency, end)))
        .isPresent();
  }

  private static boolean serves(Urgency required, Urgency end) {
    return required.atLeast(end) || required.ending().atLeast(end);
  }

  private static boolean lowered(StateMachine machine, Facts facts) {
    Optional<Urgency> before = ending(machine, facts);
    return before.isPresent()
        && machine.facts().values().stream()
            .filter(Fact::redFlag)
            .anyMatch(fact -> loweredBy(machine, facts, fact.id(), before.get()));
  }

  private static boolean loweredBy(StateMachine machine, Facts facts, String fact, Urgency before) {
    Stream<Answer> higher =
        facts.is(fact, Set.of(Answer.YES))
            ? Stream.empty()
            : facts.is(fact, Set.of(Answer.UNSURE))
                ? Stream.of(Answer.YES)
                : Stream.of(Answer.UNSURE, Answer.YES);
    return higher
        .flatMap(answer -> ending(machine, tell(machine, facts, fact, answer)).stream())
        .anyMatch(after -> !after.atLeast(before));
  }
}
