package backtalk.proof;

import backtalk.conversation.Conversation;
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

  private static final List<Check> CHECKS =
      List.of(
          new EmergencyOnThatTurn(),
          new EmergencyStands(),
          new AskedFirst(),
          new CalmOnlyWhenAllNo(),
          new ReassureOnlyWhenAllNo(),
          new NeverMilder(),
          new NeverMoreUrgent(),
          new MonotoneSeverity(),
          new EveryPathEnds(),
          new Reachable(),
          new FitsTelegram());

  private Prover() {}

  /** Looks at all of it, or says that it is too large to be looked at. */
  public static Proof prove(Conversation conversation) {
    try {
      return proved(Explored.of(conversation));
    } catch (Forks.TooLarge tooLarge) {
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
      return flaws(Explored.of(conversation)).stream()
          .map(Flaw::promise)
          .collect(Collectors.toSet());
    } catch (Forks.TooLarge tooLarge) {
      throw new IllegalArgumentException(tooLarge.getMessage(), tooLarge);
    }
  }

  private static List<Flaw> flaws(Explored explored) {
    // Side by side: half of them run the engine, and take as long as all the others.
    return CHECKS.parallelStream().flatMap(check -> check.flaws(explored)).toList();
  }

  private static Proof proved(Explored explored) {
    List<Flaw> flaws = flaws(explored);
    return flaws.isEmpty()
        ? new Proof.Holds(extent(explored))
        : new Proof.Broken(extent(explored), broken(explored.conversation(), flaws));
  }

  private static Proof.Extent extent(Explored explored) {
    return new Proof.Extent(
        explored.all().domain().size(), explored.all().size(), explored.cases().size());
  }

  /** One for each promise and part, however many cases show it. */
  private static List<Proof.BrokenPromise> broken(Conversation conversation, List<Flaw> flaws) {
    List<List<Flaw>> alike =
        List.copyOf(
            flaws.stream()
                .collect(
                    Collectors.groupingBy(
                        flaw -> List.of(flaw.promise(), flaw.part()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values());
    List<List<Flaw.Shown>> shown =
        alike.stream().map(Prover::shown).filter(some -> !some.isEmpty()).distinct().toList();
    List<ShortestChat.Found> chats = new ShortestChat(conversation).to(shown);
    return alike.stream()
        .map(some -> broken(some, chat(shown.indexOf(shown(some)), chats)))
        .toList();
  }

  /** Dialogues that show the first of some flaws; the others are like it. */
  private static List<Flaw.Shown> shown(List<Flaw> alike) {
    return alike.stream()
        .filter(flaw -> flaw.what().equals(alike.getFirst().what()))
        .flatMap(flaw -> flaw.shown().stream())
        .toList();
  }

  private static ShortestChat.Found chat(int index, List<ShortestChat.Found> chats) {
    return index < 0 ? new ShortestChat.Found(List.of(), "") : chats.get(index);
  }

  private static Proof.BrokenPromise broken(List<Flaw> alike, ShortestChat.Found chat) {
    Flaw flaw = alike.getFirst();
    long others = alike.stream().map(Flaw::what).distinct().count() - 1;
    String more = others == 0 ? "" : " (and " + others + " more like this)";
    return new Proof.BrokenPromise(
        flaw.promise(), flaw.part(), flaw.what() + more, flaw.fix(), chat.lines(), chat.ends());
  }
}
