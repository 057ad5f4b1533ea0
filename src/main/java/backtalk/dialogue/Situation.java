package backtalk.dialogue;

import backtalk.conversation.Answer;
import backtalk.conversation.Position;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Urgency;
import backtalk.dialogue.input.ButtonSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Describes where a person stands at one moment of a turn. {@link Engine} works it out once before
 * the turn and once after it, so that nobody derives it again.
 *
 * @param stored the dialogue as the last turn has left it
 * @param dialogue the dialogue at this moment: migrated, and without expired answers
 * @param now time of the input
 * @param position the position that the facts lead to
 * @param assessment the urgency of the facts and its reasons
 * @param urgency the greater of the urgencies of the facts and of the outcome
 * @param question the open question; empty when none is open
 * @param buttons the rows of buttons of the open question, else of the outcome
 */
public record Situation(
    Dialogue stored,
    Dialogue dialogue,
    Instant now,
    Position position,
    Assessment assessment,
    Optional<Urgency> urgency,
    Optional<Question> question,
    List<List<ButtonSpec>> buttons) {

  public StateMachine machine() {
    return assessment.machine();
  }

  public Facts facts() {
    return dialogue.facts();
  }

  /** Returns the confirmation that is asked first, or empty when none is. */
  public Optional<Confirmation> pending() {
    return dialogue.question().pending();
  }

  /** Returns the red flag that is being asked about and that no answer tells yet. */
  public Optional<String> doubted() {
    return pending().orElse(null) instanceof Confirmation.OfFact(String fact)
            && machine().fact(fact).redFlag()
            && !facts().is(fact, Answer.MAY_BE)
        ? Optional.of(fact)
        : Optional.empty();
  }

  /**
   * Returns the assessment by which cards are rendered: a doubted sign counts as unsure until the
   * answer comes, so that no card calms or shows exercises meanwhile.
   */
  public Assessment cautious() {
    return doubted()
        .map(fact -> facts().with(fact, new FactValue(Answer.UNSURE, now)))
        .map(unsure -> new Assessment(machine(), unsure))
        .orElse(assessment);
  }

  /** Returns what the newest messages were about. */
  public Memory memory() {
    return dialogue.remembered(now);
  }

  /** Returns true while an emergency of another person stands, and none of the writer's own. */
  public boolean isSomeoneElseInDanger() {
    return memory().alarm().isPresent() && !assessment.isEmergency();
  }

  /** Returns true while the person is asked whether an update was a mistake. */
  public boolean isRetracting() {
    return pending().orElse(null) instanceof Confirmation.Retraction;
  }

  /** Returns true when the question that the person saw last is no longer the open one. */
  boolean hasQuestionMoved() {
    return dialogue.question().step() != stored.question().step();
  }
}
