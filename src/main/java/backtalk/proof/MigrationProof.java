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
 * Determines how every dialogue that can be stored under one version of a conversation goes on
 * under another version. Where the new version links facts that were not linked before, their
 * answers are read as recorded, before they are made consistent.
 *
 * @param positions continuation by position in the old version, in its order
 * @param lost facts of the old version of which a yes or an unsure would be lost
 */
public record MigrationProof(Map<String, Next> positions, List<String> lost) {

  private static final List<Answer> GRAVEST_FIRST =
      List.of(Answer.YES, Answer.UNSURE, Answer.SKIPPED, Answer.NO);

  /**
   * Describes how dialogues that are stored in one position go on.
   *
   * @param goesOn true when some stay in the same position with the same meaning
   * @param askedAgain positions to which others move, and are told so
   */
  public record Next(boolean goesOn, Set<String> askedAgain) {}

  /**
   * Compares two versions of a conversation.
   *
   * @throws IllegalArgumentException when the old version has too many dialogue classes to explore
   */
  public static MigrationProof of(Conversation old, Conversation now) {
    Map<String, Next> positions = new LinkedHashMap<>();
    try {
      StateSpace.of(old).classes().forEach(stateClass -> add(positions, stateClass, now));
    } catch (PathExplorer.TooLarge tooLarge) {
      throw new IllegalArgumentException(tooLarge.getMessage(), tooLarge);
    }
    DialogueMigration dialogueMigration = new DialogueMigration(now);
    List<String> lost =
        old.machine().answerable().stream()
            .map(Fact::id)
            .filter(dialogueMigration::isLost)
            .toList();
    return new MigrationProof(positions, lost);
  }

  private static void add(Map<String, Next> positions, StateClass stateClass, Conversation now) {
    for (PathExplorer.Result<StatePath> explored :
        PathExplorer.explore(
            stateClass.facts(),
            known -> now.machine().path(migrated(known, now), stateClass.begun()))) {
      StatePath.End before = stateClass.path().end();
      StatePath.End after = explored.result().end();
      boolean same =
          DialogueMigration.fingerprint(before).equals(DialogueMigration.fingerprint(after));
      Next next =
          positions.computeIfAbsent(
              word(before), position -> new Next(false, new LinkedHashSet<>()));
      if (!same) {
        next.askedAgain().add(word(after));
      }
      positions.put(word(before), new Next(next.goesOn() || same, next.askedAgain()));
    }
  }

  /**
   * Reads recorded answers by the fact names of the new version. Of facts that became one, the
   * gravest answer counts.
   */
  private static FactLookup migrated(PathExplorer.Reader recorded, Conversation now) {
    return (fact, answers) -> {
      List<String> old =
          recorded.domain().facts().stream()
              .map(Fact::id)
              .filter(id -> now.factRenames().now(id).equals(fact))
              .toList();
      return old.size() == 1
          ? recorded.is(old.getFirst(), answers)
          : GRAVEST_FIRST.stream()
              .filter(answer -> old.stream().anyMatch(id -> recorded.is(id, Set.of(answer))))
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
