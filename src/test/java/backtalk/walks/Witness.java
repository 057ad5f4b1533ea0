package backtalk.walks;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
import backtalk.conversation.Machine;
import backtalk.dialogue.Told;
import backtalk.dialogue.Turn;
import backtalk.understanding.Telling;
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
final class Witness {

  private final Promises promises;
  private final Set<Map.Entry<String, Told>> ever = new HashSet<>();
  private Ledger ledger;
  private List<Told> carried = List.of();

  Witness(Promises promises) {
    this.promises = promises;
    this.ledger = Ledger.empty(promises.conversation().machine());
  }

  /** What is known, as the witness swears to it. */
  Ledger ledger() {
    return ledger;
  }

  /**
   * What is left of it at this time under this machine: old noes and skips are let go, and where
   * facts hang together that did not before, they are brought in step.
   */
  Ledger refreshed(Machine machine, Instant now) {
    Map<String, Told> left = new HashMap<>(ledger.told());
    left.keySet().retainAll(machine.facts().keySet());
    Ledger carried = machine.equals(ledger.machine()) ? ledger : new Ledger(machine, left).inStep();
    Map<String, Told> fresh = new HashMap<>(carried.told());
    fresh.keySet().removeIf(fact -> isOld(carried, fact, now) && !held(carried, fact, now));
    return new Ledger(machine, fresh);
  }

  private boolean isOld(Ledger known, String fact, Instant now) {
    Told told = Objects.requireNonNull(known.told().get(fact));
    boolean ages =
        told.answer() == Answer.SKIPPED
            || (told.answer() == Answer.NO && known.machine().fact(fact).redFlag());
    return ages && promises.stale(told.at(), now);
  }

  /** A part stays no while its whole is no. */
  private boolean held(Ledger known, String fact, Instant now) {
    return Ledger.whole(known.machine(), fact)
        .filter(whole -> known.is(whole, Set.of(Answer.NO)) && !isOld(known, whole, now))
        .isPresent();
  }

  /** Watches a turn: each change must be licensed, and what must be known is known. */
  void watch(Machine machine, Licence licence, Turn turn, Instant now) {
    Map<String, Told> after = turn.dialogue().facts().told();
    Ledger before = refreshed(machine, now);
    carried = machine.equals(ledger.machine()) ? List.of() : List.copyOf(ledger.told().values());
    changes(before, licence, after, now);
    ledger = new Ledger(machine, after);
    ever.addAll(after.entrySet().stream().map(e -> Map.entry(e.getKey(), e.getValue())).toList());
    licence.must().forEach(this::known);
    lowered(before, licence);
  }

  private void changes(Ledger before, Licence licence, Map<String, Told> after, Instant now) {
    Set<String> facts = new HashSet<>(before.told().keySet());
    facts.addAll(after.keySet());
    Set<Instant> takenBack = new HashSet<>();
    for (String fact : facts) {
      Optional<Told> old = Optional.ofNullable(before.told().get(fact));
      Optional<Told> news = Optional.ofNullable(after.get(fact));
      if (!old.equals(news)) {
        assertThat(licensed(licence, fact, news, now) || inStep(old, news))
            .as("nobody said so: %s went from %s to %s at %s", fact, old, news, now)
            .isTrue();
        boolean said = news.filter(told -> told.at().equals(now)).isPresent();
        old.filter(told -> licence.back() && !said).ifPresent(told -> takenBack.add(told.at()));
      }
    }
    assertThat(takenBack).as("one telling at most is taken back").hasSizeLessThanOrEqualTo(1);
  }

  private boolean licensed(Licence licence, String fact, Optional<Told> news, Instant now) {
    boolean said =
        news.filter(told -> told.at().equals(now))
            .filter(told -> licence.may().contains(new Telling(fact, told.answer())))
            .isPresent();
    boolean restored =
        licence.back() && news.map(told -> ever.contains(Map.entry(fact, told))).orElse(true);
    boolean cleared =
        news.isEmpty()
            && Set.of(Licence.Clears.UNLESS_EMERGENCY, Licence.Clears.CONFIRMED)
                .contains(licence.clears());
    return said || restored || cleared;
  }

  /** After a change of the conversation an answer may have come from its part or its whole. */
  private boolean inStep(Optional<Told> old, Optional<Told> news) {
    return news.map(Told::answer).equals(old.map(Told::answer))
        && news.filter(carried::contains).isPresent();
  }

  /** What was told must be known. */
  void known(String fact, Answer answer) {
    boolean so =
        answer == Answer.YES ? ledger.is(fact, Set.of(Answer.YES)) : ledger.is(fact, Answer.MAY_BE);
    assertThat(so).as("%s was told %s, and is %s", fact, answer, ledger.answer(fact)).isTrue();
  }

  private void lowered(Ledger before, Licence licence) {
    if (before.emergency() && !ledger.emergency()) {
      boolean confirmed =
          Set.of(Licence.Clears.CONFIRMED, Licence.Clears.UNDONE).contains(licence.clears());
      boolean answered =
          licence.tapped().filter(tap -> before.is(tap.fact(), Answer.MAY_BE)).isPresent();
      assertThat(confirmed || answered).as("the emergency was lowered by %s", licence).isTrue();
    }
  }

  @Override
  public String toString() {
    return Objects.toString(ledger.told());
  }
}
