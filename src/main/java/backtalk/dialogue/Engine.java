package backtalk.dialogue;

import backtalk.conversation.Conversation;
import backtalk.conversation.Position;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Urgency;
import backtalk.dialogue.handling.MeaningHandler;
import backtalk.dialogue.handling.ReplyPart;
import backtalk.dialogue.handling.TurnDraft;
import backtalk.dialogue.input.ButtonAction;
import backtalk.dialogue.input.ButtonPress;
import backtalk.dialogue.input.CommandKind;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.input.Meaning;
import backtalk.dialogue.rendering.ButtonSpec;
import backtalk.dialogue.rendering.MenuRenderer;
import backtalk.dialogue.rendering.MessageCatalog;
import backtalk.dialogue.rendering.OutcomeRenderer;
import backtalk.dialogue.rendering.QuestionRenderer;
import backtalk.dialogue.rendering.TopicRenderer;
import backtalk.dialogue.rendering.TurnRenderer;
import backtalk.understanding.NluResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes a dialogue and the meaning of an input to the next turn. It is a pure function: it has no
 * clock, store or channel, and the same dialogue, meaning and time always give the same turn.
 */
public final class Engine {

  /**
   * Commands that show where the dialogue is, so that no reminder of the kept answers is needed.
   */
  private static final Set<CommandKind> NEED_NO_REMINDER =
      Set.of(CommandKind.CHECK, CommandKind.GO_ON, CommandKind.START_OVER, CommandKind.FORGET);

  private final Conversation conversation;
  private final StateMachine machine;
  private final MessageCatalog phrases;
  private final AnswerExpiry answerExpiry;
  private final QuestionRenderer questionRenderer;
  private final OutcomeRenderer outcomeRenderer;
  private final MenuRenderer menuRenderer;
  private final MeaningHandler meaningHandler;
  private final TurnRenderer turnRenderer;
  private final GroupEngine group;

  /** Creates an engine for one conversation. */
  public Engine(Conversation conversation) {
    this.conversation = conversation;
    machine = conversation.machine();
    phrases = new MessageCatalog(conversation);
    answerExpiry = new AnswerExpiry(conversation);
    questionRenderer = new QuestionRenderer(conversation);
    TopicRenderer topics = new TopicRenderer(conversation);
    outcomeRenderer = new OutcomeRenderer(conversation, topics);
    menuRenderer = new MenuRenderer(conversation, topics, outcomeRenderer, questionRenderer);
    meaningHandler = new MeaningHandler(conversation, menuRenderer);
    turnRenderer =
        new TurnRenderer(conversation, topics, outcomeRenderer, questionRenderer, menuRenderer);
    group = new GroupEngine(conversation, topics);
  }

  /** Returns an empty dialogue. */
  public Dialogue begin(Instant now) {
    return Dialogue.begin(conversation.about().hash(), now);
  }

  /** Returns the turn that an input leads to. */
  public Turn turn(Dialogue before, Meaning meaning, Instant now) {
    Dialogue fresh = answerExpiry.refreshed(before, now);
    if (meaning instanceof Meaning.Silence) {
      return turn(before, fresh, TurnDraft.of(fresh), List.of(), before);
    }
    boolean moved = fresh.question().step() != before.question().step();
    Meaning effective = moved ? answeringNothing(meaning) : meaning;
    TurnDraft handled = meaningHandler.handle(fresh.heardAt(now), effective, now);
    if (handled.silent()) {
      return turn(before, fresh, handled, List.of(), before);
    }
    TurnDraft current = handled.with(answerExpiry.fresh(handled.dialogue(), now));
    TurnDraft draft = noticingMigration(before, now, resumed(before, current, meaning, now));
    TurnDraft stepped = draft.with(stepped(before, draft.dialogue()));
    TurnRenderer.Rendered rendered = turnRenderer.render(before, stepped);
    Dialogue after = rendered.dialogue();
    Dialogue kept = after.with(after.question().withPlace(answerExpiry.fingerprint(after)));
    return turn(before, kept, stepped, rendered.messages(), kept);
  }

  /** Drops the answer from words when the question that they reply to is no longer open. */
  private static Meaning answeringNothing(Meaning meaning) {
    return meaning instanceof Meaning.Words(String text, Input.Manner manner, NluResult result)
        ? new Meaning.Words(text, manner, result.withoutReply())
        : meaning;
  }

  /** Offers the kept answers to a person who comes back after a long silence. */
  private TurnDraft resumed(Dialogue before, TurnDraft draft, Meaning meaning, Instant now) {
    boolean needsNoReminder = command(meaning).filter(NEED_NO_REMINDER::contains).isPresent();
    return answerExpiry.resumed(before, now) && !needsNoReminder
        ? draft.prepending(menuRenderer.resumed(draft.dialogue()))
        : draft;
  }

