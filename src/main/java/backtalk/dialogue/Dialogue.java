package backtalk.dialogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One person's run of a conversation: a value, never changed.
 *
 * @param conversation hash of the conversation it was last taken on with
 * @param facts what was told
 * @param begun true while a check runs or has ended; false before, and after a stop
 * @param asked the open question
 * @param history what "back" puts back, newest last, at most {@value #MOST_UNDO}
 * @param ending the ending last said with its reasons, as one word; it is not said again
 * @param heard when the person was last heard
 */
public record Dialogue(
    String conversation,
    Facts facts,
    boolean begun,
    OpenQuestion question,
    List<UndoEntry> history,
    Optional<String> ending,
    Instant heard) {

  /** How far back "back" goes; a check asks far fewer questions. */
  public static final int MOST_UNDO = 40;

  public Dialogue {
    history = List.copyOf(history);
  }

  /** A dialogue in which nothing was said yet. */
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

  /** Two dialogues of one chat never begin in the same millisecond; four letters are enough. */
  private static String nonce(Instant now) {
    long mixed = (now.toEpochMilli() * 0x9E3779B97F4A7C15L) >>> 44;
    return Long.toString(mixed, Character.MAX_RADIX);
  }

  public Dialogue with(Facts other) {
    return new Dialogue(conversation, other, begun, question, history, ending, heard);
  }

  public Dialogue begun(boolean other) {
    return new Dialogue(conversation, facts, other, question, history, ending, heard);
  }

  public Dialogue with(OpenQuestion other) {
    return new Dialogue(conversation, facts, begun, other, history, ending, heard);
  }

  public Dialogue with(List<UndoEntry> other) {
    return new Dialogue(conversation, facts, begun, question, other, ending, heard);
  }

  public Dialogue pending(Optional<Confirmation> other) {
    return with(question.with(other));
  }

  /** The small question is answered when its fact is among these; else it stays open. */
  public Dialogue withoutConfirmationOf(Set<String> facts) {
    boolean answered =
        question
            .pending()
            .filter(p -> p instanceof Confirmation.OfFact(String f) && facts.contains(f))
            .isPresent();
    return answered ? pending(Optional.empty()) : this;
  }

  public Dialogue ending(Optional<String> other) {
    return new Dialogue(conversation, facts, begun, question, history, other, heard);
  }

  Dialogue heardAt(Instant now) {
    return new Dialogue(conversation, facts, begun, question, history, ending, now);
  }

  Dialogue withConversation(String other) {
    return new Dialogue(other, facts, begun, question, history, ending, heard);
  }

  public Dialogue withUndo(UndoEntry undo) {
    List<UndoEntry> next = new ArrayList<>(history);
    next.add(undo);
    return with(next.subList(Math.max(0, next.size() - MOST_UNDO), next.size()));
  }
}
