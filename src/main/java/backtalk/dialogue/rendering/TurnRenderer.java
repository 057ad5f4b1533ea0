package backtalk.dialogue.rendering;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Outcome;
import backtalk.conversation.Position;
import backtalk.conversation.Urgency;
import backtalk.dialogue.Assessment;
import backtalk.dialogue.Button;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.Message;
import backtalk.dialogue.Question;
import backtalk.dialogue.Situation;
import backtalk.dialogue.handling.ReplyPart;
import backtalk.dialogue.handling.TurnDraft;
import backtalk.dialogue.input.ButtonAction;
import backtalk.dialogue.input.ButtonSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Renders a turn as messages. A new emergency is the only message of its turn. */
public final class TurnRenderer {

  /** The notes that tell how to get help for another person. */
  private static final List<ReplyPart> ABOUT_SOMEONE_ELSE =
      List.of(
          new ReplyPart.Phrase("someone-else-emergency"),
          new ReplyPart.Phrase("someone-else-still"));

  private final MessageCatalog phrases;
  private final Keyboards keyboards;
  private final OutcomeRenderer outcomeRenderer;
  private final QuestionRenderer questionRenderer;
  private final ReplyPartRenderer parts;

  public TurnRenderer(Conversation conversation, TopicRenderer topics) {
    this.phrases = new MessageCatalog(conversation);
    this.keyboards = new Keyboards(conversation);
    this.outcomeRenderer = new OutcomeRenderer(conversation, topics);
    this.questionRenderer = new QuestionRenderer(conversation.machine(), phrases);
    this.parts = new ReplyPartRenderer(conversation, topics, outcomeRenderer);
  }

  /** Holds the messages of a turn and the dialogue that has recorded the outcome shown in them. */
  public record Rendered(Dialogue dialogue, List<Message> messages) {}

  /**
   * Renders a turn.
   *
   * @param draft what the turn has done; never silent
   * @param after the situation that it leads to
   */
  public Rendered render(TurnDraft draft, Situation after) {
    Rendered rendered = rendered(draft, after);
    boolean remind = after.isSomeoneElseInDanger() && !speaksOfSomeoneElse(draft);
    return remind
        ? new Rendered(
            rendered.dialogue(),
            withOpening(rendered.messages(), phrases.text("someone-else-again")))
        : rendered;
  }

  /** Returns true when the reply is about the other person already. */
  private static boolean speaksOfSomeoneElse(TurnDraft draft) {
    return draft.parts().stream().anyMatch(ABOUT_SOMEONE_ELSE::contains);
  }

  private Rendered rendered(TurnDraft draft, Situation after) {
    return after.position() instanceof Position.Ended(Outcome outcome)
        ? ended(draft, after, outcome)
        : new Rendered(after.dialogue().shownOutcome(Optional.empty()), open(draft, after));
  }

  private Rendered ended(TurnDraft draft, Situation after, Outcome outcome) {
    Dialogue dialogue = after.dialogue();
    Optional<String> key = Optional.of(after.assessment().key(outcome.id()));
    boolean isNew = !dialogue.shownOutcome().equals(key);
    Dialogue shown = dialogue.shownOutcome(key);
    boolean emergency = outcome.urgency() == Urgency.EMERGENCY;
    if (isNew && (after.pending().isEmpty() || (emergency && !keepsRetraction(after)))) {
      Message card = outcomeRenderer.card(outcome, after).with(notMeant(draft, after));
      return emergency
          ? new Rendered(shown.pending(Optional.empty()), List.of(card))
          : new Rendered(shown, withCardLast(draft, after, card));
    }
    List<Message> messages = repeated(draft, after, outcome);
    return new Rendered(
        isNew ? dialogue : shown,
        emergency ? withOpening(messages, OutcomeRenderer.opensWith(outcome, after)) : messages);
  }

  /** Returns true while a retraction is asked and no other emergency was recorded meanwhile. */
  private static boolean keepsRetraction(Situation after) {
    return after.isRetracting() && !after.assessment().hasNewEmergencySince(earlier(after));
  }

  /** Returns the assessment of the facts that the last turn left. */
  private static Assessment earlier(Situation after) {
    return new Assessment(after.machine(), after.stored().facts());
  }