  private static Optional<CommandKind> command(Meaning meaning) {
    return switch (meaning) {
      case Meaning.Command(CommandKind commandKind, String argument) -> Optional.of(commandKind);
      case Meaning.Pressed(Optional<ButtonPress> press) ->
          press.map(ButtonPress::action).flatMap(Engine::command);
      case Meaning.Words words -> Optional.empty();
      case Meaning.Unreadable unreadable -> Optional.empty();
      case Meaning.UnknownCommand unknown -> Optional.empty();
      case Meaning.Silence silence -> Optional.empty();
    };
  }

  private static Optional<CommandKind> command(ButtonAction action) {
    return action instanceof ButtonAction.RunCommand(CommandKind commandKind)
        ? Optional.of(commandKind)
        : Optional.empty();
  }

  /** Notes in the reply that a changed conversation has moved the dialogue to another state. */
  private TurnDraft noticingMigration(Dialogue before, Instant now, TurnDraft draft) {
    TurnDraft migrated = draft.with(draft.dialogue().withConversation(conversation.about().hash()));
    return answerExpiry.moved(before, now) && before.begun()
        ? migrated.prepending(new ReplyPart.Note(phrases.text("step-moved")))
        : migrated;
  }

  /** Counts the question up on each change of facts or question, so that older buttons expire. */
  private static Dialogue stepped(Dialogue before, Dialogue after) {
    boolean same =
        before.facts().equals(after.facts())
            && before.begun() == after.begun()
            && before.question().equals(after.question())
            && before.conversation().equals(after.conversation());
    return same || !before.question().nonce().equals(after.question().nonce())
        ? after
        : after.with(after.question().next());
  }

  /**
   * Builds the turn.
   *
   * @param described the dialogue whose position and urgency the gist names
   * @param kept the dialogue after the turn
   */
  private Turn turn(
      Dialogue before, Dialogue described, TurnDraft draft, List<Message> messages, Dialogue kept) {
    Position position = machine.where(described.facts(), described.begun());
    Optional<Urgency> urgency = new Assessment(machine, described.facts()).urgency(position);
    Optional<Urgency> reached =
        urgency.filter(it -> described.begun() || it.atLeast(Urgency.PROFESSIONAL));
    return new Turn(
        kept,
        messages,
        new Turn.Gist(kind(draft, messages, reached), draft.topics(), position.word(), urgency),
        draft.toast(),
        answered(before, kept),
        draft.forget() ? List.of(Turn.Effect.FORGET) : List.of());
  }

  private static TurnKind kind(TurnDraft draft, List<Message> messages, Optional<Urgency> urgency) {
    boolean asks = messages.stream().anyMatch(m -> m.kind() == Message.Kind.QUESTION);
    List<TurnKind> kinds = new ArrayList<>(draft.kinds());
    kinds.add(asks ? TurnKind.ASK : TurnKind.MENU);
    return Stream.concat(urgency.map(TurnKind::of).stream(), kinds.stream())
        .min(Comparator.naturalOrder())
        .orElse(TurnKind.MENU);
  }

  private Optional<FormattedText> answered(Dialogue before, Dialogue after) {
    return before.facts().equals(after.facts())
        ? Optional.empty()
        : questionRenderer.answered(after.facts());
  }

  /**
   * Returns the buttons of the open question or of the outcome, so that their labels can be typed.
   * A retraction has none here, because only a tap confirms it.
   */
  public List<List<ButtonSpec>> keyboard(Dialogue dialogue, Instant now) {
    Dialogue fresh = answerExpiry.refreshed(dialogue, now);
    if (fresh.question().pending().orElse(null) instanceof Confirmation.Retraction) {
      return List.of();
    }
    Position position = machine.where(fresh.facts(), fresh.begun());
    return questionRenderer
        .open(fresh, position)
        .map(questionRenderer::rows)
        .orElseGet(() -> position instanceof Position.Ended ? outcomeRenderer.rows() : List.of());
  }

  /** Returns the open question, or empty when none is open. */
  public Optional<QuestionRenderer.Open> question(Dialogue dialogue, Instant now) {
    Dialogue fresh = answerExpiry.refreshed(dialogue, now);
    return questionRenderer.open(fresh, machine.where(fresh.facts(), fresh.begun()));
  }

  /** Returns the turn for a message in a group, where no facts are asked or kept. */
  public Turn inGroup(Meaning meaning, Instant now) {
    return group.turn(begin(now), meaning);
  }
}
