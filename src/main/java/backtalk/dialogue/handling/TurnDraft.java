package backtalk.dialogue.handling;

import backtalk.conversation.Position;
import backtalk.dialogue.Assessment;
import backtalk.dialogue.Confirmation;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Facts;
import backtalk.dialogue.Situation;
import backtalk.dialogue.TurnKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Collects what an input changes and the parts of the reply.
 *
 * @param before the situation before the turn
 * @param dialogue the dialogue as changed so far
 * @param kind the most urgent of what was done besides recording facts, for the gist of the turn
 * @param quote the person's own words, to be shown with the pending confirmation
 * @param toast phrase for the tapped button itself; the tap then changed nothing
 * @param silent true when nothing is sent, not even the open question again
 * @param forget true when all stored data of the person is to be erased
 */
public record TurnDraft(
    Situation before,
    Dialogue dialogue,
    List<ReplyPart> parts,
    TurnKind kind,
    Optional<String> quote,
    Optional<String> toast,
    boolean silent,
    boolean forget) {

  /** Returns a draft that changes nothing. */
  public static TurnDraft of(Situation before) {
    return new TurnDraft(
        before,
        before.dialogue(),
        List.of(),
        TurnKind.MENU,
        Optional.empty(),
        Optional.empty(),
        false,
        false);
  }

  Facts facts() {
    return dialogue.facts();
  }

  Instant now() {
    return before.now();
  }

  /** Returns the position that the facts lead to so far. */
  Position position() {
    return before.machine().where(dialogue.facts(), dialogue.begun());
  }

  /** Returns the assessment of the facts so far. */
  Assessment assessment() {
    return new Assessment(before.machine(), dialogue.facts());
  }

  Optional<Confirmation> pending() {
    return dialogue.question().pending();
  }

  public TurnDraft with(Dialogue other) {
    return new TurnDraft(before, other, parts, kind, quote, toast, silent, forget);
  }

  /** Returns this draft with a confirmation that is asked before anything else. */
  TurnDraft asking(Confirmation confirmation) {
    return with(dialogue.pending(Optional.of(confirmation)));
  }

  /** Returns this draft with a question that confirms a fact, for an answer that is not certain. */
  TurnDraft confirming(String fact) {
    return asking(new Confirmation.OfFact(fact)).withKind(TurnKind.CONFIRM);
  }

  /** Returns this draft without a pending confirmation. */
  TurnDraft settled() {
    return with(dialogue.pending(Optional.empty()));
  }

  public TurnDraft adding(ReplyPart part) {
    return withParts(Stream.concat(parts.stream(), Stream.of(part)).toList());
  }

  TurnDraft noting(String phrase) {
    return adding(new ReplyPart.Phrase(phrase));
  }

  /** Returns this draft with a part in front of the others. */
  public TurnDraft prepending(ReplyPart part) {
    return withParts(Stream.concat(Stream.of(part), parts.stream()).toList());
  }

  private TurnDraft withParts(List<ReplyPart> all) {
    return new TurnDraft(before, dialogue, all, kind, quote, toast, silent, forget);
  }

  /** Returns this draft with the more urgent of the two kinds. */
  TurnDraft withKind(TurnKind other) {
    TurnKind most = kind.compareTo(other) < 0 ? kind : other;
    return new TurnDraft(before, dialogue, parts, most, quote, toast, silent, forget);
  }

  TurnDraft withQuote(String words) {
    return new TurnDraft(before, dialogue, parts, kind, Optional.of(words), toast, silent, forget);
  }

  TurnDraft withToast(String phrase) {
    return new TurnDraft(before, dialogue, parts, kind, quote, Optional.of(phrase), silent, forget);
  }

  TurnDraft silenced() {
    return new TurnDraft(before, dialogue, parts, kind, quote, toast, true, forget);
  }

  TurnDraft erasing() {
    return new TurnDraft(before, dialogue, parts, kind, quote, toast, silent, true);
  }
}
