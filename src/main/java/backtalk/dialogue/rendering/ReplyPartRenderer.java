package backtalk.dialogue.rendering;

import backtalk.conversation.Topic;
import backtalk.dialogue.Assessment;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.Message;
import backtalk.dialogue.handling.ReplyPart;
import backtalk.dialogue.handling.TurnDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Renders the reply parts of a turn: notes as paragraphs, cards and pages as messages. */
record ReplyPartRenderer(TopicRenderer topics) {

  /** Returns the notes in order; those about recorded facts only when {@code noted} is true. */
  List<String> notes(TurnDraft draft, boolean noted) {
    List<String> notes = new ArrayList<>();
    for (ReplyPart replyPart : draft.parts()) {
      switch (replyPart) {
        case ReplyPart.Note(String words) -> notes.add(words);
        case ReplyPart.Noted(String words, var facts) when noted -> notes.add(words);
        case ReplyPart.Noted omitted -> {}
        case ReplyPart.Card card -> {}
        case ReplyPart.Page page -> {}
      }
    }
    return notes;
  }

  /** Returns the cards and pages as messages, with these notes in front of the first. */
  List<Message> messages(TurnDraft draft, Assessment assessment, List<String> notes) {
    List<Message> all = new ArrayList<>();
    for (ReplyPart replyPart : draft.parts()) {
      message(replyPart, draft.dialogue(), assessment).ifPresent(all::add);
    }
    if (!all.isEmpty() && !notes.isEmpty()) {
      all.set(0, all.getFirst().withOpening(String.join("\n\n", notes)));
    }
    return all;
  }

  private Optional<Message> message(ReplyPart replyPart, Dialogue dialogue, Assessment assessment) {
    return switch (replyPart) {
      case ReplyPart.Card(Topic topic) ->
          Optional.of(topics.card(topic, assessment, dialogue.question(), !dialogue.begun()));
      case ReplyPart.Page(FormattedText text, var rows) ->
          Optional.of(
              new Message(Message.Kind.NOTE, text, ButtonSpec.buttons(rows, dialogue.question())));
      case ReplyPart.Note note -> Optional.empty();
      case ReplyPart.Noted noted -> Optional.empty();
    };
  }
}
