package backtalk.telegram;

import backtalk.dialogue.DialogueManager.Handled;
import backtalk.dialogue.Input;
import backtalk.dialogue.Press;
import backtalk.dialogue.Tap;
import backtalk.dialogue.Verb;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what of an input is taken over the flood limit: all that can tell or correct something,
 * and what a person must always be able to do. It is cheap, for no model hears it.
 */
final class Excess {

  /** What a person can always do. */
  private static final Set<Verb> ALWAYS =
      EnumSet.of(Verb.BACK, Verb.STOP, Verb.START_OVER, Verb.FORGET);

  private Excess() {}

  /** What is taken of an input; empty where it can tell nothing. */
  static Optional<Input> of(Input input) {
    return switch (input) {
      case Input.Said(String text, Input.Manner manner) ->
          Optional.of(new Input.Said(text, manner.inExcess()));
      case Input.Tapped(String data) -> Press.parse(data).filter(Excess::tells).map(any -> input);
      case Input.Commanded(String name, String argument) -> command(input, name, argument);
      case Input.Unreadable unreadable -> Optional.empty();
      case Input.Silence silence -> Optional.empty();
    };
  }

  /** An answer, a correction, or a way out; not the way to a page or to another topic. */
  private static boolean tells(Press press) {
    return switch (press.tap()) {
      case Tap.Tell tell -> true;
      case Tap.TellRest rest -> true;
      case Tap.Settle settle -> true;
      case Tap.Revise revise -> true;
      case Tap.Choose choose -> false;
      case Tap.Do(Verb verb) -> ALWAYS.contains(verb);
    };
  }

  /** Words behind a command may tell something; those behind /start are a link's. */
  private static Optional<Input> command(Input input, String name, String argument) {
    Optional<Verb> verb = Verb.named(name);
    if (argument.isBlank()) {
      return verb.filter(ALWAYS::contains).map(any -> input);
    }
    return verb.filter(it -> it == Verb.START).isPresent()
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
  static boolean toldNothing(Input taken, Handled handled) {
    return taken instanceof Input.Said(var text, Input.Manner manner)
        && manner.overLimit()
        && handled.turn().messages().isEmpty();
  }
}