  /** Returns a button that asks a fact again, when text mentioned it and it led to the outcome. */
  private List<Button> notMeant(TurnDraft draft, Situation after) {
    List<String> mentioned =
        draft.parts().stream()
            .flatMap(
                part ->
                    part instanceof ReplyPart.Recorded recorded
                        ? recorded.answers().keySet().stream()
                        : Stream.of())
            .toList();
    List<ButtonSpec> row =
        after.assessment().reasons(Answer.YES).stream()
            .filter(fact -> mentioned.contains(fact.id()))
            .limit(1)
            .map(fact -> keyboards.button("not-meant", new ButtonAction.Revise(fact.id())))
            .toList();
    return ButtonSpec.buttons(List.of(row), after.dialogue().question()).stream()
        .flatMap(List::stream)
        .toList();
  }

  private List<Message> withCardLast(TurnDraft draft, Situation after, Message card) {
    List<Message> all = parts.messages(draft.parts(), after, List.of());
    List<String> notes = parts.notes(draft.parts(), false);
    if (!notes.isEmpty()) {
      all.addFirst(
          new Message(Message.Kind.NOTE, FormattedText.of(String.join("\n\n", notes)), List.of()));
    }
    all.add(card);
    return all;
  }

  /** Renders a turn after the outcome was shown: the requested parts, or one line to recall it. */
  private List<Message> repeated(TurnDraft draft, Situation after, Outcome outcome) {
    String recall =
        outcome.urgency() == Urgency.EMERGENCY ? "" : OutcomeRenderer.recall(outcome, after);
    return withQuestionLast(draft, after, parts.notes(draft.parts(), true), recall);
  }

  private static List<Message> withOpening(List<Message> messages, String words) {
    List<Message> all = new ArrayList<>(messages);
    if (!all.isEmpty()) {
      all.set(0, all.getFirst().withOpening(words));
    }
    return all;
  }

  /** Renders a turn without an outcome: the open question, or the menu when none is open. */
  private List<Message> open(TurnDraft draft, Situation after) {
    List<String> notes = parts.notes(draft.parts(), true);
    notice(after).ifPresent(notes::add);
    return withQuestionLast(draft, after, notes, notes.isEmpty() ? phrases.text("menu") : "");
  }

  /**
   * Renders the requested parts and then the open question.
   *
   * @param otherwise text of the message that is sent when there is neither
   */
  private List<Message> withQuestionLast(
      TurnDraft draft, Situation after, List<String> notes, String otherwise) {
    if (after.question().isPresent()) {
      Question question = after.question().get();
      List<Message> all = parts.messages(draft.parts(), after, List.of());
      all.add(questionRenderer.message(question, after, notes, draft.quote()));
      return all;
    }
    List<Message> all = parts.messages(draft.parts(), after, notes);
    if (all.isEmpty() && draft.toast().isEmpty()) {
      TextBuilder text = new TextBuilder();
      notes.forEach(text::paragraph);
      List<List<ButtonSpec>> rows =
          after.position() instanceof Position.Ended(Outcome outcome)
              ? keyboards.ofOutcome(outcome)
              : List.of(keyboards.commands(ReplyPart.Text.MENU));
      all.add(
          new Message(
              Message.Kind.NOTE,
              text.paragraph(otherwise).text(),
              ButtonSpec.buttons(rows, after.dialogue().question())));
    }
    return all;
  }

  /** Returns a notice when the urgency has risen to a doctor while more questions are open. */
  private Optional<String> notice(Situation after) {
    if (!(after.position() instanceof Position.Asking)) {
      return Optional.empty();
    }
    Optional<Urgency> earlier = earlier(after).urgency();
    return after
        .urgency()
        .filter(urgency -> urgency.atLeast(Urgency.SEE_DOCTOR_NO_HURRY))
        .filter(urgency -> earlier.isEmpty() || urgency.compareTo(earlier.get()) > 0)
        .map(urgency -> notice(urgency, after.assessment()));
  }

  private String notice(Urgency urgency, Assessment assessment) {
    String fact =
        Stream.of(Answer.YES, Answer.UNSURE)
            .flatMap(answer -> assessment.told(answer).stream())
            .map(reason -> reason.words().name())
            .findFirst()
            .orElse("");
    return phrases.text("notice", Map.of("fact", fact, "ending", phrases.urgency(urgency)));
  }

  /** Returns the recorded answers, which replace a closed question; empty when there are none. */
  public Optional<FormattedText> answered(Situation after) {
    return questionRenderer.answered(after.facts());
  }
}
