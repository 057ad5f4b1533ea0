package backtalk.dialogue;

import backtalk.conversation.Conversation;
import backtalk.conversation.Position;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Topic;
import backtalk.conversation.Urgency;
import backtalk.dialogue.handling.ButtonHandler;
import backtalk.dialogue.handling.CommandHandler;
import backtalk.dialogue.handling.ReplyPart;
import backtalk.dialogue.handling.TextHandler;
import backtalk.dialogue.handling.TurnDraft;
import backtalk.dialogue.input.ButtonAction;
import backtalk.dialogue.input.ButtonPress;
import backtalk.dialogue.input.CommandKind;
import backtalk.dialogue.input.IncomingInput;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.input.Meaning;
import backtalk.dialogue.rendering.Keyboards;
import backtalk.dialogue.rendering.TopicRenderer;
import backtalk.dialogue.rendering.TurnRenderer;
import backtalk.understanding.NluResult;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Takes a dialogue and the meaning of an input to the next turn. It is a pure function: it has no
 * clock, store or channel, and the same dialogue, meaning and time always give the same turn.
 */
public final class Engine {

  /** Names the commands that show the kept answers anyway, so that no reminder is needed. */
  private static final Set<CommandKind> NEED_NO_REMINDER =
      Set.of(CommandKind.CHECK, CommandKind.GO_ON, CommandKind.START_OVER, CommandKind.FORGET);

  private final Conversation conversation;
  private final StateMachine machine;
  private final AnswerExpiry answerExpiry;
  private final Keyboards keyboards;
  private final CommandHandler commandHandler;
  private final ButtonHandler buttonHandler;
  private final TextHandler textHandler;
  private final TurnRenderer turnRenderer;
  private final GroupEngine group;

  public Engine(Conversation conversation) {
    this.conversation = conversation;
    machine = conversation.machine();
    answerExpiry = new AnswerExpiry(conversation);
    keyboards = new Keyboards(conversation);
    commandHandler = new CommandHandler(conversation);
    buttonHandler = new ButtonHandler(conversation, commandHandler);
    textHandler = new TextHandler(conversation, commandHandler);
    TopicRenderer topics = new TopicRenderer(conversation);
    turnRenderer = new TurnRenderer(conversation, topics);
    group = new GroupEngine(conversation, topics);
  }

  public Dialogue begin(Instant now) {
    return Dialogue.begin(conversation.about().hash(), now);
  }

  /** Returns the dialogue with the card in mind that an input replies to. */
  Dialogue referring(Dialogue stored, IncomingInput incoming) {
    return incoming
        .quoted()
        .flatMap(text -> MemoryUpdate.topicIn(text, conversation.topics().values()))
        .map(topic -> MemoryUpdate.referring(stored, topic, incoming.at()))
        .orElse(stored);
  }

  /** Returns the situation in which the next input of a dialogue is taken. */
  public Situation situation(Dialogue stored, Instant now) {
    return situation(stored, answerExpiry.refreshed(stored, now), now);
  }

  private Situation situation(Dialogue stored, Dialogue dialogue, Instant now) {
    Position position = machine.where(dialogue.facts(), dialogue.begun());
    Assessment assessment = new Assessment(machine, dialogue.facts());
    Optional<Question> question = Question.of(machine, dialogue, position);
    return new Situation(
        stored,
        dialogue,
        now,
        position,
        assessment,
        assessment.urgency(position),
        question,
        keyboards.of(question, position, dialogue.facts()));
  }

  /** Returns the turn that a meaning leads to, for one that does not depend on the situation. */
  public Turn turn(Dialogue stored, Meaning meaning, Instant now) {
    return turn(situation(stored, now), meaning);
  }

  /** Returns the turn that an input leads to. */
  public Turn turn(Situation before, Meaning meaning) {
    if (meaning instanceof Meaning.FollowUpDue) {
      return followUp(before);
    }
    TurnDraft handled =
        handle(TurnDraft.of(before), before.hasQuestionMoved() ? withoutReply(meaning) : meaning);
    if (handled.silent() || meaning instanceof Meaning.Silence) {
      return turn(handled, before, List.of(), before.stored());
    }
    TurnDraft draft = withReminders(handled, meaning);
    Dialogue drafted = changed(before, draft.dialogue());
    Dialogue changed = drafted.with(MemoryUpdate.after(draft, drafted, meaning));
    Situation after = situation(before.stored(), changed, before.now());
    TurnRenderer.Rendered rendered = turnRenderer.render(draft, after);
    OpenQuestion question =
        rendered.dialogue().question().withFingerprint(answerExpiry.fingerprint(changed));
    return turn(draft, after, rendered.messages(), rendered.dialogue().with(question));
  }

