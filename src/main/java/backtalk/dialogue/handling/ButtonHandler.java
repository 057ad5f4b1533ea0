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
 * Reacts to buttons. A button of an earlier question, or of another dialogue, changes nothing and
 * says so kindly, with one exception: a sign counts whenever it is tapped.
 */
public final class ButtonHandler {

  private final StateMachine machine;
  private final MessageCatalog phrases;
  private final FactRecorder factRecorder;
  private final CommandHandler commandHandler;

  public ButtonHandler(
      StateMachine machine,
      MessageCatalog phrases,
      FactRecorder factRecorder,
      CommandHandler commandHandler) {
    this.machine = machine;
    this.phrases = phrases;
    this.factRecorder = factRecorder;
    this.commandHandler = commandHandler;
  }

  public TurnDraft to(Dialogue dialogue, Optional<ButtonPress> pressed, Instant now) {
    return pressed
        .filter(press -> known(press.tap()))
        .map(press -> to(dialogue, press, now))
        .orElseGet(() -> nothing(dialogue, "old-button"));
  }

  /** A button may name what a later version of the conversation no longer has. */
  private boolean known(ButtonAction tap) {
    return switch (tap) {
      case ButtonAction.Tell(String fact, Answer answer) -> told(fact);
      case ButtonAction.Revise(String fact) -> told(fact);
      case ButtonAction.TellRest rest -> true;
      case ButtonAction.Choose choose -> true;
      case ButtonAction.Settle settle -> true;
      case ButtonAction.Do verb -> true;
    };
  }

  private boolean told(String fact) {
    return machine.facts().containsKey(fact) && !machine.fact(fact).workedOut();
  }

  private TurnDraft to(Dialogue dialogue, ButtonPress press, Instant now) {
    OpenQuestion question = dialogue.question();
    boolean mine = press.nonce().equals(question.nonce());
    boolean current = mine && press.step() == question.step();
    if (current || !press.tap().boundToQuestion() || alarm(dialogue, press.tap())) {
      return act(TurnDraft.of(dialogue), press.tap(), now);
    }
    return nothing(dialogue, mine ? "already-answered" : "old-button");
  }

  private boolean alarm(Dialogue dialogue, ButtonAction tap) {
    return tap instanceof ButtonAction.Tell(String id, Answer answer)
        && machine.fact(id).redFlag()
        && switch (answer) {
          case YES -> !dialogue.facts().is(id, Set.of(Answer.YES));
          case UNSURE -> !dialogue.facts().is(id, Answer.MAY_BE);
          case NO, SKIPPED -> false;
        };
  }

  private TurnDraft nothing(Dialogue dialogue, String phrase) {
    return TurnDraft.of(dialogue).toasting(phrases.say(phrase));
  }

  private TurnDraft act(TurnDraft draft, ButtonAction tap, Instant now) {
    return switch (tap) {
      case ButtonAction.Tell(String fact, Answer answer) ->
          factRecorder.tap(draft, fact, answer, now);
      case ButtonAction.TellRest(Answer answer) -> rest(draft, answer, now);
      case ButtonAction.Choose(String topic) -> commandHandler.cards(draft, List.of(topic));
      case ButtonAction.Revise(String fact) -> commandHandler.revise(draft, fact);
      case ButtonAction.Settle(boolean yes) -> commandHandler.settle(draft, yes, now);
      case ButtonAction.Do(CommandKind commandKind) -> commandHandler.verb(draft, commandKind, now);
    };
  }

  private TurnDraft rest(TurnDraft draft, Answer answer, Instant now) {
    Dialogue dialogue = draft.dialogue();
    return machine.where(dialogue.facts(), dialogue.begun())
            instanceof Position.Asking(State state, List<String> open)
        ? factRecorder.tellRest(draft, state, open, answer, now)
        : nothing(dialogue, "already-answered");
  }
}
