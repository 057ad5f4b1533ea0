package backtalk.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * Records one call of the bot.
 *
 * @param number the number of the call, from 1 in order of arrival
 * @param method the documented spelling, such as {@code sendMessage}; as sent if unknown
 * @param parameters as sent; the parts of a multipart body are strings
 * @param at the time of arrival
 */
public record Call(long number, String method, ObjectNode parameters, Instant at, Result result) {

  /** Describes the result of a call. */
  public sealed interface Result {
    /** Not answered yet. */
    record InFlight() implements Result {}

    /** Handled, with Telegram's {@code result}. */
    record Accepted(JsonNode json) implements Result {}

    /** Refused by the emulator's own checks. */
    record Rejected(Refusal refusal) implements Result {}

    /** Met a planned fault; {@code effect} is the result that the bot did not receive. */
    record Faulted(Optional<JsonNode> effect) implements Result {}
  }

  /** Returns true when the method has this name, ignoring case. */
  public boolean is(String name) {
    return method.equalsIgnoreCase(name);
  }

  /** Returns the parameter as text, or "" when it was not sent. */
  public String text(String name) {
    JsonNode value = parameters.path(name);
    return value.isValueNode() ? value.asText() : value.isMissingNode() ? "" : value.toString();
  }

  /** Returns the result of a call that took effect, even if a fault suppressed the answer. */
  public Optional<JsonNode> effect() {
    return switch (result) {
      case Result.Accepted accepted -> Optional.of(accepted.json());
      case Result.Faulted faulted -> faulted.effect();
      case Result.InFlight open -> Optional.empty();
      case Result.Rejected rejected -> Optional.empty();
    };
  }

  /** Returns true when the call took effect. */
  public boolean accepted() {
    return effect().isPresent();
  }

  /** Returns the error text of a refused call, else "". */
  public String refusal() {
    return result instanceof Result.Rejected refused ? refused.refusal().description() : "";
  }

  boolean isOpen() {
    return result instanceof Result.InFlight;
  }

  Call ended(Result end) {
    return new Call(number, method, parameters, at, end);
  }
}