  /** Returns the turn that asks how it is, if it is due. During a question it waits for a day. */
  private Turn followUp(Situation before) {
    TurnDraft draft = TurnDraft.of(before);
    Dialogue stored = before.stored();
    boolean due = stored.isFollowUpDue(before.now());
    if (!due || (before.question().isPresent() && !answerExpiry.resumed(stored, before.now()))) {
      return turn(draft, before, List.of(), due ? stored.putOff(before.now()) : stored);
    }
    TurnDraft asking = draft.adding(new ReplyPart.Text("follow-up", ReplyPart.Text.FEELING));
    List<Message> messages =
        turnRenderer.render(asking, before).messages().stream()
            .filter(message -> message.kind() != Message.Kind.QUESTION)
            .toList();
    return turn(asking, before, messages, stored.followUp(Optional.empty()));
  }

  /** Drops the answer from words when the question that they reply to is no longer open. */
  private static Meaning withoutReply(Meaning meaning) {
    return meaning instanceof Meaning.Words(String text, Input.Manner manner, NluResult result)
        ? new Meaning.Words(text, manner, result.withoutReply())
        : meaning;
  }

  private TurnDraft handle(TurnDraft draft, Meaning meaning) {
    return switch (meaning) {
      case Meaning.Words words -> textHandler.handle(draft, words);
      case Meaning.Pressed(Optional<ButtonPress> press) -> buttonHandler.handle(draft, press);
      case Meaning.Command(CommandKind command, String argument) ->
          commandHandler.run(draft, command, argument);
      case Meaning.UnknownCommand unknown -> commandHandler.run(draft, CommandKind.HELP);
      case Meaning.Unreadable(String kind) -> draft.adding(new ReplyPart.Unreadable(kind));
      case Meaning.Silence silence -> draft;
      case Meaning.FollowUpDue due -> draft;
    };
  }

  /**
   * Puts in front of the reply that a changed conversation has moved the dialogue to another state,
   * and the kept answers when the person comes back after a long silence.
   */
  private TurnDraft withReminders(TurnDraft draft, Meaning meaning) {
    Dialogue stored = draft.before().stored();
    Instant now = draft.before().now();
    boolean resumed =
        answerExpiry.resumed(stored, now)
            && command(meaning).filter(NEED_NO_REMINDER::contains).isEmpty();
    TurnDraft reminding = resumed ? draft.prepending(new ReplyPart.Resumed()) : draft;
    return stored.begun() && answerExpiry.moved(stored, now)
        ? reminding.prepending(new ReplyPart.Phrase("step-moved"))
        : reminding;
  }

  private static Optional<CommandKind> command(Meaning meaning) {
    return switch (meaning) {
      case Meaning.Command(CommandKind command, var argument) -> Optional.of(command);
      case Meaning.Pressed(Optional<ButtonPress> press)
          when press.map(ButtonPress::action).orElse(null)
              instanceof ButtonAction.RunCommand(CommandKind command) ->
          Optional.of(command);
      default -> Optional.empty();
    };
  }

  /**
   * Returns the dialogue as the turn leaves it. It counts the question up on each change of facts
   * or question, so that older buttons expire.
   */
  private Dialogue changed(Situation situation, Dialogue drafted) {
    Dialogue before = situation.stored();
    Dialogue after =
        answerExpiry
            .fresh(drafted, situation.now())
            .heardAt(situation.now())
            .withConversation(conversation.about().hash());
    boolean same =
        before.facts().equals(after.facts())
            && before.begun() == after.begun()
            && before.question().equals(after.question())
            && before.conversation().equals(after.conversation());
    return same || !before.question().nonce().equals(after.question().nonce())
        ? after
        : after.with(after.question().next());
  }

  /** Builds the turn; its gist names the position and urgency of {@code at}. */
  private Turn turn(TurnDraft draft, Situation at, List<Message> messages, Dialogue kept) {
    Optional<Urgency> reached =
        at.urgency().filter(it -> at.dialogue().begun() || it.atLeast(Urgency.PROFESSIONAL));
    return new Turn(
        kept,
        messages,
        new Turn.Gist(
            kind(draft, messages, reached),
            ids(draft, ReplyPart::named),
            ids(draft, ReplyPart::offeredBelow),
            at.position().word(),
            at.urgency()),
        draft.toast().map(conversation::phrase),
        kept.facts().equals(at.stored().facts()) ? Optional.empty() : turnRenderer.answered(at),
        draft.forget());
  }

  private static List<String> ids(TurnDraft draft, Function<ReplyPart, Stream<Topic>> topics) {
    return draft.parts().stream().flatMap(topics).map(Topic::id).toList();
  }

  private static TurnKind kind(TurnDraft draft, List<Message> messages, Optional<Urgency> urgency) {
    boolean asks = messages.stream().anyMatch(m -> m.kind() == Message.Kind.QUESTION);
    return Stream.concat(
            urgency.map(TurnKind::of).stream(),
            Stream.of(draft.kind(), asks ? TurnKind.ASK : TurnKind.MENU))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** Returns the turn for a message in a group, where no facts are asked or kept. */
  public Turn inGroup(Meaning meaning, Instant now) {
    return group.turn(begin(now), meaning);
  }

  /** Returns the cards for a question in any chat, of which nothing is kept. */
  List<InlineCard> inline(NluResult result) {
    return group.inline(result);
  }
}
