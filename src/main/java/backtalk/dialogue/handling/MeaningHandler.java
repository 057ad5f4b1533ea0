package backtalk.dialogue.handling;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.FactRenames;
import backtalk.conversation.StateMachine;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.input.ButtonAction;
import backtalk.dialogue.input.ButtonPress;
import backtalk.dialogue.input.CommandKind;
import backtalk.dialogue.input.Meaning;
import backtalk.dialogue.rendering.MenuRenderer;
import backtalk.dialogue.rendering.MessageCatalog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Dispatches each meaning of an input to the handler of its kind. */
public final class MeaningHandler {

  private final Conversation conversation;
  private final MessageCatalog phrases;
  private final MenuRenderer menuRenderer;
  private final CommandHandler commandHandler;
  private final ButtonHandler buttonHandler;
  private final TextHandler textHandler;

  public MeaningHandler(Conversation conversation, MenuRenderer menuRenderer) {
    StateMachine machine = conversation.machine();
    this.conversation = conversation;
    this.phrases = new MessageCatalog(conversation);
    this.menuRenderer = menuRenderer;
    this.commandHandler = new CommandHandler(conversation, menuRenderer);
    FactRecorder factRecorder = new FactRecorder(machine, phrases);
    this.buttonHandler = new ButtonHandler(machine, phrases, factRecorder, commandHandler);
    this.textHandler = new TextHandler(machine, phrases, factRecorder, commandHandler);
  }

  /** Returns what a meaning changes in a dialogue and how it is replied to. */
  public TurnDraft handle(Dialogue dialogue, Meaning meaning, Instant now) {
    TurnDraft draft = TurnDraft.of(dialogue);
    return switch (meaning) {
      case Meaning.Words words -> textHandler.handle(dialogue, words, now);
      case Meaning.Pressed(Optional<ButtonPress> press) ->
          buttonHandler.handle(dialogue, press.map(this::withCurrentNames), now);
      case Meaning.Command(CommandKind commandKind, String argument) ->
          command(draft, commandKind, argument, now);
      case Meaning.UnknownCommand unknown -> draft.adding(menuRenderer.withMenu("help"));
      case Meaning.Unreadable(String kind) -> draft.adding(new ReplyPart.Note(unreadable(kind)));
      case Meaning.Silence silence -> draft;
    };
  }

  /** Renames the fact of a button that an earlier version of the conversation has sent. */
  private ButtonPress withCurrentNames(ButtonPress press) {
    FactRenames factRenames = conversation.factRenames();
    return switch (press.action()) {
      case ButtonAction.AnswerFact(String fact, Answer answer) ->
          press.with(new ButtonAction.AnswerFact(factRenames.now(fact), answer));
      case ButtonAction.Revise(String fact) ->
          press.with(new ButtonAction.Revise(factRenames.now(fact)));
      case ButtonAction.AnswerRest rest -> press;
      case ButtonAction.ShowTopic topic -> press;
      case ButtonAction.Confirm confirm -> press;
      case ButtonAction.RunCommand command -> press;
    };
  }

  /** Runs a command. The argument of a deep link names a topic or begins a check. */
  private TurnDraft command(
      TurnDraft draft, CommandKind commandKind, String argument, Instant now) {
    TurnDraft done = commandHandler.run(draft, commandKind, now);
    if (commandKind != CommandKind.START || argument.isEmpty()) {
      return done;
    }
    return argument.equals(CommandKind.CHECK.word())
        ? commandHandler.run(done, CommandKind.GO_ON, now)
        : commandHandler.cards(done, List.of(argument));
  }

  private String unreadable(String kind) {
    return phrases.text("unreadable", Map.of("kind", phrases.text("unreadable-" + kind)));
  }
}
