package backtalk.proof;

import backtalk.conversation.Conversation;
import backtalk.proof.promises.CalmOnlyWhenAllNo;
import backtalk.proof.promises.EmergencyOnThatTurn;
import backtalk.proof.promises.EmergencySignsAskedFirst;
import backtalk.proof.promises.EmergencyStands;
import backtalk.proof.promises.EveryPathEnds;
import backtalk.proof.promises.EverythingReachable;
import backtalk.proof.promises.FitsTelegram;
import backtalk.proof.promises.MonotoneUrgency;
import backtalk.proof.promises.NeverMilder;
import backtalk.proof.promises.NeverMoreUrgent;
import backtalk.proof.promises.PromiseCheck;
import backtalk.proof.promises.ReassureOnlyWhenAllNo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Proves the promises of a conversation for all dialogues: for every consistent assignment of its
 * facts, recorded or corrected at any moment, with a check begun or not. It alone decides the
 * promises for every assignment and finds the shortest chat to each violation; tests and generated
 * chats only sample. It takes the understood input as given: how well words are understood is
 * measured, not proved.
 */
public final class Prover {

  private static final List<PromiseCheck> CHECKS =
      List.of(
          new EmergencyOnThatTurn(),
          new EmergencyStands(),
          new EmergencySignsAskedFirst(),
          new CalmOnlyWhenAllNo(),
          new ReassureOnlyWhenAllNo(),
          new NeverMilder(),
          new NeverMoreUrgent(),
          new MonotoneUrgency(),
          new EveryPathEnds(),
          new EverythingReachable(),
          new FitsTelegram());

  private Prover() {}

  /** Proves all promises, or reports that the conversation is too large to explore. */
  public static Proof prove(Conversation conversation) {
    try {
      return proved(StateSpace.of(conversation));
    } catch (PathExplorer.TooLarge tooLarge) {
      return new Proof.TooLarge(String.valueOf(tooLarge.getMessage()));
    }
  }

  /**
   * Returns the broken promises without the chats that show them, which take longest to find.
   *
   * @throws IllegalArgumentException when the conversation is too large to explore
   */
  public static Set<Promise> broken(Conversation conversation) {
    try {
      return violations(StateSpace.of(conversation)).stream()
          .map(Violation::promise)
          .collect(Collectors.toSet());
    } catch (PathExplorer.TooLarge tooLarge) {
      throw new IllegalArgumentException(tooLarge.getMessage(), tooLarge);
    }
  }

  private static List<Violation> violations(StateSpace space) {
    // In parallel: half of the checks run the engine, and take as long as all the others.
    return CHECKS.parallelStream().flatMap(check -> check.violations(space)).toList();
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
    List<List<Violation>> alike =
        List.copyOf(
            violations.stream()
                .collect(
                    Collectors.groupingBy(
                        violation -> List.of(violation.promise(), violation.location()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values());
    List<List<Violation.Example>> shown =
        alike.stream().map(Prover::shown).filter(some -> !some.isEmpty()).distinct().toList();
    List<CounterexampleSearch.Found> chats =
        new CounterexampleSearch(conversation).shortestChats(shown);
    return alike.stream()
        .map(some -> broken(some, chat(shown.indexOf(shown(some)), chats)))
        .toList();
  }

  /** Returns examples of the first of some similar violations. */
  private static List<Violation.Example> shown(List<Violation> alike) {
    return alike.stream()
        .filter(violation -> violation.what().equals(alike.getFirst().what()))
        .flatMap(violation -> violation.examples().stream())
        .toList();
  }

  private static CounterexampleSearch.Found chat(
      int index, List<CounterexampleSearch.Found> chats) {
    return index < 0 ? new CounterexampleSearch.Found(List.of(), "") : chats.get(index);
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
