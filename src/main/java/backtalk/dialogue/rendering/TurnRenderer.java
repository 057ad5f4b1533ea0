package backtalk.dialogue.rendering;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Outcome;
import backtalk.conversation.Position;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Urgency;
import backtalk.dialogue.Assessment;
import backtalk.dialogue.Button;
import backtalk.dialogue.Confirmation;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.Message;
import backtalk.dialogue.handling.ReplyPart;
import backtalk.dialogue.handling.TurnDraft;
import backtalk.dialogue.input.ButtonAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Renders a turn as messages. A new emergency is the only message of its turn. */
public final class TurnRenderer {

  private final StateMachine machine;
  private final MessageCatalog phrases;
  private final ReplyPartRenderer parts;
  private final OutcomeRenderer outcomeRenderer;
  private final QuestionRenderer questionRenderer;
  private final MenuRenderer menuRenderer;

  public TurnRenderer(
      Conversation conversation,
      TopicRenderer topics,
      OutcomeRenderer outcomeRenderer,
      QuestionRenderer questionRenderer,
      MenuRenderer menuRenderer) {
    this.machine = conversation.machine();
    this.phrases = new MessageCatalog(conversation);
    this.parts = new ReplyPartRenderer(topics);
    this.outcomeRenderer = outcomeRenderer;
    this.questionRenderer = questionRenderer;
    this.menuRenderer = menuRenderer;
  }

  /** Holds the messages of a turn and the dialogue that has recorded the outcome shown in them. */
  public record Rendered(Dialogue dialogue, List<Message> messages) {}

  /**
   * Renders a turn.
   *
   * @param before the dialogue before the turn
   * @param draft its outcome; never silent
   */
  public Rendered render(Dialogue before, TurnDraft draft) {
    Dialogue dialogue = draft.dialogue();
    Position position = machine.where(dialogue.facts(), dialogue.begun());
    Assessment assessment = new Assessment(machine, dialogue.facts());
    return position instanceof Position.Ended(Outcome outcome)
        ? ended(before, draft, outcome, assessment)
        : new Rendered(
            dialogue.ending(Optional.empty()), open(before, draft, position, assessment));
  }

  private Rendered ended(Dialogue before, TurnDraft draft, Outcome outcome, Assessment assessment) {
    Dialogue dialogue = draft.dialogue();
    String key = assessment.key(outcome.id());
    boolean isNew = !dialogue.ending().equals(Optional.of(key));
    Dialogue shown = dialogue.ending(Optional.of(key));
    boolean emergency = outcome.urgency() == Urgency.EMERGENCY;
    boolean nothingPending = dialogue.question().pending().isEmpty();
    if (isNew && (nothingPending || (emergency && !keepsRetraction(before, draft)))) {
      Message card =
          outcomeRenderer
              .card(outcome, assessment, dialogue.question())
              .with(notMeant(draft, assessment));
      return emergency
          ? new Rendered(shown.pending(Optional.empty()), List.of(card))
          : new Rendered(shown, withCardLast(draft, assessment, card));
    }
    List<Message> messages = repeated(draft, outcome, assessment);
    return new Rendered(
        isNew ? dialogue : shown,
        emergency ? withEmergencyFirst(messages, outcome, assessment) : messages);
  }

  /** Returns true while a retraction is asked and no other emergency was recorded meanwhile. */
  private boolean keepsRetraction(Dialogue before, TurnDraft draft) {
    Assessment now = new Assessment(machine, draft.dialogue().facts());
    return draft.dialogue().question().pending().orElse(null) instanceof Confirmation.Retraction
        && !now.hasNewEmergencySince(new Assessment(machine, before.facts()));
  }

  /** Returns a button that asks a fact again, when text mentioned it and it led to the outcome. */
  private List<Button> notMeant(TurnDraft draft, Assessment assessment) {
    List<String> mentioned =
        draft.parts().stream()
            .flatMap(
                it -> it instanceof ReplyPart.Noted noted ? noted.facts().stream() : Stream.of())
            .toList();
    List<List<ButtonSpec>> row =
        assessment.reasons(Answer.YES).stream()
            .filter(fact -> mentioned.contains(fact.id()))
            .limit(1)
            .map(
                fact ->
                    new ButtonSpec(phrases.text("not-meant"), new ButtonAction.Revise(fact.id())))
            .map(List::of)
            .toList();
    return ButtonSpec.buttons(row, draft.dialogue().question()).stream()
        .flatMap(List::stream)
        .toList();
  }

