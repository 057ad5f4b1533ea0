package backtalk.dialogue.handling;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Position;
import backtalk.conversation.State;
import backtalk.dialogue.Confirmation;
import backtalk.dialogue.DialogueMigration;
import backtalk.dialogue.Facts;
import backtalk.dialogue.OpenQuestion;
import backtalk.dialogue.input.ButtonAction;
import backtalk.dialogue.input.ButtonPress;
import backtalk.dialogue.input.CommandKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Handles button presses. A button of an earlier question or of another dialogue changes nothing
 * and answers with a toast. An emergency sign is the exception: it counts whenever it is pressed.
 */
public record ButtonHandler(Conversation conversation, CommandHandler commandHandler) {

  /** Handles a press; it is empty when the bot has not sent the button. */
  public TurnDraft handle(TurnDraft draft, Optional<ButtonPress> pressed) {
    return pressed
        .flatMap(press -> withCurrentName(press.action()).map(press::with))
        .map(press -> handle(draft, press))
        .orElseGet(() -> draft.withToast("old-button"));
  }

  /**
   * Renames the fact of a button that an earlier version of the conversation has sent; empty when
   * this version does not record the fact.
   */
  private Optional<ButtonAction> withCurrentName(ButtonAction action) {
    DialogueMigration migration = new DialogueMigration(conversation);
    return switch (action) {
      case ButtonAction.AnswerFact(String fact, Answer answer) ->
          migration.current(fact).map(now -> new ButtonAction.AnswerFact(now, answer));
      case ButtonAction.Revise(String fact) ->
          migration.current(fact).map(ButtonAction.Revise::new);
      case ButtonAction.AnswerRest rest -> Optional.of(rest);
      case ButtonAction.ShowTopic topic -> Optional.of(topic);
      case ButtonAction.ShowGroup group -> Optional.of(group);
      case ButtonAction.Confirm confirm -> Optional.of(confirm);
      case ButtonAction.RunCommand command -> Optional.of(command);
    };
  }

  private TurnDraft handle(TurnDraft draft, ButtonPress press) {
    OpenQuestion question = draft.dialogue().question();
    boolean sameDialogue = press.nonce().equals(question.nonce());
    boolean current = sameDialogue && press.step() == question.step();
    return current
            || !press.action().boundToQuestion()
            || isNewRedFlag(draft.facts(), press.action())
        ? act(draft, press.action())
        : draft.withToast(sameDialogue ? "already-answered" : "old-button");
  }

  private boolean isNewRedFlag(Facts facts, ButtonAction action) {
    return action instanceof ButtonAction.AnswerFact(String id, Answer answer)
        && conversation.machine().fact(id).redFlag()
        && switch (answer) {
          case YES -> !facts.is(id, Set.of(Answer.YES));
          case UNSURE -> !facts.is(id, Answer.MAY_BE);
          case NO, SKIPPED -> false;
        };
  }

  private TurnDraft act(TurnDraft draft, ButtonAction action) {
    return switch (action) {
      case ButtonAction.AnswerFact(String fact, Answer answer) ->
          factRecorder().recordTap(draft, fact, answer);
      case ButtonAction.AnswerRest(Answer answer) -> recordRest(draft, answer);
      case ButtonAction.ShowTopic(String topic) -> commandHandler.cards(draft, List.of(topic));
      case ButtonAction.ShowGroup(String group) -> commandHandler.topicsOf(draft, group);
      case ButtonAction.Revise(String fact) -> draft.asking(new Confirmation.OfFact(fact));
      case ButtonAction.Confirm(boolean yes) -> commandHandler.confirm(draft, yes);
      case ButtonAction.RunCommand(CommandKind commandKind) ->
          commandHandler.run(draft, commandKind);
    };
  }

  private TurnDraft recordRest(TurnDraft draft, Answer answer) {
    return draft.before().position() instanceof Position.Asking(State state, List<String> open)
        ? factRecorder().recordRest(draft, state, open, answer)
        : draft.withToast("already-answered");
  }

  private FactRecorder factRecorder() {
    return new FactRecorder(conversation.machine());
  }
}
