package backtalk.emulator;

import com.fasterxml.jackson.databind.JsonNode;

/** What became of a call. */
public sealed interface Outcome {
  /** Not answered yet. */
  record InFlight() implements Outcome {}

  /** Done, with Telegram's {@code result}. */
  record Accepted(JsonNode result) implements Outcome {}

  /** Refused by the emulator's own checks. */
  record Refused(Refusal refusal) implements Outcome {}

  /** Met a scripted fault; {@code handled}: it was done although the bot was not told. */
  record Faulted(Fault fault, boolean handled) implements Outcome {}
}