  private List<Message> withCardLast(TurnDraft draft, Assessment assessment, Message card) {
    List<Message> all = parts.messages(draft, assessment, List.of());
    List<String> notes = parts.notes(draft, false);
    if (!notes.isEmpty()) {
      all.addFirst(
          new Message(Message.Kind.NOTE, FormattedText.of(String.join("\n\n", notes)), List.of()));
    }
    all.add(card);
    return all;
  }

  /** Renders a turn after the outcome was shown: the requested parts, or one line to recall it. */
  private List<Message> repeated(TurnDraft draft, Outcome outcome, Assessment assessment) {
    Dialogue dialogue = draft.dialogue();
    Optional<QuestionRenderer.Open> open =
        questionRenderer.open(dialogue, new Position.Ended(outcome));
    List<String> notes = parts.notes(draft, true);
    if (open.isPresent()) {
      return withQuestionLast(open.get(), draft, assessment, notes);
    }
    List<Message> all = parts.messages(draft, assessment, notes);
    if (all.isEmpty() && draft.toast().isEmpty()) {
      all.add(recall(outcome, assessment, dialogue, notes));
    }
    return all;
  }

  private List<Message> withQuestionLast(
      QuestionRenderer.Open open, TurnDraft draft, Assessment assessment, List<String> notes) {
    List<Message> all = parts.messages(draft, assessment, List.of());
    all.add(questionRenderer.message(open, draft.dialogue(), notes, draft.quote()));
    return all;
  }

  private Message recall(
      Outcome outcome, Assessment assessment, Dialogue dialogue, List<String> notes) {
    TextBuilder text = new TextBuilder();
    notes.forEach(text::paragraph);
    if (outcome.urgency() != Urgency.EMERGENCY) {
      text.paragraph(outcomeRenderer.recall(outcome, assessment));
    }
    return new Message(
        Message.Kind.NOTE,
        text.text(),
        ButtonSpec.buttons(outcomeRenderer.rows(), dialogue.question()));
  }

  private List<Message> withEmergencyFirst(
      List<Message> messages, Outcome outcome, Assessment assessment) {
    if (messages.isEmpty()) {
      return messages;
    }
    String line = outcomeRenderer.opensWith(outcome, assessment);
    List<Message> all = new ArrayList<>(messages);
    all.set(0, all.getFirst().withOpening(line));
    return all;
  }

  /** Renders a turn without an outcome: the open question, or the menu when none is open. */
  private List<Message> open(
      Dialogue before, TurnDraft draft, Position position, Assessment assessment) {
    Dialogue dialogue = draft.dialogue();
    List<String> notes = parts.notes(draft, true);
    notice(before, position, assessment).ifPresent(notes::add);
    Optional<QuestionRenderer.Open> open = questionRenderer.open(dialogue, position);
    if (open.isPresent()) {
      return withQuestionLast(open.get(), draft, assessment, notes);
    }
    List<Message> all = parts.messages(draft, assessment, notes);
    if (all.isEmpty() && draft.toast().isEmpty()) {
      all.add(menu(notes, dialogue));
    }
    return all;
  }

  private Message menu(List<String> notes, Dialogue dialogue) {
    TextBuilder text = new TextBuilder();
    notes.forEach(text::paragraph);
    ReplyPart.Page menu = menuRenderer.menu();
    if (notes.isEmpty()) {
      text.paragraph(menu.text().plain());
    }
    return new Message(
        Message.Kind.NOTE, text.text(), ButtonSpec.buttons(menu.rows(), dialogue.question()));
  }

  /** Returns a notice when the urgency has risen to a doctor while more questions are open. */
  private Optional<String> notice(Dialogue before, Position position, Assessment assessment) {
    Optional<Urgency> earlier = new Assessment(machine, before.facts()).urgency();
    Optional<Urgency> now =
        assessment.urgency().filter(urgency -> urgency.atLeast(Urgency.SEE_DOCTOR));
    boolean rose = now.isPresent() && earlier.map(e -> now.get().compareTo(e) > 0).orElse(true);
    return rose && position instanceof Position.Asking
        ? now.map(urgency -> notice(urgency, assessment))
        : Optional.empty();
  }

  private String notice(Urgency urgency, Assessment assessment) {
    String fact =
        assessment.reasons().stream().map(reason -> reason.words().name()).findFirst().orElse("");
    return phrases.text("notice", Map.of("fact", fact, "ending", phrases.urgency(urgency)));
  }
}
