package backtalk.proof;

import backtalk.conversation.Conversation;
import backtalk.dialogue.Confirmation;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Engine;
import backtalk.dialogue.FactValue;
import backtalk.dialogue.Facts;
import backtalk.dialogue.OpenQuestion;
import backtalk.dialogue.Turn;
import backtalk.dialogue.UndoEntry;
import backtalk.dialogue.input.Meaning;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creates dialogues in given states, and lets the engine take turns from there. */
final class EngineFixture {

  /** Order of values that records as few answers as possible. */
  static final List<FactOption> FEWEST =
      List.of(
          FactOption.UNKNOWN, FactOption.NO, FactOption.SKIPPED, FactOption.UNSURE, FactOption.YES);

  /**
   * Order of values that records as many answers as possible; doubts first, as they take most
   * words.
   */
  static final List<FactOption> MOST =
      List.of(
          FactOption.UNSURE, FactOption.YES, FactOption.SKIPPED, FactOption.NO, FactOption.UNKNOWN);

  /** Open question with the longest nonce and step number that callback data may carry. */
  private static final OpenQuestion LONGEST_QUESTION =
      new OpenQuestion("zzzz", Integer.MAX_VALUE / 36, Optional.empty(), Optional.empty(), "");

  static final Instant NOW = Instant.EPOCH;

  /** The time of a follow-up, after the shortest wait for it. */
  private static final Instant LATER = NOW.plus(Duration.ofDays(3));

  private final Engine engine;
  private final String hash;

  EngineFixture(Conversation conversation) {
    engine = new Engine(conversation);
    hash = conversation.about().hash();
  }

  /** Creates a dialogue of a state class, before its first reply. */
  Dialogue in(StateClass stateClass, List<FactOption> order) {
    return with(stateClass.facts().example(order), stateClass.begun());
  }

  /** Creates a dialogue with these facts, before its first reply. */
  Dialogue with(Facts facts, boolean begun) {
    return new Dialogue(hash, facts, begun, LONGEST_QUESTION, List.of(), Optional.empty(), NOW);
  }

  /** Returns the same dialogue while it asks whether all its answers were a mistake. */
  static Dialogue retracting(Dialogue dialogue) {
    Map<String, Optional<FactValue>> before = new HashMap<>();
    dialogue.facts().values().keySet().forEach(fact -> before.put(fact, Optional.empty()));
    return dialogue.pending(Optional.of(new Confirmation.Retraction(new UndoEntry(before), NOW)));
  }

  /** Returns a turn that changes no fact, so that its reply shows where the dialogue stands. */
  Turn firstTurn(Dialogue dialogue) {
    return turn(dialogue, new Meaning.UnknownCommand());
  }

  /** Returns the turn that asks the person how it is, when the wait is over. */
  Turn followUp(Dialogue dialogue) {
    return later(dialogue.followUp(Optional.of(LATER)), new Meaning.FollowUpDue());
  }

  /** Returns the turn that the engine takes when the wait for a follow-up is over. */
  Turn later(Dialogue dialogue, Meaning meaning) {
    return engine.turn(dialogue, meaning, LATER);
  }

  Turn turn(Dialogue dialogue, Meaning meaning) {
    return engine.turn(dialogue, meaning, NOW);
  }
}
