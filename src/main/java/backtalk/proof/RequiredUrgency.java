package backtalk.proof;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Urgency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Represents answers that require an urgency: a yes or unsure to one fact, or a yes to several
 * facts together.
 *
 * @param answered the facts
 * @param value value of each of them
 */
record RequiredUrgency(Fact fact, List<String> answered, FactOption value, Urgency urgency) {

  /** Returns all required urgencies of a machine. */
  static List<RequiredUrgency> of(StateMachine machine) {
    return machine.facts().values().stream().flatMap(RequiredUrgency::of).toList();
  }

  private static Stream<RequiredUrgency> of(Fact fact) {
    List<String> answered =
        fact.link() instanceof Fact.Link.Together(List<String> all) ? all : List.of(fact.id());
    return Stream.of(Answer.YES, Answer.UNSURE)
        .filter(answer -> answer == Answer.YES || !fact.workedOut())
        .flatMap(
            answer ->
                fact.severity().of(answer).stream()
                    .map(
                        urgency ->
                            new RequiredUrgency(fact, answered, FactOption.of(answer), urgency)));
  }

  /** Returns the assignments with these answers, if any. */
  Optional<FactAssignments> in(FactAssignments facts) {
    return facts.whereEach(answered, value.bit());
  }

  /** Returns the assignments without these answers; there may be several sets of them. */
  List<FactAssignments> without(FactAssignments facts) {
    return answered.stream()
        .flatMap(one -> facts.where(one, FactOption.ANY & ~value.bit()).stream())
        .toList();
  }

  /** Formats the answers for an author: {@code 'swelling' unsure}. */
  String words() {
    return "'" + fact.id() + "' " + (value == FactOption.YES ? "yes" : "unsure");
  }
}
