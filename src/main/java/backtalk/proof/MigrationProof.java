package backtalk.proof;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.FactLookup;
import backtalk.conversation.Outcome;
import backtalk.conversation.State;
import backtalk.conversation.StatePath;
import backtalk.dialogue.DialogueMigration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What becomes of every dialogue that can be saved under one version of a conversation once another
 * version takes it on. Where that version lets facts hang together that did not before, their
 * answers are read as they were told, before they are brought in step.
 *
 * @param places what becomes of those saved in each place of the old version, in its order
 * @param lost facts of the old version of which a yes or a doubt would be lost
 */
public record MigrationProof(Map<String, Next> places, List<String> lost) {

  private static final List<Answer> GRAVEST_FIRST =
      List.of(Answer.YES, Answer.UNSURE, Answer.SKIPPED, Answer.NO);

  /**
   * What becomes of those saved in one place.
   *
   * @param goesOn true when some of them stay where they are, and it means the same
   * @param askedAgain the places in which others find themselves, and are told so
   */
  public record Next(boolean goesOn, Set<String> askedAgain) {}

  /**
   * Looks at all of it.
   *
   * @throws IllegalArgumentException where the old version is too large to be looked at
   */
  public static MigrationProof of(Conversation old, Conversation now) {
    Map<String, Next> places = new LinkedHashMap<>();
    try {
      StateSpace.of(old).cases().forEach(one -> add(places, one, now));
    } catch (PathExplorer.TooLarge tooLarge) {
      throw new IllegalArgumentException(tooLarge.getMessage(), tooLarge);
    }
    DialogueMigration dialogueMigration = new DialogueMigration(now);
    List<String> lost =
        old.machine().facts().values().stream()
            .filter(fact -> !fact.workedOut())
            .map(Fact::id)
            .filter(dialogueMigration::isLost)
            .toList();
    return new MigrationProof(places, lost);
  }

  private static void add(Map<String, Next> places, StateClass one, Conversation now) {
    for (PathExplorer.Settled<StatePath> settled :
        PathExplorer.explore(
            one.facts(), known -> now.machine().path(carried(known, now), one.begun()))) {
      StatePath.End before = one.path().end();
      StatePath.End after = settled.result().end();
      boolean same = DialogueMigration.print(before).equals(DialogueMigration.print(after));
      Next next =
          places.computeIfAbsent(word(before), place -> new Next(false, new LinkedHashSet<>()));
      if (!same) {
        next.askedAgain().add(word(after));
      }
      places.put(word(before), new Next(next.goesOn() || same, next.askedAgain()));
    }
  }

  /**
   * What was told under the old version, read by the names of now: of facts that became one, the
   * gravest answer.
   */
  private static FactLookup carried(PathExplorer.Reader told, Conversation now) {
    return (fact, answers) -> {
      List<String> old =
          told.domain().facts().stream()
              .map(Fact::id)
              .filter(id -> now.factRenames().now(id).equals(fact))
              .toList();
      return old.size() == 1
          ? told.is(old.getFirst(), answers)
          : GRAVEST_FIRST.stream()
              .filter(answer -> old.stream().anyMatch(id -> told.is(id, Set.of(answer))))
              .findFirst()
              .filter(answers::contains)
              .isPresent();
    };
  }

  static String word(StatePath.End end) {
    return switch (end) {
      case StatePath.End.Nowhere nowhere -> "welcome";
      case StatePath.End.Open(State state) -> state.id();
      case StatePath.End.At(Outcome outcome) -> outcome.id();
    };
  }
}
