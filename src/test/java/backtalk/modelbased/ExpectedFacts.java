package backtalk.modelbased;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.conversation.Fact.Link.PartOf;
import backtalk.conversation.Fact.Link.Together;
import backtalk.conversation.FactLookup;
import backtalk.conversation.Position;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Urgency;
import backtalk.dialogue.FactValue;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Records a person's answers by the conversation's rules, independently of the engine. */
record ExpectedFacts(StateMachine machine, Map<String, FactValue> recorded) implements FactLookup {

  ExpectedFacts {
    recorded = Collections.unmodifiableMap(new HashMap<>(recorded));
  }

  static ExpectedFacts empty(StateMachine machine) {
    return new ExpectedFacts(machine, Map.of());
  }

  @Override
  public boolean is(String fact, Set<Answer> answers) {
    return answer(fact).filter(answers::contains).isPresent();
  }

  Optional<Answer> answer(String fact) {
    return Optional.ofNullable(recorded.get(fact)).map(FactValue::answer);
  }

  Position position(boolean begun) {
    return machine.where(this, begun);
  }

  /** Returns these facts with one more answer; a part and its whole are made consistent. */
  ExpectedFacts with(String fact, Answer answer, Instant at) {
    if (answer == Answer.SKIPPED
        && (recorded.containsKey(fact) || machine.fact(fact).onlyIfSaid())) {
      return this;
    }
    FactValue news = new FactValue(answer, at);
    Map<String, FactValue> next = new HashMap<>(recorded);
    next.put(fact, news);
    whole(machine, fact).filter(whole -> follows(answer, whole)).ifPresent(w -> next.put(w, news));
    parts(machine, fact).filter(part -> precedes(answer, part)).forEach(p -> next.put(p, news));
    return new ExpectedFacts(machine, next);
  }

  /**
   * Returns these facts with parts and wholes made consistent, as if every answer were given again,
   * the least urgent first.
   */
  ExpectedFacts consistent() {
    ExpectedFacts again = empty(machine);
    for (Answer answer : List.of(Answer.NO, Answer.SKIPPED, Answer.UNSURE, Answer.YES)) {
      for (Map.Entry<String, FactValue> one : recorded.entrySet()) {
        if (one.getValue().answer() == answer) {
          again = again.with(one.getKey(), answer, one.getValue().at());
        }
      }
    }
    return again.answers().equals(answers()) ? this : again;
  }

  private Map<String, Answer> answers() {
    Map<String, Answer> answers = new HashMap<>();
    recorded.forEach((fact, one) -> answers.put(fact, one.answer()));
    return answers;
  }

  private boolean follows(Answer part, String whole) {
    return part == Answer.YES
        || (part == Answer.UNSURE && answer(whole).equals(Optional.of(Answer.NO)));
  }

  private boolean precedes(Answer whole, String part) {
    return whole == Answer.NO
        || (whole == Answer.UNSURE && answer(part).equals(Optional.of(Answer.YES)));
  }

  static Optional<String> whole(StateMachine machine, String fact) {
    return machine.fact(fact).link() instanceof PartOf(String whole)
        ? Optional.of(whole)
        : Optional.empty();
  }

  static Stream<String> parts(StateMachine machine, String whole) {
    return machine.facts().values().stream()
        .filter(fact -> fact.link().equals(new PartOf(whole)))
        .map(Fact::id);
  }

  /** Returns the highest urgency that the facts require, alone or together. */
  Optional<Urgency> due() {
    return machine.facts().values().stream()
        .flatMap(fact -> effective(fact).flatMap(fact.severity()::of).stream())
        .max(Comparator.naturalOrder());
  }

  private Optional<Answer> effective(Fact fact) {
    return fact.link() instanceof Together(List<String> all)
        ? Optional.of(Answer.YES)
            .filter(yes -> all.stream().allMatch(one -> is(one, Set.of(Answer.YES))))
        : answer(fact.id());
  }

  boolean emergency() {
    return due().equals(Optional.of(Urgency.EMERGENCY));
  }

  boolean redFlag() {
    return machine.facts().values().stream()
        .filter(Fact::redFlag)
        .anyMatch(fact -> is(fact.id(), Answer.MAY_BE));
  }
}
