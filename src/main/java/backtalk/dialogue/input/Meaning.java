package backtalk.dialogue.input;

import backtalk.understanding.NluResult;
import java.util.Optional;

/** An input as the engine takes it: words understood, a button read. */
public sealed interface Meaning {

  /** Words, and what was heard in them. */
  record Words(String text, Input.Manner manner, NluResult result) implements Meaning {}

  /** A button; empty where it was none of ours. */
  record Pressed(Optional<ButtonPress> press) implements Meaning {}

  /** A verb by command, with the topic that a deep link named. */
  record Command(CommandKind commandKind, String argument) implements Meaning {}

  /** A command that does not exist. */
  record UnknownCommand() implements Meaning {}

  /** Something that is not words. */
  record Unreadable(String kind) implements Meaning {}

  /** Nothing but time passing. */
  record Silence() implements Meaning {}
}
