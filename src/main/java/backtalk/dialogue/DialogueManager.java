package backtalk.dialogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes an input to its answer: finds the dialogue, hears, takes the turn, saves, hands over. */
public final class DialogueManager {

  /** How often a turn is taken again because another replica was faster, before it is given up. */
  private static final int TRIES = 20;

  private final Dialogues dialogues;
  private final Hearing hearing;
  private final Thoughts thoughts;
  private final Engine engine;
  private final Unanswered unanswered;

  /** A manager that keeps what it hears in {@code dialogues}. */
  public DialogueManager(Dialogues dialogues, Hearing hearing, LastWords last, Engine engine) {
    this(dialogues, hearing, last, engine, Unanswered.NONE);
  }

  /** The same, that tells of questions it could not answer. */
  public DialogueManager(
      Dialogues dialogues, Hearing hearing, LastWords last, Engine engine, Unanswered unanswered) {
    this.dialogues = dialogues;
    this.hearing = hearing;
    this.thoughts = new Thoughts(hearing, last);
    this.engine = engine;
    this.unanswered = unanswered;
  }

  /** The turn and its messages, committed. */
  public record Handled(Turn turn, List<Outgoing> outgoing) {}

  /**
   * Takes one input; empty when its update was taken before. Words over the flood limit that tell
   * nothing are not kept.
   */
  public Optional<Handled> handle(Incoming incoming, Delivery delivery) {
    for (int tries = 0; tries < TRIES; tries++) {
      Optional<Stored> stored = dialogues.find(incoming.chat());
      Dialogue dialogue = stored.map(Stored::dialogue).orElseGet(() -> engine.begin(incoming.at()));
      Meaning meaning = thoughts.hear(incoming, dialogue);
      Turn turn = engine.turn(dialogue, meaning, incoming.at());
      if (isIdleExcess(incoming, turn) && turn.dialogue().equals(dialogue)) {
        return Optional.of(new Handled(turn, List.of()));
      }
      Commit commit = commit(incoming, stored, turn, delivery);
      Dialogues.Saved saved = dialogues.save(commit);
      if (saved == Dialogues.Saved.DONE) {
        Unanswered.in(incoming, meaning, turn).ifPresent(unanswered::note);
      }
      if (saved != Dialogues.Saved.STALE) {
        return Optional.of(new Handled(turn, commit.outgoing()))
            .filter(handled -> saved == Dialogues.Saved.DONE);
      }
    }
    throw new IllegalStateException("a dialogue was taken on by others, again and again");
  }

  /** Answers in a group: nothing is asked there and nobody's facts are kept. */
  public Optional<Handled> handleInGroup(Incoming incoming, Delivery delivery) {
    Dialogue nobody = engine.begin(incoming.at());
    Meaning meaning = hearing.hear(incoming.input(), nobody, incoming.at());
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
            delivery.plan(turn, Optional.empty(), incoming.update()),
            false,
            incoming.at());
    return dialogues.save(commit) == Dialogues.Saved.DONE
        ? Optional.of(new Handled(turn, commit.outgoing()))
        : Optional.empty();
  }

  /** Words over the flood limit that lead to nothing cost no transaction. */
  private static boolean isIdleExcess(Incoming incoming, Turn turn) {
    return incoming.input() instanceof Input.Said(var text, Input.Manner manner)
        && manner.overLimit()
        && turn.messages().isEmpty()
        && turn.effects().isEmpty();
  }

  private static Commit commit(
      Incoming incoming, Optional<Stored> stored, Turn turn, Delivery delivery) {
    long revision = stored.map(Stored::revision).orElse(0L);
    long next = revision == 0 ? first(incoming.at()) : revision + 1;
    boolean forget = turn.effects().contains(Turn.Effect.FORGET);
    return new Commit(
        incoming.chat(),
        incoming.update(),
        revision,
        next,
        Optional.of(turn.dialogue()),
        delivery.plan(turn, stored, forget ? -next : next),
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
