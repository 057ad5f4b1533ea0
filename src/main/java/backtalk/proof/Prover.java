package backtalk.proof;

import backtalk.conversation.Conversation;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Proves the promises of a conversation for all dialogues: for every consistent assignment of its
 * facts, recorded or corrected at any moment, with a check begun or not. It alone decides the
 * promises for every assignment and finds the shortest chat to each violation; tests and generated
 * chats only sample. It takes the understood input as given: how well words are understood is
 * measured, not proved.
 */
public final class Prover {

  /** Each check returns every violation of one promise; several classes may show the same one. */
  private static final List<Function<StateSpace, Stream<Violation>>> CHECKS =
      List.of(
          UrgencyPromises::emergencyOnThatTurn,
          StandingPromises::emergency,
          StandingPromises::someoneElse,
          StandingPromises::followUp,
          UrgencyPromises::emergencySignsAskedFirst,
          CalmPromises::calmOnlyWhenAllNo,
          CalmPromises::reassureOnlyWhenAllNo,
          UrgencyPromises::neverMilder,
          UrgencyPromises::neverMoreUrgent,
          MonotoneUrgency::violations,
          EveryPathEnds::violations,
          EverythingReachable::violations,
          FitsTelegram::violations);

  private Prover() {}

  /** Proves all promises, or reports that the conversation is too large to explore. */
  public static Proof prove(Conversation conversation) {
    try {
      return proved(StateSpace.of(conversation));
    } catch (PathExplorer.TooLarge tooLarge) {
      return new Proof.TooLarge(String.valueOf(tooLarge.getMessage()));
    }
  }

  /** Returns the violations without the chats that show them, which take longest to find. */
  static List<Violation> violations(StateSpace space) {
    // In parallel: half of the checks run the engine, and take as long as all the others.
    return CHECKS.parallelStream().flatMap(check -> check.apply(space)).toList();
  }

  private static Proof proved(StateSpace space) {
    List<Violation> violations = violations(space);
    return violations.isEmpty()
        ? new Proof.Holds(extent(space))
        : new Proof.Broken(extent(space), broken(space.conversation(), violations));
  }

  private static Proof.Extent extent(StateSpace space) {
    return new Proof.Extent(
        space.all().domain().size(), space.all().size(), space.classes().size());
  }

  /** Groups violations by promise and location, whichever classes show them. */
  private static List<Proof.BrokenPromise> broken(
      Conversation conversation, List<Violation> violations) {
    Collection<List<Violation>> alike =
        violations.stream()
            .collect(
                Collectors.groupingBy(
                    violation -> List.of(violation.promise(), violation.location()),
                    LinkedHashMap::new,
                    Collectors.toList()))
            .values();
    Map<List<Violation.Example>, CounterexampleSearch.Found> chats =
        new CounterexampleSearch(conversation)
            .shortestChats(
                alike.stream().map(Prover::shown).filter(some -> !some.isEmpty()).toList());
    return alike.stream()
        .map(some -> broken(some, chats.getOrDefault(shown(some), CounterexampleSearch.NO_CHAT)))
        .toList();
  }

  /** Returns examples of the first of some similar violations. */
  private static List<Violation.Example> shown(List<Violation> alike) {
    return alike.stream()
        .filter(violation -> violation.what().equals(alike.getFirst().what()))
        .flatMap(violation -> violation.examples().stream())
        .toList();
  }

  private static Proof.BrokenPromise broken(
      List<Violation> alike, CounterexampleSearch.Found chat) {
    Violation violation = alike.getFirst();
    long others = alike.stream().map(Violation::what).distinct().count() - 1;
    String more = others == 0 ? "" : " (and " + others + " more like this)";
    return new Proof.BrokenPromise(
        violation.promise(),
        violation.location(),
        violation.what() + more,
        violation.fix(),
        chat.lines(),
        chat.ends());
  }
}
