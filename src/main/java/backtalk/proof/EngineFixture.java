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

/** Puts the engine itself where somebody of a case stands, and lets it take turns from there. */
public final class EngineFixture {

  /** Tells as little as it can. */
  public static final List<FactOption> LEAST =
      List.of(
          FactOption.UNKNOWN, FactOption.NO, FactOption.SKIPPED, FactOption.UNSURE, FactOption.YES);

  /** Tells as much as it can, a doubt before all: it takes the most words to say. */
  public static final List<FactOption> MOST =
      List.of(
          FactOption.UNSURE, FactOption.YES, FactOption.SKIPPED, FactOption.NO, FactOption.UNKNOWN);

  /** A button of the longest step that a dialogue may come to. */
  private static final OpenQuestion LATE =
      new OpenQuestion("zzzz", Integer.MAX_VALUE / 36, Optional.empty(), Optional.empty(), "");

  private static final Instant NOW = Instant.EPOCH;

  private final Engine engine;
  private final String hash;

  public EngineFixture(Conversation conversation) {
    engine = new Engine(conversation);
    hash = conversation.about().hash();
  }

  /** A dialogue of the case, in which nothing of its place was said yet. */
  public Dialogue in(StateClass one, List<FactOption> told) {
    return with(one.facts().example(told), one.begun());
  }

  /** A dialogue in which this was told, and nothing was said yet. */
  Dialogue with(Facts told, boolean begun) {
    return new Dialogue(hash, told, begun, LATE, List.of(), Optional.empty(), NOW);
  }

  /** The same dialogue while it is asked whether all that was told in it was a mistake. */
  public Dialogue retracting(Dialogue told) {
    Map<String, Optional<FactValue>> before = new HashMap<>();
    told.facts().values().keySet().forEach(fact -> before.put(fact, Optional.empty()));
    Confirmation asked = new Confirmation.Retraction(new UndoEntry(before), NOW);
    return new Dialogue(
        told.conversation(),
        told.facts(),
        told.begun(),
        new OpenQuestion(
            told.question().nonce(),
            told.question().step(),
            Optional.of(asked),
            told.question().each(),
            told.question().place()),
        told.history(),
        told.ending(),
        told.heard());
  }

  /** The turn that the engine takes, at once. */
  public Turn turn(Dialogue dialogue, Meaning meaning) {
    return engine.turn(dialogue, meaning, NOW);
  }
}
