package backtalk.dialogue.input;

import backtalk.understanding.NluResult;
import java.util.Optional;

/** Represents an interpreted input, ready for the engine. */
public sealed interface Meaning {

  /** Holds text and its interpretation. */
  record Words(String text, Input.Manner manner, NluResult result) implements Meaning {}

  /** Holds a pressed button; empty when the bot has not sent it. */
  record Pressed(Optional<ButtonPress> press) implements Meaning {}

  /** Holds a command; the argument of a deep link names a topic. */
  record Command(CommandKind commandKind, String argument) implements Meaning {}

  /** Marks a command that does not exist. */
  record UnknownCommand() implements Meaning {}

  /** Holds the kind of a message without text. */
  record Unreadable(String kind) implements Meaning {}

  /** Marks that time has passed without a message. */
  record Silence() implements Meaning {}

  /** Marks that the time may have come to ask the person how it is. */
  record FollowUpDue() implements Meaning {}
}
