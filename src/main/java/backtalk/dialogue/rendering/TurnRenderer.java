package backtalk.dialogue.rendering;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Outcome;
import backtalk.conversation.Position;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Topic;
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

/** Sets out a reaction as messages: an emergency first, and then nothing else. */
public final class TurnRenderer {

  private final StateMachine machine;
  private final MessageCatalog phrases;
  private final TopicRenderer topics;
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
    this.topics = topics;
    this.outcomeRenderer = outcomeRenderer;
    this.questionRenderer = questionRenderer;
    this.menuRenderer = menuRenderer;
  }

  /** What is said, and the dialogue that knows it was said. */
  public record Spoken(Dialogue dialogue, List<Message> messages) {}

  public Spoken speak(Dialogue before, TurnDraft draft) {
    Dialogue dialogue = draft.dialogue();
    Position position = machine.where(dialogue.facts(), dialogue.begun());
    Assessment assessment = new Assessment(machine, dialogue.facts());
    if (draft.quiet()) {
      return new Spoken(dialogue, List.of());
    }
    return position instanceof Position.Ended(Outcome outcome)
        ? ended(before, draft, outcome, assessment)
        : new Spoken(dialogue.ended(Optional.empty()), open(before, draft, position, assessment));
  }

  private Spoken ended(Dialogue before, TurnDraft draft, Outcome outcome, Assessment assessment) {
    Dialogue dialogue = draft.dialogue();
    String key = assessment.key(outcome.id());
    boolean fresh = !dialogue.ending().equals(Optional.of(key));
    Dialogue told = dialogue.ended(Optional.of(key));
    boolean emergency = outcome.urgency() == Urgency.EMERGENCY;
    if (fresh && (dialogue.question().pending().isEmpty() || (emergency && !kept(before, draft)))) {
      Message card =
          outcomeRenderer
              .card(outcome, assessment, dialogue.question())
              .with(notMeant(draft, assessment));
      return emergency
          ? new Spoken(told.pending(Optional.empty()), List.of(card))
          : new Spoken(told, after(draft, assessment, card));
    }
    List<Message> said = stands(draft, outcome, assessment);
    return new Spoken(
        fresh ? dialogue : told, emergency ? opening(said, outcome, assessment) : said);
  }

  /** Whether a telling is a mistake is asked beside an emergency, until another one is told. */
  private boolean kept(Dialogue before, TurnDraft draft) {
    Assessment now = new Assessment(machine, draft.dialogue().facts());
    return draft.dialogue().question().pending().orElse(null) instanceof Confirmation.Retraction
        && !now.alarmsBeyond(new Assessment(machine, before.facts()));
  }

  /** What was heard in words may not have been meant: one button asks it again. */
  private List<Button> notMeant(TurnDraft draft, Assessment assessment) {
    List<String> heard =
        draft.sayings().stream()
            .flatMap(
                it -> it instanceof ReplyPart.Noted noted ? noted.facts().stream() : Stream.of())
            .toList();
    List<List<ButtonSpec>> row =
        assessment.reasons(Answer.YES).stream()
            .filter(fact -> heard.contains(fact.id()))
            .limit(1)
            .map(
                fact ->
                    new ButtonSpec(phrases.say("not-meant"), new ButtonAction.Revise(fact.id())))
            .map(List::of)
            .toList();
    return ButtonSpec.buttons(row, draft.dialogue().question()).stream()
        .flatMap(List::stream)
        .toList();
  }

  /** A calmer ending comes after whatever else there was to say. */
  private List<Message> after(TurnDraft draft, Assessment assessment, Message card) {
    List<Message> all = said(draft, assessment, List.of());
    List<String> notes = notes(draft, false);
    if (!notes.isEmpty()) {
      all.addFirst(
          new Message(Message.Kind.NOTE, FormattedText.of(String.join("\n\n", notes)), List.of()));
    }
    all.add(card);
    return all;
  }

  /** An ending said before: what was asked for, or one line that recalls it. */
  private List<Message> stands(TurnDraft draft, Outcome outcome, Assessment assessment) {
    Dialogue dialogue = draft.dialogue();
    Optional<QuestionRenderer.Open> open =
        questionRenderer.open(dialogue, new Position.Ended(outcome));
    List<String> notes = notes(draft, true);
    if (open.isPresent()) {
      List<Message> all = said(draft, assessment, List.of());
      all.add(questionRenderer.message(open.get(), dialogue, notes, draft.quote()));
      return all;
    }
    List<Message> all = said(draft, assessment, notes);
    if (all.isEmpty() && draft.toast().isEmpty()) {
      all.add(recall(outcome, assessment, dialogue, notes));
    }
    return all;
  }

  private Message recall(
      Outcome outcome, Assessment assessment, Dialogue dialogue, List<String> notes) {
    TextBuilder writer = new TextBuilder();
    notes.forEach(writer::paragraph);
    if (outcome.urgency() != Urgency.EMERGENCY) {
      writer.paragraph(outcomeRenderer.recall(outcome, assessment));
    }
    return new Message(
        Message.Kind.NOTE,
        writer.text(),
        ButtonSpec.buttons(outcomeRenderer.rows(), dialogue.question()));
  }

  /** While an emergency stands, every reply opens with it. */
  private List<Message> opening(List<Message> said, Outcome outcome, Assessment assessment) {
    if (said.isEmpty()) {
      return said;
    }
    String line = outcomeRenderer.opensWith(outcome, assessment);
    List<Message> all = new ArrayList<>(said);
    all.set(0, all.getFirst().opening(line));
    return all;
  }

  /** Something is asked, or nothing was begun. */
  private List<Message> open(
      Dialogue before, TurnDraft draft, Position position, Assessment assessment) {
    Dialogue dialogue = draft.dialogue();
    List<String> notes = notes(draft, true);
    notice(before, position, assessment).ifPresent(notes::add);
    Optional<QuestionRenderer.Open> open = questionRenderer.open(dialogue, position);
    if (open.isPresent()) {
      List<Message> all = said(draft, assessment, List.of());
      all.add(questionRenderer.message(open.get(), dialogue, notes, draft.quote()));
      return all;
    }
    List<Message> all = said(draft, assessment, notes);
    if (all.isEmpty() && draft.toast().isEmpty()) {
      all.add(menu(notes, dialogue));
    }
    return all;
  }

  private Message menu(List<String> notes, Dialogue dialogue) {
    TextBuilder writer = new TextBuilder();
    notes.forEach(writer::paragraph);
    ReplyPart.Page menu = menuRenderer.menu();
    if (notes.isEmpty()) {
      writer.paragraph(menu.text().plain());
    }
    return new Message(
        Message.Kind.NOTE, writer.text(), ButtonSpec.buttons(menu.rows(), dialogue.question()));
  }

  /** A doctor-level sign was told while more urgent ones are still to be asked. */
  private Optional<String> notice(Dialogue before, Position position, Assessment assessment) {
    Optional<Urgency> earlier = new Assessment(machine, before.facts()).level();
    Optional<Urgency> now =
        assessment.level().filter(urgency -> urgency.atLeast(Urgency.SEE_DOCTOR));
    boolean rose = now.isPresent() && earlier.map(e -> now.get().compareTo(e) > 0).orElse(true);
    return rose && position instanceof Position.Asking
        ? now.map(urgency -> notice(urgency, assessment))
        : Optional.empty();
  }

  private String notice(Urgency urgency, Assessment assessment) {
    String fact =
        Stream.concat(
                assessment.reasons(Answer.YES).stream(), assessment.reasons(Answer.UNSURE).stream())
            .map(reason -> reason.words().name())
            .findFirst()
            .orElse("");
    return phrases.say("notice", Map.of("fact", fact, "ending", phrases.level(urgency)));
  }

  private static List<String> notes(TurnDraft draft, boolean noted) {
    List<String> notes = new ArrayList<>();
    for (ReplyPart replyPart : draft.sayings()) {
      switch (replyPart) {
        case ReplyPart.Note(String words) -> notes.add(words);
        case ReplyPart.Noted(String words, var facts) when noted -> notes.add(words);
        case ReplyPart.Noted unsaid -> {}
        case ReplyPart.Card card -> {}
        case ReplyPart.Page page -> {}
      }
    }
    return notes;
  }

  /** The messages of their own, with these notes in front of the first. */
  private List<Message> said(TurnDraft draft, Assessment assessment, List<String> notes) {
    List<Message> all = new ArrayList<>();
    for (ReplyPart replyPart : draft.sayings()) {
      message(replyPart, draft.dialogue(), assessment).ifPresent(all::add);
    }
    if (!all.isEmpty() && !notes.isEmpty()) {
      all.set(0, all.getFirst().opening(String.join("\n\n", notes)));
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
