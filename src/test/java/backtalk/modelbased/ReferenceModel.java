package backtalk.modelbased;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.conversation.StateMachine;
import backtalk.dialogue.FactValue;
import backtalk.dialogue.Turn;
import backtalk.understanding.FactMention;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Models the facts that a person gave, and asserts each change of the bot's facts: none is recorded
 * that was not given, and none that was given is lost.
 */
final class ReferenceModel {

  private final PromiseAssertions promiseAssertions;
  private final Set<Map.Entry<String, FactValue>> everRecorded = new HashSet<>();
  private ExpectedFacts expectedFacts;
  private List<FactValue> carried = List.of();

  ReferenceModel(PromiseAssertions promiseAssertions) {
    this.promiseAssertions = promiseAssertions;
    this.expectedFacts = ExpectedFacts.empty(promiseAssertions.conversation().machine());
  }

  /** Returns the facts after the last turn. */
  ExpectedFacts expectedFacts() {
    return expectedFacts;
  }

  /**
   * Returns the facts that are left at this time under this state machine: old "no" and "skipped"
   * answers expire, and facts that another version links are made consistent.
   */
  ExpectedFacts refreshed(StateMachine machine, Instant now) {
    Map<String, FactValue> left = new HashMap<>(expectedFacts.recorded());
    left.keySet().retainAll(machine.facts().keySet());
    ExpectedFacts carried =
        machine.equals(expectedFacts.machine())
            ? expectedFacts
            : new ExpectedFacts(machine, left).consistent();
    Map<String, FactValue> fresh = new HashMap<>(carried.recorded());
    fresh
        .keySet()
        .removeIf(fact -> isOld(carried, fact, now) && !isHeldByWhole(carried, fact, now));
    return new ExpectedFacts(machine, fresh);
  }

  private boolean isOld(ExpectedFacts known, String fact, Instant now) {
    FactValue value = Objects.requireNonNull(known.recorded().get(fact));
    boolean ages =
        value.answer() == Answer.SKIPPED
            || (value.answer() == Answer.NO
                && (known.machine().fact(fact).redFlag() || sparesQuestions(known, fact)));
    return ages && promiseAssertions.isStale(value.at(), now);
  }

  /** Returns true while a part's "no" is kept by the "no" of its whole. */
  private boolean isHeldByWhole(ExpectedFacts known, String fact, Instant now) {
    return ExpectedFacts.whole(known.machine(), fact)
        .filter(whole -> known.is(whole, Set.of(Answer.NO)) && !isOld(known, whole, now))
        .isPresent();
  }

  /** Asserts that a turn made only allowed changes and all required ones. */
  void check(StateMachine machine, AllowedChange allowedChange, Turn turn, Instant now) {
    Map<String, FactValue> after = turn.dialogue().facts().values();
    ExpectedFacts before = refreshed(machine, now);
    carried =
        machine.equals(expectedFacts.machine())
            ? List.of()
            : List.copyOf(expectedFacts.recorded().values());
    assertAllowed(before, allowedChange, after, now);
    expectedFacts = new ExpectedFacts(machine, after);
    everRecorded.addAll(
        after.entrySet().stream().map(e -> Map.entry(e.getKey(), e.getValue())).toList());
    allowedChange.must().forEach(this::assertKnown);
    assertNotLowered(before, allowedChange);
  }

  private void assertAllowed(
      ExpectedFacts before,
      AllowedChange allowedChange,
      Map<String, FactValue> after,
      Instant now) {
    Set<String> facts = new HashSet<>(before.recorded().keySet());
    facts.addAll(after.keySet());
    Set<Instant> takenBack = new HashSet<>();
    for (String fact : facts) {
      Optional<FactValue> old = Optional.ofNullable(before.recorded().get(fact));
      Optional<FactValue> news = Optional.ofNullable(after.get(fact));
      if (!old.equals(news)) {
        assertThat(isAllowed(allowedChange, fact, news, now) || isConsistent(old, news))
            .as("not given by the person: %s went from %s to %s at %s", fact, old, news, now)
            .isTrue();
        boolean given = news.filter(value -> value.at().equals(now)).isPresent();
        old.filter(value -> allowedChange.back() && !given)
            .ifPresent(value -> takenBack.add(value.at()));
      }
    }
    assertThat(takenBack).as("at most one answer is taken back").hasSizeLessThanOrEqualTo(1);
  }

  private boolean isAllowed(
      AllowedChange allowedChange, String fact, Optional<FactValue> news, Instant now) {
    boolean given =
        news.filter(value -> value.at().equals(now))
            .filter(value -> allowedChange.may().contains(new FactMention(fact, value.answer())))
            .isPresent();
    boolean restored =
        allowedChange.back()
            && news.map(value -> everRecorded.contains(Map.entry(fact, value))).orElse(true);
    boolean cleared =
        news.isEmpty()
            && Set.of(AllowedChange.Clears.UNLESS_EMERGENCY, AllowedChange.Clears.CONFIRMED)
                .contains(allowedChange.clears());
    return given || restored || cleared;
  }

  /**
   * Returns true when another version of the conversation derived the answer from a linked fact.
   */
  private boolean isConsistent(Optional<FactValue> old, Optional<FactValue> news) {
    return news.map(FactValue::answer).equals(old.map(FactValue::answer))
        && news.filter(carried::contains).isPresent();
  }

  /** Asserts that an answer given by the person is known. */
  void assertKnown(String fact, Answer answer) {
    boolean so =
        answer == Answer.YES
            ? expectedFacts.is(fact, Set.of(Answer.YES))
            : expectedFacts.is(fact, Answer.MAY_BE);
    assertThat(so)
        .as("%s was answered %s, and is %s", fact, answer, expectedFacts.answer(fact))
        .isTrue();
  }

  private void assertNotLowered(ExpectedFacts before, AllowedChange allowedChange) {
    if (before.emergency() && !expectedFacts.emergency()) {
      boolean confirmed =
          Set.of(AllowedChange.Clears.CONFIRMED, AllowedChange.Clears.UNDONE)
              .contains(allowedChange.clears());
      boolean answered =
          allowedChange.tapped().stream()
              .flatMap(tap -> withParts(before, tap.fact()))
              .anyMatch(fact -> before.is(fact, Answer.MAY_BE));
      assertThat(confirmed || answered)
          .as("the emergency was lowered by %s", allowedChange)
          .isTrue();
    }
  }

  /** Returns a fact and its parts, to which a no to it is a no as well. */
  private static Stream<String> withParts(ExpectedFacts known, String fact) {
    return Stream.concat(Stream.of(fact), ExpectedFacts.parts(known.machine(), fact));
  }

  @Override
  public String toString() {
    return Objects.toString(expectedFacts.recorded());
  }

  /** Returns true when a no to the fact makes another question needless. */
  private static boolean sparesQuestions(ExpectedFacts known, String fact) {
    return known.machine().facts().values().stream()
        .map(Fact::link)
        .anyMatch(
            link ->
                link instanceof Fact.Link.Asked(List<String> neededIf) && neededIf.contains(fact));
  }
}
