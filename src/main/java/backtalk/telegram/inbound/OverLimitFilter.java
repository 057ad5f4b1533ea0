package backtalk.telegram.inbound;

import backtalk.dialogue.DialogueManager.Handled;
import backtalk.dialogue.input.ButtonAction;
import backtalk.dialogue.input.ButtonPress;
import backtalk.dialogue.input.CommandKind;
import backtalk.dialogue.input.Input;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what of an input is taken over the flood limit: all that can tell or correct something,
 * and what a person must always be able to do. It is cheap, for no model hears it.
 */
final class OverLimitFilter {

  /** What a person can always do. */
  private static final Set<CommandKind> ALWAYS =
      EnumSet.of(CommandKind.BACK, CommandKind.STOP, CommandKind.START_OVER, CommandKind.FORGET);

  private OverLimitFilter() {}

  /** What is taken of an input; empty where it can tell nothing. */
  static Optional<Input> of(Input input) {
    return switch (input) {
      case Input.Said(String text, Input.Manner manner) ->
          Optional.of(new Input.Said(text, manner.inExcess()));
      case Input.Tapped(String data) ->
          ButtonPress.parse(data).filter(OverLimitFilter::bearsOnFacts).map(any -> input);
      case Input.Commanded(String name, String argument) -> command(input, name, argument);
      case Input.Unreadable unreadable -> Optional.empty();
      case Input.Silence silence -> Optional.empty();
    };
  }

  /** An answer, a correction, or a way out; not the way to a page or to another topic. */
  private static boolean bearsOnFacts(ButtonPress press) {
    return switch (press.tap()) {
      case ButtonAction.Tell tell -> true;
      case ButtonAction.TellRest rest -> true;
      case ButtonAction.Settle settle -> true;
      case ButtonAction.Revise revise -> true;
      case ButtonAction.Choose choose -> false;
      case ButtonAction.Do(CommandKind commandKind) -> ALWAYS.contains(commandKind);
    };
  }

  /** Words behind a command may tell something; those behind /start are a link's. */
  private static Optional<Input> command(Input input, String name, String argument) {
    Optional<CommandKind> kind = CommandKind.named(name);
    if (argument.isBlank()) {
      return kind.filter(ALWAYS::contains).map(any -> input);
    }
    return kind.filter(it -> it == CommandKind.START).isPresent()
        ? Optional.empty()
        : Optional.of(new Input.Said(argument, Input.Manner.FLOOD));
  }

  /** How many letters have to be heard. */
  static int letters(Input input) {
    return switch (input) {
      case Input.Said(String text, var manner) -> text.length();
      case Input.Commanded(var name, String argument) -> argument.length();
      case Input.Tapped tapped -> 0;
      case Input.Unreadable unreadable -> 0;
      case Input.Silence silence -> 0;
    };
  }

  /** True for words over the limit that led to nothing: nothing is kept of them. */
  static boolean hadNoEffect(Input taken, Handled handled) {
    return taken instanceof Input.Said(var text, Input.Manner manner)
        && manner.overLimit()
        && handled.turn().messages().isEmpty();
  }
}
