package backtalk.dialogue.handling;

import backtalk.conversation.Conversation;
import backtalk.dialogue.Memory;
import backtalk.dialogue.Question;
import backtalk.dialogue.input.CommandKind;
import java.util.List;
import java.util.Objects;

/**
 * Handles words that pick one of the topics on the buttons shown last, such as "the second one".
 */
record ChoiceHandler(Conversation conversation, CommandHandler commandHandler) {

  /** Shows the card on the button at this place of the row shown last. */
  TurnDraft choose(TurnDraft draft, int index) {
    List<String> offered = offered(draft);
    if (draft.before().question().orElse(null) instanceof Question.Group) {
      return draft.noting("which-one");
    }
    if (offered.isEmpty()) {
      return nothingAsked(draft);
    }
    return index >= 0 && index < offered.size()
        ? commandHandler.cards(draft, List.of(offered.get(index)))
        : commandHandler.offer(draft.noting("which-topic"), offered);
  }

  private List<String> offered(TurnDraft draft) {
    return draft.before().memory().offered().stream()
        .filter(topic -> Objects.nonNull(conversation.topics().get(topic)))
        .toList();
  }

  /** Takes a yes to an offer: the only topic is shown, of several one has to be named. */
  TurnDraft agree(TurnDraft draft) {
    Memory memory = draft.before().memory();
    if (memory.card().isPresent()) {
      return draft.noting("acknowledgement");
    }
    List<String> offered = offered(draft);
    return offered.size() > 1
        ? commandHandler.offer(draft.noting("which-topic"), offered)
        : choose(draft, 0);
  }

  /** Takes a no to an offer. */
  TurnDraft refuse(TurnDraft draft) {
    return offered(draft).isEmpty() ? nothingAsked(draft) : draft.noting("offer-refused");
  }

  /** Says that a message refers to nothing. In an emergency it shows what to do now. */
  TurnDraft nothingAsked(TurnDraft draft) {
    if (draft.assessment().isEmergency()) {
      return commandHandler.run(draft, CommandKind.WHAT_NOW);
    }
    return draft.noting(
        draft.before().question().isPresent() ? "not-understood" : "refers-to-nothing");
  }
}
