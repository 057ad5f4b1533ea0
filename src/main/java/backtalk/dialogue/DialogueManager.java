package backtalk.dialogue;

import backtalk.dialogue.input.IncomingInput;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.input.InputInterpreter;
import backtalk.dialogue.input.Meaning;
import backtalk.dialogue.ports.Commit;
import backtalk.dialogue.ports.DeliveryPlanner;
import backtalk.dialogue.ports.DialogueStore;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.dialogue.ports.RecentText;
import backtalk.dialogue.ports.StoredDialogue;
import backtalk.dialogue.ports.UnansweredQuestionSink;
import backtalk.understanding.NluResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Handles an input from load to commit: loads the dialogue, interprets the input, takes the turn
 * and stores it with its messages.
 */
public record DialogueManager(
    DialogueStore store,
    InputInterpreter inputInterpreter,
    RecentText recentText,
    Engine engine,
    UnansweredQuestionSink unansweredQuestionSink) {

  /** Limits how often a turn is repeated because another replica has changed the dialogue. */
  private static final int TRIES = 20;

  /** Holds a committed turn and its messages. */
  public record Handled(Turn turn, List<OutboxMessage> outgoing) {}

  /**
   * Handles one input; empty when its update was handled before. Text over the flood limit that
   * records nothing is not stored. In a group no facts are asked or stored.
   */
  public Optional<Handled> handle(IncomingInput incoming, DeliveryPlanner planner) {
    return incoming.inGroup() ? handleInGroup(incoming, planner) : handlePrivate(incoming, planner);
  }

  private Optional<Handled> handlePrivate(IncomingInput incoming, DeliveryPlanner planner) {
    for (int tries = 0; tries < TRIES; tries++) {
      Optional<StoredDialogue> stored = store.find(incoming.chat());
      if (stored.isEmpty() && incoming.input() instanceof Input.FollowUpDue) {
        return Optional.empty();
      }
      Dialogue dialogue =
          stored.map(StoredDialogue::dialogue).orElseGet(() -> engine.begin(incoming.at()));
      Situation situation = engine.situation(engine.referring(dialogue, incoming), incoming.at());
      Meaning meaning = inputInterpreter.interpret(incoming, situation, recentText);
      Turn turn = engine.turn(situation, meaning);
      if (isIdleExcess(incoming, turn) && turn.dialogue().equals(dialogue)) {
        return Optional.of(new Handled(turn, List.of()));
      }
      Commit commit = commit(incoming, stored, turn, planner);
      DialogueStore.Saved saved = store.save(commit);
      if (saved == DialogueStore.Saved.DONE) {
        UnansweredQuestionSink.questionOf(incoming, meaning, turn)
            .ifPresent(unansweredQuestionSink::note);
      }
      if (saved != DialogueStore.Saved.STALE) {
        return Optional.of(new Handled(turn, commit.outgoing()))
            .filter(handled -> saved == DialogueStore.Saved.DONE);
      }
    }
    throw new IllegalStateException(
        "another replica changed the dialogue at each of " + TRIES + " attempts");
  }

  /** Returns the cards for a question in any chat; nothing of it is stored. */
  public List<InlineCard> inline(String question, Instant at) {
    Situation empty = engine.situation(engine.begin(at), at);
    Input.Said asked = new Input.Said(question, Input.Manner.TYPED);
    return inputInterpreter.interpret(asked, empty)
            instanceof Meaning.Words(var text, var manner, NluResult result)
        ? engine.inline(result)
        : List.of();
  }

  private Optional<Handled> handleInGroup(IncomingInput incoming, DeliveryPlanner planner) {
    Situation empty = engine.situation(engine.begin(incoming.at()), incoming.at());
    Meaning meaning = inputInterpreter.interpret(incoming.input(), empty);
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

  /** Returns true for text over the flood limit without any effect: it costs no transaction. */
  private static boolean isIdleExcess(IncomingInput incoming, Turn turn) {
    return incoming.input().isOverLimit() && turn.messages().isEmpty() && !turn.forgets();
  }

  private static Commit commit(
      IncomingInput incoming, Optional<StoredDialogue> stored, Turn turn, DeliveryPlanner planner) {
    long revision = stored.map(StoredDialogue::revision).orElse(0L);
    long next = revision == 0 ? firstRevision(incoming.at()) : revision + 1;
    return new Commit(
        incoming.chat(),
        incoming.update(),
        revision,
        next,
        Optional.of(turn.dialogue()),
        planner.plan(turn, stored, turn.forgets() ? -next : next),
        turn.forgets(),
        incoming.at());
  }

  /**
   * Returns the first revision of a dialogue. It comes from the time, because nothing is known of
   * an erased dialogue: its unsent messages must never have a revision of the new one.
   */
  private static long firstRevision(Instant at) {
    return Math.max(1, at.toEpochMilli());
  }
}
