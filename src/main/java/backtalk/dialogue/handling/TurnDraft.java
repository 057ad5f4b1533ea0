package backtalk.dialogue.handling;

import backtalk.dialogue.Dialogue;
import backtalk.dialogue.TurnKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Collects what an input changes and the parts of the reply.
 *
 * @param kinds what was done besides recording facts, for the gist of the turn
 * @param topics ids of the topics answered or offered
 * @param quote the person's own words, to be shown with the pending confirmation
 * @param toast text for the tapped button itself; the tap then changed nothing
 * @param silent true when nothing is sent, not even the open question again
 * @param forget true when all stored data of the person is to be erased
 */
public record TurnDraft(
    Dialogue dialogue,
    List<ReplyPart> parts,
    List<TurnKind> kinds,
    List<String> topics,
    Optional<String> quote,
    Optional<String> toast,
    boolean silent,
    boolean forget) {

  public static TurnDraft of(Dialogue dialogue) {
    return new TurnDraft(
        dialogue,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        false,
        false);
  }

  public TurnDraft with(Dialogue other) {
    return new TurnDraft(other, parts, kinds, topics, quote, toast, silent, forget);
  }

  public TurnDraft adding(ReplyPart replyPart) {
    return new TurnDraft(
        dialogue, added(parts, replyPart), kinds, topics, quote, toast, silent, forget);
  }

  /** Returns this draft with a part in front of the others. */
  public TurnDraft prepending(ReplyPart replyPart) {
    List<ReplyPart> all = new ArrayList<>(List.of(replyPart));
    all.addAll(parts);
    return new TurnDraft(dialogue, all, kinds, topics, quote, toast, silent, forget);
  }

  TurnDraft withKind(TurnKind kind) {
    return new TurnDraft(dialogue, parts, added(kinds, kind), topics, quote, toast, silent, forget);
  }

  TurnDraft withTopic(String topic) {
    return new TurnDraft(
        dialogue, parts, kinds, added(topics, topic), quote, toast, silent, forget);
  }

  TurnDraft withQuote(String words) {
    return new TurnDraft(dialogue, parts, kinds, topics, Optional.of(words), toast, silent, forget);
  }

  TurnDraft withToast(String words) {
    return new TurnDraft(dialogue, parts, kinds, topics, quote, Optional.of(words), silent, forget);
  }

  TurnDraft silenced() {
    return new TurnDraft(dialogue, parts, kinds, topics, quote, toast, true, forget);
  }

  TurnDraft erasing() {
    return new TurnDraft(dialogue, parts, kinds, topics, quote, toast, silent, true);
  }

  private static <T> List<T> added(List<T> list, T one) {
    List<T> all = new ArrayList<>(list);
    all.add(one);
    return List.copyOf(all);
  }
}
