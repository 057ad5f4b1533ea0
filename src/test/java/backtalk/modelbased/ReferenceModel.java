package backtalk.modelbased;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
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

/**
 * A witness of all that a person said, who swears to each change of what the bot knows: nothing is
 * known that was not said, and nothing that was said is lost.
 */
final class ReferenceModel {

  private final Promises promises;
  private final Set<Map.Entry<String, FactValue>> ever = new HashSet<>();
  private ExpectedFacts expectedFacts;
  private List<FactValue> carried = List.of();

  ReferenceModel(Promises promises) {
    this.promises = promises;
    this.expectedFacts = ExpectedFacts.empty(promises.conversation().machine());
  }

  /** What is known, as the witness swears to it. */
  ExpectedFacts ledger() {
    return expectedFacts;
  }

  /**
   * What is left of it at this time under this machine: old noes and skips are let go, and where
   * facts hang together that did not before, they are brought in step.
   */
  ExpectedFacts refreshed(StateMachine machine, Instant now) {
    Map<String, FactValue> left = new HashMap<>(expectedFacts.told());
    left.keySet().retainAll(machine.facts().keySet());
    ExpectedFacts carried =
        machine.equals(expectedFacts.machine())
            ? expectedFacts
            : new ExpectedFacts(machine, left).inStep();
    Map<String, FactValue> fresh = new HashMap<>(carried.told());
    fresh.keySet().removeIf(fact -> isOld(carried, fact, now) && !held(carried, fact, now));
    return new ExpectedFacts(machine, fresh);
  }

  private boolean isOld(ExpectedFacts known, String fact, Instant now) {
    FactValue value = Objects.requireNonNull(known.told().get(fact));
    boolean ages =
        value.answer() == Answer.SKIPPED
            || (value.answer() == Answer.NO && known.machine().fact(fact).redFlag());
    return ages && promises.stale(value.at(), now);
  }

  /** A part stays no while its whole is no. */
  private boolean held(ExpectedFacts known, String fact, Instant now) {
    return ExpectedFacts.whole(known.machine(), fact)
        .filter(whole -> known.is(whole, Set.of(Answer.NO)) && !isOld(known, whole, now))
        .isPresent();
  }

  /** Watches a turn: each change must be licensed, and what must be known is known. */
  void watch(StateMachine machine, AllowedChange allowedChange, Turn turn, Instant now) {
    Map<String, FactValue> after = turn.dialogue().facts().values();
    ExpectedFacts before = refreshed(machine, now);
    carried =
        machine.equals(expectedFacts.machine())
            ? List.of()
            : List.copyOf(expectedFacts.told().values());
    changes(before, allowedChange, after, now);
    expectedFacts = new ExpectedFacts(machine, after);
    ever.addAll(after.entrySet().stream().map(e -> Map.entry(e.getKey(), e.getValue())).toList());
    allowedChange.must().forEach(this::known);
    lowered(before, allowedChange);
  }

  private void changes(
      ExpectedFacts before,
      AllowedChange allowedChange,
      Map<String, FactValue> after,
      Instant now) {
    Set<String> facts = new HashSet<>(before.told().keySet());
    facts.addAll(after.keySet());
    Set<Instant> takenBack = new HashSet<>();
    for (String fact : facts) {
      Optional<FactValue> old = Optional.ofNullable(before.told().get(fact));
      Optional<FactValue> news = Optional.ofNullable(after.get(fact));
      if (!old.equals(news)) {
        assertThat(licensed(allowedChange, fact, news, now) || inStep(old, news))
            .as("nobody said so: %s went from %s to %s at %s", fact, old, news, now)
            .isTrue();
        boolean said = news.filter(value -> value.at().equals(now)).isPresent();
        old.filter(value -> allowedChange.back() && !said)
            .ifPresent(value -> takenBack.add(value.at()));
      }
    }
    assertThat(takenBack).as("one telling at most is taken back").hasSizeLessThanOrEqualTo(1);
  }

  private boolean licensed(
      AllowedChange allowedChange, String fact, Optional<FactValue> news, Instant now) {
    boolean said =
        news.filter(value -> value.at().equals(now))
            .filter(value -> allowedChange.may().contains(new FactMention(fact, value.answer())))
            .isPresent();
    boolean restored =
        allowedChange.back()
            && news.map(value -> ever.contains(Map.entry(fact, value))).orElse(true);
    boolean cleared =
        news.isEmpty()
            && Set.of(AllowedChange.Clears.UNLESS_EMERGENCY, AllowedChange.Clears.CONFIRMED)
                .contains(allowedChange.clears());
    return said || restored || cleared;
  }

  /** After a change of the conversation an answer may have come from its part or its whole. */
  private boolean inStep(Optional<FactValue> old, Optional<FactValue> news) {
    return news.map(FactValue::answer).equals(old.map(FactValue::answer))
        && news.filter(carried::contains).isPresent();
  }

  /** What was told must be known. */
  void known(String fact, Answer answer) {
    boolean so =
        answer == Answer.YES
            ? expectedFacts.is(fact, Set.of(Answer.YES))
            : expectedFacts.is(fact, Answer.MAY_BE);
    assertThat(so)
        .as("%s was told %s, and is %s", fact, answer, expectedFacts.answer(fact))
        .isTrue();
  }

  private void lowered(ExpectedFacts before, AllowedChange allowedChange) {
    if (before.emergency() && !expectedFacts.emergency()) {
      boolean confirmed =
          Set.of(AllowedChange.Clears.CONFIRMED, AllowedChange.Clears.UNDONE)
              .contains(allowedChange.clears());
      boolean answered =
          allowedChange.tapped().filter(tap -> before.is(tap.fact(), Answer.MAY_BE)).isPresent();
      assertThat(confirmed || answered)
          .as("the emergency was lowered by %s", allowedChange)
          .isTrue();
    }
  }

  @Override
  public String toString() {
    return Objects.toString(expectedFacts.told());
  }
}
