package backtalk.dialogue;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.FactRenames;
import backtalk.conversation.Position;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Urgency;
import backtalk.dialogue.handling.ButtonHandler;
import backtalk.dialogue.handling.CommandHandler;
import backtalk.dialogue.handling.FactRecorder;
import backtalk.dialogue.handling.ReplyPart;
import backtalk.dialogue.handling.TextHandler;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes dialogues on, turn by turn: pure, without clock, store or channel. The same dialogue,
 * meaning and time always give the same turn.
 */
public final class Engine {

  /** Verbs after which somebody who is back after long needs no reminder of what was kept. */
  private static final Set<CommandKind> KNOW_WHERE =
      Set.of(CommandKind.CHECK, CommandKind.GO_ON, CommandKind.START_OVER, CommandKind.FORGET);

  private final Conversation conversation;
  private final StateMachine machine;
  private final MessageCatalog phrases;
  private final AnswerExpiry answerExpiry;
  private final QuestionRenderer questionRenderer;
  private final OutcomeRenderer outcomeRenderer;
  private final MenuRenderer menuRenderer;
  private final CommandHandler commandHandler;
  private final ButtonHandler taps;
  private final TextHandler words;
  private final TurnRenderer turnRenderer;
  private final GroupEngine group;

  /** An engine for one conversation. */
  public Engine(Conversation conversation) {
    this.conversation = conversation;
    machine = conversation.machine();
    phrases = new MessageCatalog(conversation);
    answerExpiry = new AnswerExpiry(conversation);
    questionRenderer = new QuestionRenderer(conversation);
    TopicRenderer topics = new TopicRenderer(conversation);
    outcomeRenderer = new OutcomeRenderer(conversation, topics);
    menuRenderer = new MenuRenderer(conversation, topics, outcomeRenderer, questionRenderer);
    commandHandler = new CommandHandler(conversation, menuRenderer);
    FactRecorder factRecorder = new FactRecorder(machine, phrases);
    taps = new ButtonHandler(machine, phrases, factRecorder, commandHandler);
    words = new TextHandler(machine, phrases, factRecorder, commandHandler);
    turnRenderer =
        new TurnRenderer(conversation, topics, outcomeRenderer, questionRenderer, menuRenderer);
    group = new GroupEngine(conversation, topics);
  }

  /** A dialogue in which nothing was said yet. */
  public Dialogue begin(Instant now) {
    return Dialogue.begin(conversation.about().hash(), now);
  }

  /** Takes one input to its messages. */
  public Turn turn(Dialogue before, Meaning meaning, Instant now) {
    Dialogue fresh = answerExpiry.refreshed(before, now);
    if (meaning instanceof Meaning.Silence) {
      return gist(before, fresh, TurnDraft.of(fresh), List.of(), before);
    }
    boolean moved = fresh.question().step() != before.question().step();
    Meaning counting = moved ? answeringNothing(meaning) : meaning;
    TurnDraft reacted = react(fresh.at(now), counting, now);
    if (reacted.quiet()) {
      return gist(before, fresh, reacted, List.of(), before);
    }
    TurnDraft current = reacted.to(answerExpiry.fresh(reacted.dialogue(), now));
    TurnDraft draft = moved(before, now, resumed(before, current, meaning, now));
    TurnDraft stepped = draft.to(stepped(before, draft.dialogue()));
    TurnRenderer.Spoken spoken = turnRenderer.speak(before, stepped);
    Dialogue left =
        spoken
            .dialogue()
            .with(spoken.dialogue().question().at(answerExpiry.print(spoken.dialogue())));
    return gist(before, left, stepped, spoken.messages(), left);
  }

  /** Words said to a question that is no longer the open one answer nothing. */
  private static Meaning answeringNothing(Meaning meaning) {
    return meaning instanceof Meaning.Words(String text, Input.Manner manner, NluResult result)
        ? new Meaning.Words(text, manner, result.withoutReply())
        : meaning;
  }

  private TurnDraft react(Dialogue dialogue, Meaning meaning, Instant now) {
    TurnDraft draft = TurnDraft.of(dialogue);
    return switch (meaning) {
      case Meaning.Words said -> words.to(dialogue, said, now);
      case Meaning.Pressed(Optional<ButtonPress> press) ->
          taps.to(dialogue, press.map(this::named), now);
      case Meaning.Command(CommandKind commandKind, String argument) ->
          command(draft, commandKind, argument, now);
      case Meaning.UnknownCommand unknown -> draft.saying(menuRenderer.withMenu("help"));
      case Meaning.Unreadable(String kind) -> draft.saying(new ReplyPart.Note(unreadable(kind)));
      case Meaning.Silence silence -> draft;
    };
  }

