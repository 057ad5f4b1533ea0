package backtalk.dialogue;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.conversation.Fact.Link.Together;
import backtalk.conversation.Position;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Urgency;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Assesses how urgent the recorded facts are, and which of them make it so. */
public record Assessment(StateMachine machine, Facts facts) {

  /** Returns the greatest urgency of the facts, or empty when no fact has one. */
  public Optional<Urgency> urgency() {
    Optional<Urgency> most = Optional.empty();
    for (Fact fact : machine.facts().values()) {
      Optional<Urgency> urgency = urgencyOf(fact);
      if (urgency.isPresent() && (most.isEmpty() || urgency.get().compareTo(most.get()) > 0)) {
        most = urgency;
      }
    }
    return most;
  }

  public boolean isEmergency() {
    return urgency().equals(Optional.of(Urgency.EMERGENCY));
  }

  /** Returns true when a fact is an emergency that was none in the earlier assessment. */
  public boolean hasNewEmergencySince(Assessment earlier) {
    return !earlier.emergencies().containsAll(emergencies());
  }

  private Set<String> emergencies() {
    return machine.facts().values().stream()
        .filter(fact -> urgencyOf(fact).equals(Optional.of(Urgency.EMERGENCY)))
        .map(Fact::id)
        .collect(Collectors.toSet());
  }

  /**
   * Returns the greater of the urgencies of the outcome and of the facts. The facts tell how soon
   * where both send to a doctor.
   */
  public Optional<Urgency> urgency(Position position) {
    Optional<Urgency> ofFacts = urgency();
    return position instanceof Position.Ended(var outcome)
        ? ofFacts
            .filter(urgency -> urgency.ending().atLeast(outcome.urgency()))
            .or(() -> Optional.of(outcome.urgency()))
        : ofFacts;
  }

  private Optional<Urgency> urgencyOf(Fact fact) {
    return answer(fact).flatMap(fact.severity()::of);
  }

  private Optional<Answer> answer(Fact fact) {
    return fact.link() instanceof Together(List<String> all)
        ? Optional.of(Answer.YES).filter(yes -> all.stream().allMatch(this::isYes))
        : facts.answer(fact.id());
  }

  private boolean isYes(String fact) {
    return facts.is(fact, Set.of(Answer.YES));
  }

  /** Returns true while a red flag is yes or unsure; exercises are withheld then. */
  public boolean redFlag() {
    return answeredFacts(Fact::redFlag, Answer.MAY_BE).findAny().isPresent();
  }

  /** Returns the facts that have an urgency: those that are yes, then those that are unsure. */
  public List<Fact> reasons() {
    return Stream.of(Answer.YES, Answer.UNSURE).flatMap(it -> reasons(it).stream()).toList();
  }

  /** Returns the facts that have an urgency with this answer, most urgent first. */
  public List<Fact> reasons(Answer answer) {
    return answeredFacts(fact -> fact.severity().of(answer).isPresent(), Set.of(answer))
        .sorted(
            Comparator.comparing(fact -> urgencyOf(fact).orElseThrow(), Comparator.reverseOrder()))
        .toList();
  }

  /** Returns the reasons with this answer to tell back: a whole is left out beside its part. */
  public List<Fact> told(Answer answer) {
    List<Fact> reasons = reasons(answer);
    Set<String> wholes =
        reasons.stream().flatMap(fact -> fact.whole().stream()).collect(Collectors.toSet());
    return reasons.stream().filter(fact -> !wholes.contains(fact.id())).toList();
  }

  /**
   * Returns the facts that would be urgent if yes and that have this answer. A part is left out
   * beside its whole.
   */
  public List<Fact> answered(Answer answer) {
    return answeredFacts(fact -> fact.severity().ifYes().isPresent(), Set.of(answer))
        .filter(fact -> fact.whole().filter(whole -> facts.is(whole, Set.of(answer))).isEmpty())
        .toList();
  }

  private Stream<Fact> answeredFacts(Predicate<Fact> which, Set<Answer> answers) {
    return machine.facts().values().stream()
        .filter(which)
        .filter(fact -> facts.is(fact.id(), answers));
  }

  /** Returns a key of an outcome and its reasons; it changes when they do. */
  public String key(String outcome) {
    StringBuilder key = new StringBuilder(outcome);
    for (Answer answer : List.of(Answer.YES, Answer.UNSURE)) {
      reasons(answer)
          .forEach(fact -> key.append(' ').append(fact.id()).append('=').append(answer.word()));
    }
    return key.toString();
  }
}
