package backtalk.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Telegram's no: an error code, its text, and for a flood the seconds to wait. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;
  private final int retryAfter;

  private Refusal(int code, String description, int retryAfter) {
    super(description, null, false, false);
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /** A 400 with Telegram's own prefix. */
  static Refusal bad(String reason) {
    return new Refusal(400, "Bad Request: " + reason, 0);
  }

  static Refusal of(int code, String description) {
    return new Refusal(code, description, 0);
  }

  static Refusal flood(int seconds) {
    return new Refusal(429, "Too Many Requests: retry after " + seconds, seconds);
  }

  /** The HTTP status and {@code error_code}. */
  public int code() {
    return code;
  }

  /** The text with its prefix, such as "Bad Request: ". */
  public String description() {
    return String.valueOf(getMessage());
  }

  /** The envelope as it goes over the wire. */
  ObjectNode envelope() {
    ObjectNode body = Json.object();
    body.put("ok", false).put("error_code", code).put("description", description());
    if (retryAfter > 0) {
      body.putObject("parameters").put("retry_after", retryAfter);
    }
    return body;
  }
}
