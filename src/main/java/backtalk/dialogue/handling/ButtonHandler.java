package backtalk.dialogue.handling;

import backtalk.conversation.Answer;
import backtalk.conversation.Position;
import backtalk.conversation.State;
import backtalk.conversation.StateMachine;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.OpenQuestion;
import backtalk.dialogue.input.ButtonAction;
import backtalk.dialogue.input.ButtonPress;
import backtalk.dialogue.input.CommandKind;
import backtalk.dialogue.rendering.MessageCatalog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Handles button presses. A button of an earlier question or of another dialogue changes nothing
 * and answers with a toast. An emergency sign is the exception: it counts whenever it is pressed.
 */
final class ButtonHandler {

  private final StateMachine machine;
  private final MessageCatalog phrases;
  private final FactRecorder factRecorder;
  private final CommandHandler commandHandler;

  ButtonHandler(
      StateMachine machine,
      MessageCatalog phrases,
      FactRecorder factRecorder,
      CommandHandler commandHandler) {
    this.machine = machine;
    this.phrases = phrases;
    this.factRecorder = factRecorder;
    this.commandHandler = commandHandler;
  }

  TurnDraft handle(Dialogue dialogue, Optional<ButtonPress> pressed, Instant now) {
    return pressed
        .filter(press -> known(press.action()))
        .map(press -> handle(dialogue, press, now))
        .orElseGet(() -> unchanged(dialogue, "old-button"));
  }

  /** Returns false for a fact that this version of the conversation does not record. */
  private boolean known(ButtonAction action) {
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

  private TurnDraft handle(Dialogue dialogue, ButtonPress press, Instant now) {
    OpenQuestion question = dialogue.question();
    boolean sameDialogue = press.nonce().equals(question.nonce());
    boolean current = sameDialogue && press.step() == question.step();
    if (current || !press.action().boundToQuestion() || isNewRedFlag(dialogue, press.action())) {
      return act(TurnDraft.of(dialogue), press.action(), now);
    }
    return unchanged(dialogue, sameDialogue ? "already-answered" : "old-button");
  }

  private boolean isNewRedFlag(Dialogue dialogue, ButtonAction action) {
    return action instanceof ButtonAction.AnswerFact(String id, Answer answer)
        && machine.fact(id).redFlag()
        && switch (answer) {
          case YES -> !dialogue.facts().is(id, Set.of(Answer.YES));
          case UNSURE -> !dialogue.facts().is(id, Answer.MAY_BE);
          case NO, SKIPPED -> false;
        };
  }

  private TurnDraft unchanged(Dialogue dialogue, String phrase) {
    return TurnDraft.of(dialogue).withToast(phrases.text(phrase));
  }

  private TurnDraft act(TurnDraft draft, ButtonAction action, Instant now) {
    return switch (action) {
      case ButtonAction.AnswerFact(String fact, Answer answer) ->
          factRecorder.recordTap(draft, fact, answer, now);
      case ButtonAction.AnswerRest(Answer answer) -> rest(draft, answer, now);
      case ButtonAction.ShowTopic(String topic) -> commandHandler.cards(draft, List.of(topic));
      case ButtonAction.Revise(String fact) -> commandHandler.revise(draft, fact);
      case ButtonAction.Confirm(boolean yes) -> commandHandler.confirm(draft, yes, now);
      case ButtonAction.RunCommand(CommandKind commandKind) ->
          commandHandler.run(draft, commandKind, now);
    };
  }

  private TurnDraft rest(TurnDraft draft, Answer answer, Instant now) {
    Dialogue dialogue = draft.dialogue();
    return machine.where(dialogue.facts(), dialogue.begun())
            instanceof Position.Asking(State state, List<String> open)
        ? factRecorder.recordRest(draft, state, open, answer, now)
        : unchanged(dialogue, "already-answered");
  }
}
