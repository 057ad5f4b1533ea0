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
 * Proves the promises of a conversation for everybody who may ever hold it: for every consistent
 * assignment of its facts, told or corrected at any moment, with a check begun or not. It is about
 * what the bot does with what it understood; whether it understands is measured, not proved.
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

  /** Looks at all of it, or says that it is too large to be looked at. */
  public static Proof prove(Conversation conversation) {
    try {
      return proved(StateSpace.of(conversation));
    } catch (PathExplorer.TooLarge tooLarge) {
      return new Proof.TooLarge(String.valueOf(tooLarge.getMessage()));
    }
  }

  /**
   * The promises that do not hold, without the chats that show it, which take longest to find.
   *
   * @throws IllegalArgumentException where the conversation is too large to be looked at
   */
  public static Set<Promise> broken(Conversation conversation) {
    try {
      return flaws(StateSpace.of(conversation)).stream()
          .map(Violation::promise)
          .collect(Collectors.toSet());
    } catch (PathExplorer.TooLarge tooLarge) {
      throw new IllegalArgumentException(tooLarge.getMessage(), tooLarge);
    }
  }

  private static List<Violation> flaws(StateSpace space) {
    // Side by side: half of them run the engine, and take as long as all the others.
    return CHECKS.parallelStream().flatMap(promiseCheck -> promiseCheck.flaws(space)).toList();
  }

  private static Proof proved(StateSpace space) {
    List<Violation> flaws = flaws(space);
    return flaws.isEmpty()
        ? new Proof.Holds(extent(space))
        : new Proof.Broken(extent(space), broken(space.conversation(), flaws));
  }

  private static Proof.Extent extent(StateSpace space) {
    return new Proof.Extent(space.all().domain().size(), space.all().size(), space.cases().size());
  }

  /** One for each promise and part, however many cases show it. */
  private static List<Proof.BrokenPromise> broken(
      Conversation conversation, List<Violation> flaws) {
    List<List<Violation>> alike =
        List.copyOf(
            flaws.stream()
                .collect(
                    Collectors.groupingBy(
                        violation -> List.of(violation.promise(), violation.part()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values());
    List<List<Violation.Shown>> shown =
        alike.stream().map(Prover::shown).filter(some -> !some.isEmpty()).distinct().toList();
    List<CounterexampleSearch.Found> chats = new CounterexampleSearch(conversation).to(shown);
    return alike.stream()
        .map(some -> broken(some, chat(shown.indexOf(shown(some)), chats)))
        .toList();
  }

  /** Dialogues that show the first of some flaws; the others are like it. */
  private static List<Violation.Shown> shown(List<Violation> alike) {
    return alike.stream()
        .filter(violation -> violation.what().equals(alike.getFirst().what()))
        .flatMap(violation -> violation.shown().stream())
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
        violation.part(),
        violation.what() + more,
        violation.fix(),
        chat.lines(),
        chat.ends());
  }
}
