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

/** How serious what was told is, and which of it makes it so. */
public record Assessment(StateMachine machine, Facts facts) {

  /** The most urgent level that what was told asks for; empty while nothing does. */
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

  /** True where something that is an emergency was told since. */
  public boolean hasNewEmergencySince(Assessment earlier) {
    return !earlier.emergencies().containsAll(emergencies());
  }

  private Set<String> emergencies() {
    return machine.facts().values().stream()
        .filter(fact -> urgencyOf(fact).equals(Optional.of(Urgency.EMERGENCY)))
        .map(Fact::id)
        .collect(Collectors.toSet());
  }

  /** The level reached: of the ending, or of what was told, whichever is more urgent. */
  public Optional<Urgency> urgency(Position position) {
    Stream<Urgency> ending =
        position instanceof Position.Ended(var outcome)
            ? Stream.of(outcome.urgency())
            : Stream.empty();
    return Stream.concat(ending, urgency().stream()).max(Comparator.naturalOrder());
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

  /** True while a red flag is yes or not sure: no movements are offered then. */
  public boolean redFlag() {
    return answeredFacts(Fact::redFlag, Answer.MAY_BE).findAny().isPresent();
  }

  /** What was told that asks for a level, most urgent first. */
  public List<Fact> reasons(Answer answer) {
    return answeredFacts(fact -> fact.severity().of(answer).isPresent(), Set.of(answer))
        .sorted(
            Comparator.comparing(fact -> urgencyOf(fact).orElseThrow(), Comparator.reverseOrder()))
        .toList();
  }

  /** The asked facts that have a level and were answered so. */
  public List<Fact> answered(Answer answer) {
    return answeredFacts(fact -> fact.severity().ifYes().isPresent(), Set.of(answer)).toList();
  }

  private Stream<Fact> answeredFacts(Predicate<Fact> which, Set<Answer> answers) {
    return machine.facts().values().stream()
        .filter(which)
        .filter(fact -> facts.is(fact.id(), answers));
  }

  /** One word for why an ending is due: it changes when its reasons do. */
  public String key(String ending) {
    StringBuilder key = new StringBuilder(ending);
    for (Answer answer : List.of(Answer.YES, Answer.UNSURE)) {
      reasons(answer)
          .forEach(fact -> key.append(' ').append(fact.id()).append('=').append(answer.word()));
    }
    return key.toString();
  }
}
