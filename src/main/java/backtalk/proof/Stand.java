package backtalk.proof;

import backtalk.conversation.Conversation;
import backtalk.dialogue.Asked;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Engine;
import backtalk.dialogue.Facts;
import backtalk.dialogue.Meaning;
import backtalk.dialogue.Pending;
import backtalk.dialogue.Told;
import backtalk.dialogue.Turn;
import backtalk.dialogue.Undo;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the engine itself where somebody of a case stands, and lets it take turns from there. */
final class Stand {

  /** Tells as little as it can. */
  static final List<Value> LEAST =
      List.of(Value.UNKNOWN, Value.NO, Value.SKIPPED, Value.UNSURE, Value.YES);

  /** Tells as much as it can, a doubt before all: it takes the most words to say. */
  static final List<Value> MOST =
      List.of(Value.UNSURE, Value.YES, Value.SKIPPED, Value.NO, Value.UNKNOWN);

  /** A button of the longest step that a dialogue may come to. */
  private static final Asked LATE =
      new Asked("zzzz", Integer.MAX_VALUE / 36, Optional.empty(), Optional.empty(), "");

  private static final Instant NOW = Instant.EPOCH;

  private final Engine engine;
  private final String hash;

  Stand(Conversation conversation) {
    engine = new Engine(conversation);
    hash = conversation.about().hash();
  }

  /** A dialogue of the case, in which nothing of its place was said yet. */
  Dialogue in(Case one, List<Value> told) {
    return with(one.facts().example(told), one.begun());
  }

  /** A dialogue in which this was told, and nothing was said yet. */
  Dialogue with(Facts told, boolean begun) {
    return new Dialogue(hash, told, begun, LATE, List.of(), Optional.empty(), NOW);
  }

  /** The same dialogue while it is asked whether all that was told in it was a mistake. */
  Dialogue retracting(Dialogue told) {
    Map<String, Optional<Told>> before = new HashMap<>();
    told.facts().told().keySet().forEach(fact -> before.put(fact, Optional.empty()));
    Pending asked = new Pending.Retraction(new Undo(before), NOW);
    return new Dialogue(
        told.conversation(),
        told.facts(),
        told.begun(),
        new Asked(
            told.asked().nonce(),
            told.asked().step(),
            Optional.of(asked),
            told.asked().each(),
            told.asked().place()),
        told.history(),
        told.ending(),
        told.heard());
  }

  /** The turn that the engine takes, at once. */
  Turn turn(Dialogue dialogue, Meaning meaning) {
    return engine.turn(dialogue, meaning, NOW);
  }
}
