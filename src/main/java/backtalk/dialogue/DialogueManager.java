package backtalk.dialogue;

import backtalk.dialogue.input.IncomingInput;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.input.InputInterpreter;
import backtalk.dialogue.input.Meaning;
import backtalk.dialogue.input.MessageJoiner;
import backtalk.dialogue.ports.Commit;
import backtalk.dialogue.ports.DeliveryPlanner;
import backtalk.dialogue.ports.DialogueStore;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.dialogue.ports.RecentText;
import backtalk.dialogue.ports.StoredDialogue;
import backtalk.dialogue.ports.UnansweredQuestionSink;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes an input to its answer: finds the dialogue, hears, takes the turn, saves, hands over. */
public final class DialogueManager {

  /** How often a turn is taken again because another replica was faster, before it is given up. */
  private static final int TRIES = 20;

  private final DialogueStore store;
  private final InputInterpreter inputInterpreter;
  private final MessageJoiner messageJoiner;
  private final Engine engine;
  private final UnansweredQuestionSink unansweredQuestionSink;

  /** A manager that keeps what it hears in {@code dialogues}. */
  public DialogueManager(
      DialogueStore store, InputInterpreter inputInterpreter, RecentText last, Engine engine) {
    this(store, inputInterpreter, last, engine, UnansweredQuestionSink.NONE);
  }

  /** The same, that tells of questions it could not answer. */
  public DialogueManager(
      DialogueStore store,
      InputInterpreter inputInterpreter,
      RecentText last,
      Engine engine,
      UnansweredQuestionSink unansweredQuestionSink) {
    this.store = store;
    this.inputInterpreter = inputInterpreter;
    this.messageJoiner = new MessageJoiner(inputInterpreter, last);
    this.engine = engine;
    this.unansweredQuestionSink = unansweredQuestionSink;
  }

  /** The turn and its messages, committed. */
  public record Handled(Turn turn, List<OutboxMessage> outgoing) {}

  /**
   * Takes one input; empty when its update was taken before. Words over the flood limit that tell
   * nothing are not kept.
   */
  public Optional<Handled> handle(IncomingInput incoming, DeliveryPlanner planner) {
    for (int tries = 0; tries < TRIES; tries++) {
      Optional<StoredDialogue> stored = store.find(incoming.chat());
      Dialogue dialogue =
          stored.map(StoredDialogue::dialogue).orElseGet(() -> engine.begin(incoming.at()));
      Meaning meaning = messageJoiner.interpret(incoming, dialogue);
      Turn turn = engine.turn(dialogue, meaning, incoming.at());
      if (isIdleExcess(incoming, turn) && turn.dialogue().equals(dialogue)) {
        return Optional.of(new Handled(turn, List.of()));
      }
      Commit commit = commit(incoming, stored, turn, planner);
      DialogueStore.Saved saved = store.save(commit);
      if (saved == DialogueStore.Saved.DONE) {
        UnansweredQuestionSink.in(incoming, meaning, turn).ifPresent(unansweredQuestionSink::note);
      }
      if (saved != DialogueStore.Saved.STALE) {
        return Optional.of(new Handled(turn, commit.outgoing()))
            .filter(handled -> saved == DialogueStore.Saved.DONE);
      }
    }
    throw new IllegalStateException("a dialogue was taken on by others, again and again");
  }

  /** Answers in a group: nothing is asked there and nobody's facts are kept. */
  public Optional<Handled> handleInGroup(IncomingInput incoming, DeliveryPlanner planner) {
    Dialogue nobody = engine.begin(incoming.at());
    Meaning meaning = inputInterpreter.interpret(incoming.input(), nobody, incoming.at());
    Turn turn = engine.inGroup(meaning, incoming.at());
    if (isIdleExcess(incoming, turn)) {
      return Optional.of(new Handled(turn, List.of()));
    }
    Commit commit =
        new Commit(
            incoming.chat(),
            incoming.update(),
            0,
            incoming.update(),
            Optional.empty(),
            planner.plan(turn, Optional.empty(), incoming.update()),
            false,
            incoming.at());
    return store.save(commit) == DialogueStore.Saved.DONE
        ? Optional.of(new Handled(turn, commit.outgoing()))
        : Optional.empty();
  }

  /** Words over the flood limit that lead to nothing cost no transaction. */
  private static boolean isIdleExcess(IncomingInput incoming, Turn turn) {
    return incoming.input() instanceof Input.Said(var text, Input.Manner manner)
        && manner.overLimit()
        && turn.messages().isEmpty()
        && turn.effects().isEmpty();
  }

  private static Commit commit(
      IncomingInput incoming, Optional<StoredDialogue> stored, Turn turn, DeliveryPlanner planner) {
    long revision = stored.map(StoredDialogue::revision).orElse(0L);
    long next = revision == 0 ? first(incoming.at()) : revision + 1;
    boolean forget = turn.effects().contains(Turn.Effect.FORGET);
    return new Commit(
        incoming.chat(),
        incoming.update(),
        revision,
        next,
        Optional.of(turn.dialogue()),
        planner.plan(turn, stored, forget ? -next : next),
        forget,
        incoming.at());
  }

  /**
   * The first revision of a dialogue. Nothing is known of one that was forgotten; by the time, a
   * message of that one which is still on its way is never taken for one of this.
   */
  private static long first(Instant at) {
    return Math.max(1, at.toEpochMilli());
  }
}
