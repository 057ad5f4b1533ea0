package backtalk.dialogue.handling;

import backtalk.dialogue.Dialogue;
import backtalk.dialogue.TurnKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an input changed and what is to be said of it.
 *
 * @param did what was done besides telling facts, for the turn's gist
 * @param topics topics answered or offered
 * @param quote the person's own words, to be asked back with the pending question
 * @param toast what the tapped button says of itself; the tap then changed nothing
 * @param quiet nothing is to be said, not even the open question again
 */
public record TurnDraft(
    Dialogue dialogue,
    List<ReplyPart> sayings,
    List<TurnKind> did,
    List<String> topics,
    Optional<String> quote,
    Optional<String> toast,
    boolean quiet,
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

  public TurnDraft to(Dialogue other) {
    return new TurnDraft(other, sayings, did, topics, quote, toast, quiet, forget);
  }

  public TurnDraft saying(ReplyPart replyPart) {
    return new TurnDraft(
        dialogue, added(sayings, replyPart), did, topics, quote, toast, quiet, forget);
  }

  /** Said before all else. */
  public TurnDraft opening(ReplyPart replyPart) {
    List<ReplyPart> all = new ArrayList<>(List.of(replyPart));
    all.addAll(sayings);
    return new TurnDraft(dialogue, all, did, topics, quote, toast, quiet, forget);
  }

  TurnDraft doing(TurnKind kind) {
    return new TurnDraft(dialogue, sayings, added(did, kind), topics, quote, toast, quiet, forget);
  }

  TurnDraft about(String topic) {
    return new TurnDraft(dialogue, sayings, did, added(topics, topic), quote, toast, quiet, forget);
  }

  TurnDraft quoting(String words) {
    return new TurnDraft(dialogue, sayings, did, topics, Optional.of(words), toast, quiet, forget);
  }

  TurnDraft toasting(String words) {
    return new TurnDraft(dialogue, sayings, did, topics, quote, Optional.of(words), quiet, forget);
  }

  TurnDraft quietly() {
    return new TurnDraft(dialogue, sayings, did, topics, quote, toast, true, forget);
  }

  TurnDraft forgetting() {
    return new TurnDraft(dialogue, sayings, did, topics, quote, toast, quiet, true);
  }

  private static <T> List<T> added(List<T> list, T one) {
    List<T> all = new ArrayList<>(list);
    all.add(one);
    return List.copyOf(all);
  }
}
