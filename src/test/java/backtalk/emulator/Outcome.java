package backtalk.emulator;

import com.fasterxml.jackson.databind.JsonNode;

/** Describes the result of a call. */
public sealed interface Outcome {
  /** Not answered yet. */
  record InFlight() implements Outcome {}

  /** Handled, with Telegram's {@code result}. */
  record Accepted(JsonNode result) implements Outcome {}

  /** Refused by the emulator's own checks. */
  record Refused(Refusal refusal) implements Outcome {}

  /** Met a planned fault; {@code handled} when the call took effect without an answer. */
  record Faulted(Fault fault, boolean handled) implements Outcome {}
}