  /** A button still on a screen may call a fact by an older name. */
  private ButtonPress named(ButtonPress press) {
    FactRenames factRenames = conversation.factRenames();
    return switch (press.tap()) {
      case ButtonAction.Tell(String fact, Answer answer) ->
          press.with(new ButtonAction.Tell(factRenames.now(fact), answer));
      case ButtonAction.Revise(String fact) ->
          press.with(new ButtonAction.Revise(factRenames.now(fact)));
      case ButtonAction.TellRest rest -> press;
      case ButtonAction.Choose choose -> press;
      case ButtonAction.Settle settle -> press;
      case ButtonAction.Do verb -> press;
    };
  }

  /** A deep link names a topic, or begins a check. */
  private TurnDraft command(
      TurnDraft draft, CommandKind commandKind, String argument, Instant now) {
    TurnDraft done = commandHandler.verb(draft, commandKind, now);
    if (commandKind != CommandKind.START || argument.isEmpty()) {
      return done;
    }
    return argument.equals(CommandKind.CHECK.word())
        ? commandHandler.verb(done, CommandKind.GO_ON, now)
        : commandHandler.cards(done, List.of(argument));
  }

  private String unreadable(String kind) {
    return phrases.say("unreadable", Map.of("kind", phrases.say("unreadable-" + kind)));
  }

  /** Somebody is back after long: what was kept is offered, unless they know where they are. */
  private TurnDraft resumed(Dialogue before, TurnDraft draft, Meaning meaning, Instant now) {
    boolean knows = verb(meaning).filter(KNOW_WHERE::contains).isPresent();
    return answerExpiry.resumed(before, now) && !knows
        ? draft.opening(menuRenderer.resumed(draft.dialogue()))
        : draft;
  }

  private static Optional<CommandKind> verb(Meaning meaning) {
    return switch (meaning) {
      case Meaning.Command(CommandKind commandKind, String argument) -> Optional.of(commandKind);
      case Meaning.Pressed(Optional<ButtonPress> press) ->
          press
              .map(ButtonPress::tap)
              .flatMap(
                  tap ->
                      tap instanceof ButtonAction.Do(CommandKind v)
                          ? Optional.of(v)
                          : Optional.empty());
      case Meaning.Words words -> Optional.empty();
      case Meaning.Unreadable unreadable -> Optional.empty();
      case Meaning.UnknownCommand unknown -> Optional.empty();
      case Meaning.Silence silence -> Optional.empty();
    };
  }

  /** The conversation was changed meanwhile: it goes on, and says so where the place moved. */
  private TurnDraft moved(Dialogue before, Instant now, TurnDraft draft) {
    TurnDraft under = draft.to(draft.dialogue().under(conversation.about().hash()));
    return answerExpiry.moved(before, now) && before.begun()
        ? under.opening(new ReplyPart.Note(phrases.say("step-moved")))
        : under;
  }

  /** Every change of what is known or asked makes older buttons late. */
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

  private Turn gist(
      Dialogue before, Dialogue seen, TurnDraft draft, List<Message> messages, Dialogue kept) {
    Position position = machine.where(seen.facts(), seen.begun());
    Optional<Urgency> level = new Assessment(machine, seen.facts()).level(position);
    Optional<Urgency> reached =
        level.filter(due -> seen.begun() || due.atLeast(Urgency.PROFESSIONAL));
    return new Turn(
        kept,
        messages,
        new Turn.Gist(action(draft, messages, reached), draft.topics(), position.word(), level),
        draft.toast(),
        answered(before, kept),
        draft.forget() ? List.of(Turn.Effect.FORGET) : List.of());
  }

  private static TurnKind action(TurnDraft draft, List<Message> messages, Optional<Urgency> level) {
    boolean asks = messages.stream().anyMatch(m -> m.kind() == Message.Kind.QUESTION);
    List<TurnKind> did = new ArrayList<>(draft.did());
    did.add(asks ? TurnKind.ASK : TurnKind.MENU);
    return Stream.concat(level.map(TurnKind::of).stream(), did.stream())
        .min(Comparator.naturalOrder())
        .orElse(TurnKind.MENU);
  }

  private Optional<FormattedText> answered(Dialogue before, Dialogue after) {
    return before.facts().equals(after.facts())
        ? Optional.empty()
        : questionRenderer.answered(after.facts());
  }

  /**
   * The buttons of the open question, or of the ending, so that their labels can be typed; none of
   * a retraction, which words do not settle.
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

  /** The question that is open, as hearing needs it. */
  public Optional<QuestionRenderer.Open> question(Dialogue dialogue, Instant now) {
    Dialogue fresh = answerExpiry.refreshed(dialogue, now);
    return questionRenderer.open(fresh, machine.where(fresh.facts(), fresh.begun()));
  }

  /** Answers in a group, where nobody's facts are asked or kept. */
  public Turn inGroup(Meaning meaning, Instant now) {
    return group.turn(begin(now), meaning);
  }
}
