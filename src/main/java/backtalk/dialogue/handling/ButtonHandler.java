package backtalk.dialogue.handling;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.FactRenames;
import backtalk.conversation.Position;
import backtalk.conversation.State;
import backtalk.conversation.StateMachine;
import backtalk.dialogue.Confirmation;
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
public final class ButtonHandler {

  private final StateMachine machine;
  private final FactRenames factRenames;
  private final FactRecorder factRecorder;
  private final CommandHandler commandHandler;

  public ButtonHandler(Conversation conversation, CommandHandler commandHandler) {
    this.machine = conversation.machine();
    this.factRenames = conversation.factRenames();
    this.factRecorder = new FactRecorder(machine);
    this.commandHandler = commandHandler;
  }

  /** Handles a press; it is empty when the bot has not sent the button. */
  public TurnDraft handle(TurnDraft draft, Optional<ButtonPress> pressed) {
    return pressed
        .map(press -> press.with(withCurrentName(press.action())))
        .filter(press -> isKnown(press.action()))
        .map(press -> handle(draft, press))
        .orElseGet(() -> draft.withToast("old-button"));
  }

  /** Renames the fact of a button that an earlier version of the conversation has sent. */
  private ButtonAction withCurrentName(ButtonAction action) {
    return switch (action) {
      case ButtonAction.AnswerFact(String fact, Answer answer) ->
          new ButtonAction.AnswerFact(factRenames.now(fact), answer);
      case ButtonAction.Revise(String fact) -> new ButtonAction.Revise(factRenames.now(fact));
      case ButtonAction.AnswerRest rest -> rest;
      case ButtonAction.ShowTopic topic -> topic;
      case ButtonAction.Confirm confirm -> confirm;
      case ButtonAction.RunCommand command -> command;
    };
  }

  /** Returns false for a fact that this version of the conversation does not record. */
  private boolean isKnown(ButtonAction action) {
    return switch (action) {
      case ButtonAction.AnswerFact(String fact, Answer answer) -> canRecord(fact);
      case ButtonAction.Revise(String fact) -> canRecord(fact);
      case ButtonAction.AnswerRest rest -> true;
      case ButtonAction.ShowTopic topic -> true;
      case ButtonAction.Confirm confirm -> true;
      case ButtonAction.RunCommand command -> true;
    };
  }

  private boolean canRecord(String fact) {
    return machine.facts().containsKey(fact) && !machine.fact(fact).workedOut();
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
        && machine.fact(id).redFlag()
        && switch (answer) {
          case YES -> !facts.is(id, Set.of(Answer.YES));
          case UNSURE -> !facts.is(id, Answer.MAY_BE);
          case NO, SKIPPED -> false;
        };
  }

  private TurnDraft act(TurnDraft draft, ButtonAction action) {
    return switch (action) {
      case ButtonAction.AnswerFact(String fact, Answer answer) ->
          factRecorder.recordTap(draft, fact, answer);
      case ButtonAction.AnswerRest(Answer answer) -> recordRest(draft, answer);
      case ButtonAction.ShowTopic(String topic) -> commandHandler.cards(draft, List.of(topic));
      case ButtonAction.Revise(String fact) -> draft.asking(new Confirmation.OfFact(fact));
      case ButtonAction.Confirm(boolean yes) -> commandHandler.confirm(draft, yes);
      case ButtonAction.RunCommand(CommandKind commandKind) ->
          commandHandler.run(draft, commandKind);
    };
  }

  private TurnDraft recordRest(TurnDraft draft, Answer answer) {
    return draft.before().position() instanceof Position.Asking(State state, List<String> open)
        ? factRecorder.recordRest(draft, state, open, answer)
        : draft.withToast("already-answered");
  }
}
