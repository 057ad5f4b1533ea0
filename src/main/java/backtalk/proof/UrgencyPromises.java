package backtalk.proof;

import backtalk.conversation.Answer;
import backtalk.conversation.ConversationPart;
import backtalk.conversation.Fact;
import backtalk.conversation.Outcome;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Urgency;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Checks the promises that compare an outcome with the urgency of the facts. Each decides all
 * assignments of a state class at once.
 */
final class UrgencyPromises {
  private static final int NOT_OPEN =
      FactOption.ANY & ~FactOption.set(FactOption.SKIPPED, FactOption.UNSURE);

  private UrgencyPromises() {}

  /**
   * Checks that every dialogue with the facts of an emergency is in an emergency outcome. Positions
   * follow from the facts, so the outcome is reached on the turn that records them.
   */
  static Stream<Violation> emergencyOnThatTurn(StateSpace space) {
    List<RequiredUrgency> emergencies = required(space, urgency -> urgency == Urgency.EMERGENCY);
    return space.classes().stream()
        .filter(stateClass -> !stateClass.emergency())
        .flatMap(
            stateClass ->
                emergencies.stream()
                    .flatMap(emergency -> missedEmergency(stateClass, emergency).stream()));
  }

  private static Optional<Violation> missedEmergency(
      StateClass stateClass, RequiredUrgency emergency) {
    return emergency
        .in(stateClass.facts())
        .map(
            facts ->
                new Violation(
                    Promise.EMERGENCY_ON_THAT_TURN,
                    new ConversationPart.OfFact(emergency.fact().id()),
                    "With " + emergency.words() + " it does not come to an emergency at once.",
                    "Add it to 'anywhere' in conversation.yaml.",
                    Violation.Example.in(facts, stateClass.begun())));
  }

  /** Checks that no outcome below emergency is reached before every emergency sign was asked. */
  static Stream<Violation> emergencySignsAskedFirst(StateSpace space) {
    Set<String> asked = space.machine().asked();
    List<Fact> signs =
        space.machine().facts().values().stream()
            .filter(fact -> fact.severity().emergency() && asked.contains(fact.id()))
            .toList();
    return space.endingsWith(
        signs,
        (ending, fact) ->
            ending.violations(
                Promise.EMERGENCY_SIGNS_ARE_ASKED_FIRST,
                ending.facts().where(fact.id(), FactOption.UNKNOWN.bit()),
                "This way ends before '" + fact.id() + "' was asked.",
                "Lead through the state that asks it."));
  }

  /**
   * Checks that no outcome is milder than its facts require. Emergencies have a promise of their
   * own.
   */
  static Stream<Violation> neverMilder(StateSpace space) {
    return space.endingsWith(
        required(space, urgency -> urgency != Urgency.EMERGENCY),
        (ending, required) ->
            ending.urgency().serves(required.urgency())
                ? Stream.of()
                : ending.violations(
                    Promise.NEVER_MILDER_THAN_THE_FACTS,
                    required.in(ending.facts()),
                    String.format(
                        "This way leads to %s with %s, which asks for %s.",
                        ending.urgency().word(), required.words(), required.urgency().word()),
                    "Lead those who told it to a more urgent ending."));
  }

  /**
   * Checks that no outcome is more urgent than a fact requires. After a skipped or unsure answer
   * the mildest outcome that requires a visit is allowed as well. The mildest outcome of all needs
   * no reason.
   */
  static Stream<Violation> neverMoreUrgent(StateSpace space) {
    List<RequiredUrgency> all = required(space, urgency -> true);
    Urgency careful = mildest(space.machine(), Urgency.PROFESSIONAL);
    Urgency calm = mildest(space.machine(), Urgency.REASSURE);
    return space.classes().stream()
        .filter(stateClass -> stateClass.outcome().isPresent() && stateClass.urgency() != calm)
        .flatMap(
            ending ->
                ending.violations(
                    Promise.NEVER_MORE_URGENT_THAN_THE_FACTS,
                    withoutReason(
                        careful.atLeast(ending.urgency())
                            ? withoutOpenAnswers(ending.facts())
                            : Optional.of(ending.facts()),
                        reasons(all, ending.urgency())),
                    "This way leads to "
                        + ending.urgency().word()
                        + " though nothing that was told asks for it.",
                    "Lead to a milder ending, or raise the level of the fact that asks for it."));
  }

  private static Urgency mildest(StateMachine machine, Urgency from) {
    return machine.outcomes().values().stream()
        .map(Outcome::urgency)
        .filter(urgency -> urgency.atLeast(from) && urgency != Urgency.EMERGENCY)
        .min(Comparator.naturalOrder())
        .orElse(from);
  }

  /** Returns what asks for an urgency; of several answers last, because each of them branches. */
  private static List<RequiredUrgency> reasons(List<RequiredUrgency> all, Urgency ending) {
    return all.stream()
        .filter(required -> required.urgency().ending().atLeast(ending))
        .sorted(Comparator.comparingInt(required -> required.answered().size()))
        .toList();
  }

  private static Optional<FactAssignments> withoutOpenAnswers(FactAssignments facts) {
    return facts.whereEach(facts.facts().stream().map(Fact::id).toList(), NOT_OPEN);
  }

  /** Returns the assignments with none of the reasons. */
  private static Optional<FactAssignments> withoutReason(
      Optional<FactAssignments> facts, List<RequiredUrgency> reasons) {
    if (facts.isEmpty() || reasons.isEmpty()) {
      return facts;
    }
    List<RequiredUrgency> others = reasons.subList(1, reasons.size());
    return reasons.getFirst().without(facts.get()).stream()
        .flatMap(left -> withoutReason(Optional.of(left), others).stream())
        .findFirst();
  }

  private static List<RequiredUrgency> required(StateSpace space, Predicate<Urgency> wanted) {
    return RequiredUrgency.of(space.machine()).stream()
        .filter(required -> wanted.test(required.urgency()))
        .toList();
  }

  /**
   * Represents answers that require an urgency: a yes or unsure to one fact, or a yes to several
   * facts together.
   *
   * @param answered the facts
   * @param value value of each of them
   */
  private record RequiredUrgency(
      Fact fact, List<String> answered, FactOption value, Urgency urgency) {

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
}
