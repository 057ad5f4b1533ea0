package backtalk.telegram.inbound;

import backtalk.dialogue.input.ButtonAction;
import backtalk.dialogue.input.ButtonPress;
import backtalk.dialogue.input.CommandKind;
import backtalk.dialogue.input.Input;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Filters inputs over the flood limit: it keeps those that may state or correct a fact, and the
 * commands that must always work. It is cheap, because no classifier runs.
 */
final class OverLimitFilter {

  /** The commands that always work. */
  private static final Set<CommandKind> ALWAYS =
      EnumSet.of(CommandKind.BACK, CommandKind.STOP, CommandKind.START_OVER, CommandKind.FORGET);

  private OverLimitFilter() {}

  /** Returns the part of an input that is handled; empty if it cannot bear on a fact. */
  static Optional<Input> of(Input input) {
    return switch (input) {
      case Input.Said(String text, Input.Manner manner) ->
          Optional.of(new Input.Said(text, manner.inExcess()));
      case Input.Tapped(String data) ->
          ButtonPress.parse(data).filter(OverLimitFilter::bearsOnFacts).map(any -> input);
      case Input.Commanded(String name, String argument) -> command(input, name, argument);
      case Input.Unreadable unreadable -> Optional.empty();
      case Input.Silence silence -> Optional.empty();
      case Input.FollowUpDue due -> Optional.empty();
    };
  }

  /**
   * Returns true for answers, corrections and commands that always work, but not for menu pages and
   * other topics.
   */
  private static boolean bearsOnFacts(ButtonPress press) {
    return switch (press.action()) {
      case ButtonAction.AnswerFact fact -> true;
      case ButtonAction.AnswerRest rest -> true;
      case ButtonAction.Confirm confirm -> true;
      case ButtonAction.Revise revise -> true;
      case ButtonAction.ShowTopic topic -> false;
      case ButtonAction.ShowGroup group -> false;
      case ButtonAction.RunCommand(CommandKind commandKind) -> ALWAYS.contains(commandKind);
    };
  }

  /**
   * Keeps the text after a command, which may state a fact. The text after /start comes from a
   * link.
   */
  private static Optional<Input> command(Input input, String name, String argument) {
    Optional<CommandKind> kind = CommandKind.named(name);
    if (argument.isBlank()) {
      return kind.filter(ALWAYS::contains).map(any -> input);
    }
    return kind.filter(it -> it == CommandKind.START).isPresent()
        ? Optional.empty()
        : Optional.of(new Input.Said(argument, Input.Manner.FLOOD));
  }
}
