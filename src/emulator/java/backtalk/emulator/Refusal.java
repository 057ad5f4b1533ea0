package backtalk.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Refuses a call with an error code and text, and for a flood with the seconds to wait. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;
  private final int retryAfter;

  private Refusal(int code, String description, int retryAfter) {
    super(description, null, false, false);
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /** Creates a 400 with Telegram's own prefix. */
  static Refusal bad(String reason) {
    return new Refusal(400, "Bad Request: " + reason, 0);
  }

  static Refusal of(int code, String description) {
    return new Refusal(code, description, 0);
  }

  static Refusal flood(int seconds) {
    return new Refusal(429, "Too Many Requests: retry after " + seconds, seconds);
  }

  /** Returns the HTTP status, which is also the {@code error_code}. */
  public int code() {
    return code;
  }

  /** Returns the text with its prefix, such as "Bad Request: ". */
  public String description() {
    return String.valueOf(getMessage());
  }

  /** Returns the JSON envelope of the answer. */
  ObjectNode envelope() {
    ObjectNode body = Json.object();
    body.put("ok", false).put("error_code", code).put("description", description());
    if (retryAfter > 0) {
      body.putObject("parameters").put("retry_after", retryAfter);
    }
    return body;
  }
}
