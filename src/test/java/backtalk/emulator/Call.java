package backtalk.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * Records one call of the bot.
 *
 * @param number the number of the call, from 1 in order of arrival
 * @param method the documented spelling, such as {@code sendMessage}; as sent if unknown
 * @param parameters as sent; the parts of a multipart body are strings
 */
public record Call(long number, String method, ObjectNode parameters, Instant at, Outcome outcome) {

  /** Returns true when the method has this name, ignoring case. */
  public boolean is(String name) {
    return method.equalsIgnoreCase(name);
  }

  /** Returns the parameter as text, or "" when it was not sent. */
  public String text(String name) {
    JsonNode value = parameters.path(name);
    return value.isValueNode() ? value.asText() : value.isMissingNode() ? "" : value.toString();
  }

  /** Returns true when the call took effect, even if a fault suppressed the answer. */
  public boolean accepted() {
    return outcome instanceof Outcome.Accepted
        || (outcome instanceof Outcome.Faulted fault && fault.handled());
  }

  /** Returns the error text of a refused call, else "". */
  public String refusal() {
    return outcome instanceof Outcome.Refused refused ? refused.refusal().description() : "";
  }

  Call ended(Outcome end) {
    return new Call(number, method, parameters, at, end);
  }
}
