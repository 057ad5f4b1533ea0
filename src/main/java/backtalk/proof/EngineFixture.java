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
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creates dialogues in given states, and lets the engine take turns from there. */
public final class EngineFixture {

  /** Order of values that records as few answers as possible. */
  public static final List<FactOption> FEWEST =
      List.of(
          FactOption.UNKNOWN, FactOption.NO, FactOption.SKIPPED, FactOption.UNSURE, FactOption.YES);

  /**
   * Order of values that records as many answers as possible; doubts first, as they take most
   * words.
   */
  public static final List<FactOption> MOST =
      List.of(
          FactOption.UNSURE, FactOption.YES, FactOption.SKIPPED, FactOption.NO, FactOption.UNKNOWN);

  /** Open question with the longest nonce and step number that callback data may carry. */
  private static final OpenQuestion LONGEST_QUESTION =
      new OpenQuestion("zzzz", Integer.MAX_VALUE / 36, Optional.empty(), Optional.empty(), "");

  private static final Instant NOW = Instant.EPOCH;

  private final Engine engine;
  private final String hash;

  public EngineFixture(Conversation conversation) {
    engine = new Engine(conversation);
    hash = conversation.about().hash();
  }

  /** Creates a dialogue of a state class, before its first reply. */
  public Dialogue in(StateClass stateClass, List<FactOption> order) {
    return with(stateClass.facts().example(order), stateClass.begun());
  }

  /** Creates a dialogue with these facts, before its first reply. */
  Dialogue with(Facts facts, boolean begun) {
    return new Dialogue(hash, facts, begun, LONGEST_QUESTION, List.of(), Optional.empty(), NOW);
  }

  /** Returns the same dialogue while it asks whether all its answers were a mistake. */
  public Dialogue retracting(Dialogue dialogue) {
    Map<String, Optional<FactValue>> before = new HashMap<>();
    dialogue.facts().values().keySet().forEach(fact -> before.put(fact, Optional.empty()));
    Confirmation asked = new Confirmation.Retraction(new UndoEntry(before), NOW);
    return new Dialogue(
        dialogue.conversation(),
        dialogue.facts(),
        dialogue.begun(),
        new OpenQuestion(
            dialogue.question().nonce(),
            dialogue.question().step(),
            Optional.of(asked),
            dialogue.question().each(),
            dialogue.question().fingerprint()),
        dialogue.history(),
        dialogue.shownOutcome(),
        dialogue.heard());
  }

  /** Returns the turn that the engine takes. */
  public Turn turn(Dialogue dialogue, Meaning meaning) {
    return engine.turn(dialogue, meaning, NOW);
  }
}
