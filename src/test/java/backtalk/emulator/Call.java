package backtalk.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * One call of the bot.
 *
 * @param number counts all calls from 1, in the order of their arrival
 * @param method the documented spelling, such as {@code sendMessage}; as sent if unknown
 * @param parameters as sent; the parts of a multipart body are strings
 */
public record Call(long number, String method, ObjectNode parameters, Instant at, Outcome outcome) {

  /** Whether the method is this one, whatever the case of its letters. */
  public boolean is(String name) {
    return method.equalsIgnoreCase(name);
  }

  /** The parameter as text, or "" when it was not sent. */
  public String text(String name) {
    JsonNode value = parameters.path(name);
    return value.isValueNode() ? value.asText() : value.isMissingNode() ? "" : value.toString();
  }

  /** Whether the emulator did what was asked, even if a fault swallowed the answer. */
  public boolean accepted() {
    return outcome instanceof Outcome.Accepted
        || (outcome instanceof Outcome.Faulted fault && fault.handled());
  }

  /** The error text of a refused call, else "". */
  public String refusal() {
    return outcome instanceof Outcome.Refused refused ? refused.refusal().description() : "";
  }

  Call ended(Outcome end) {
    return new Call(number, method, parameters, at, end);
  }
}
