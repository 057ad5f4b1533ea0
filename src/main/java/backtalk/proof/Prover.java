package backtalk.proof;

import backtalk.conversation.Conversation;
import backtalk.conversation.Place;
import backtalk.dialogue.Facts;
import backtalk.dialogue.Tellings;
import backtalk.dialogue.Told;
import backtalk.understanding.Telling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private static Proof proved(Explored explored) {
    // Side by side: half of them run the engine, and take as long as all the others.
    List<Flaw> flaws = CHECKS.parallelStream().flatMap(check -> check.flaws(explored)).toList();
    return flaws.isEmpty()
        ? new Proof.Holds(extent(explored))
        : new Proof.Broken(extent(explored), broken(explored.conversation(), flaws));
  }

  private static Proof.Extent extent(Explored explored) {
    return new Proof.Extent(
        explored.all().domain().size(), explored.all().size(), explored.cases().size());
  }

  /** One for each flaw, however many cases show it. */
  private static List<Proof.BrokenPromise> broken(Conversation conversation, List<Flaw> flaws) {
    ShortestChat chats = new ShortestChat(conversation);
    Map<List<Object>, List<Flaw>> same =
        flaws.stream()
            .collect(
                Collectors.groupingBy(
                    flaw -> List.of(flaw.promise(), flaw.part(), flaw.what()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return same.values().stream().map(alike -> broken(conversation, chats, alike)).toList();
  }

  private static Proof.BrokenPromise broken(
      Conversation conversation, ShortestChat chats, List<Flaw> alike) {
    Flaw flaw = alike.getFirst();
    List<Flaw.Shown> shown = alike.stream().flatMap(one -> one.shown().stream()).toList();
    return new Proof.BrokenPromise(
        flaw.promise(),
        flaw.part(),
        flaw.what(),
        flaw.fix(),
        shown.isEmpty() ? List.of() : chat(chats, shown),
        shown.isEmpty() ? "" : ends(conversation, shown.getFirst()));
  }

  private static List<String> chat(ShortestChat chats, List<Flaw.Shown> shown) {
    List<String> lines = new ArrayList<>(chats.to(shown));
    shown.getFirst().then().map(chats::words).ifPresent(lines::add);
    return lines;
  }

  private static String ends(Conversation conversation, Flaw.Shown shown) {
    Facts facts = shown.facts().example(Stand.LEAST);
    Optional<Telling> then = shown.then();
    Facts last =
        then.isEmpty()
            ? facts
            : Tellings.tell(
                conversation.machine(),
                facts,
                then.get().fact(),
                new Told(then.get().answer(), Instant.EPOCH));
    Place place = conversation.machine().where(last, shown.begun());
    return place.word();
  }
}
