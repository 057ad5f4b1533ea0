package backtalk.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds one person's run of a conversation; immutable.
 *
 * @param conversation hash of the conversation of the last turn
 * @param facts the recorded facts
 * @param begun true while a check runs or has ended; false before, and after a stop
 * @param question the open question
 * @param history updates that "back" undoes, newest last, at most {@value #MOST_UNDO}
 * @param shownOutcome the key of the outcome shown last with its reasons; it is not shown again
 * @param heard time of the person's last message
 * @param memory what the newest messages were about
 * @param followUp time from which the person wants to be asked once how it is; empty: never
 */
public record Dialogue(
    String conversation,
    Facts facts,
    boolean begun,
    OpenQuestion question,
    List<UndoEntry> history,
    Optional<String> shownOutcome,
    Instant heard,
    Optional<Memory> memory,
    Optional<Instant> followUp) {

  /** Limits the undo history; a check asks far fewer questions. */
  public static final int MOST_UNDO = 40;

  private static final Duration PUT_OFF = Duration.ofDays(1);

  public Dialogue {
    history = List.copyOf(history);
  }

  /** Creates a dialogue that remembers nothing. */
  public Dialogue(
      String conversation,
      Facts facts,
      boolean begun,
      OpenQuestion question,
      List<UndoEntry> history,
      Optional<String> shownOutcome,
      Instant heard) {
    this(
        conversation,
        facts,
        begun,
        question,
        history,
        shownOutcome,
        heard,
        Optional.empty(),
        Optional.empty());
  }

  public static Dialogue begin(String conversation, Instant now) {
    return new Dialogue(
        conversation,
        Facts.NONE,
        false,
        new OpenQuestion(nonce(now), 0, Optional.empty(), Optional.empty(), ""),
        List.of(),
        Optional.empty(),
        now);
  }

  /**
   * Derives a nonce from the time. Two dialogues of one chat never begin in the same millisecond,
   * and twenty bits are enough to tell them apart.
   */
  private static String nonce(Instant now) {
    long mixed = (now.toEpochMilli() * 0x9E3779B97F4A7C15L) >>> 44;
    return Long.toString(mixed, Character.MAX_RADIX);
  }

  public Dialogue with(Facts other) {
    return new Dialogue(
        conversation, other, begun, question, history, shownOutcome, heard, memory, followUp);
  }

  public Dialogue begun(boolean other) {
    return new Dialogue(
        conversation, facts, other, question, history, shownOutcome, heard, memory, followUp);
  }

  public Dialogue with(OpenQuestion other) {
    return new Dialogue(
        conversation, facts, begun, other, history, shownOutcome, heard, memory, followUp);
  }

  public Dialogue with(List<UndoEntry> other) {
    return new Dialogue(
        conversation, facts, begun, question, other, shownOutcome, heard, memory, followUp);
  }

  public Dialogue pending(Optional<Confirmation> other) {
    return with(question.with(other));
  }

  /** Returns the dialogue outside a check, where nothing is asked. */
  public Dialogue stopped() {
    return begun(false).with(question.with(Optional.empty()).askingEach(Optional.empty()));
  }

  public Dialogue withoutConfirmationOf(Set<String> facts) {
    boolean answered =
        question
            .pending()
            .filter(p -> p instanceof Confirmation.OfFact(String f) && facts.contains(f))
            .isPresent();
    return answered ? pending(Optional.empty()) : this;
  }

  public Dialogue shownOutcome(Optional<String> other) {
    return new Dialogue(
        conversation, facts, begun, question, history, other, heard, memory, followUp);
  }

  /** Returns a copy whose follow-up comes a day later than {@code now}. */
  Dialogue putOff(Instant now) {
    return followUp(Optional.of(now.plus(PUT_OFF)));
  }

  Dialogue heardAt(Instant now) {
    return new Dialogue(
        conversation, facts, begun, question, history, shownOutcome, now, memory, followUp);
  }

  public Dialogue with(Memory other) {
    return new Dialogue(
        conversation,
        facts,
        begun,
        question,
        history,
        shownOutcome,
        heard,
        other.stored(),
        followUp);
  }

  /** Returns the dialogue with this time to ask how it is. */
  public Dialogue followUp(Optional<Instant> other) {
    return new Dialogue(
        conversation, facts, begun, question, history, shownOutcome, heard, memory, other);
  }

  /** Returns true when the person wants to be asked now. */
  boolean isFollowUpDue(Instant now) {
    return followUp.filter(due -> !due.isAfter(now)).isPresent();
  }

  public Memory remembered(Instant now) {
    return memory.orElse(Memory.NOTHING).at(now);
  }

  Dialogue withConversation(String other) {
    return new Dialogue(
        other, facts, begun, question, history, shownOutcome, heard, memory, followUp);
  }

  public Dialogue withUndo(UndoEntry undo) {
    List<UndoEntry> next = new ArrayList<>(history);
    next.add(undo);
    return with(next.subList(Math.max(0, next.size() - MOST_UNDO), next.size()));
  }
}
