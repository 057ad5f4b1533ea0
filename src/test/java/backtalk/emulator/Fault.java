package backtalk.emulator;

import java.time.Duration;

/** Something that goes wrong between the bot and Telegram. */
public sealed interface Fault {
  /** The given answer, without doing what was asked. */
  record Answer(int status, String contentType, String body) implements Fault {}

  /** The connection is cut; nothing was done. */
  record DropBefore() implements Fault {}

  /** It was done, and the connection is cut before the answer. */
  record DropAfter() implements Fault {}

  /** It was done; the answer is a complete HTTP message holding half of the JSON. */
  record HalfJson() implements Fault {}

  /** It was done; the answer breaks off in the middle of the HTTP body. */
  record BrokenOff() implements Fault {}

  /** It is done late: after {@link Faults#release()} or this long, whichever comes first. */
  record Hang(Duration atMost) implements Fault {}

  /** 429 with {@code retry_after} in seconds. */
  static Fault tooManyRequests(int seconds) {
    return refusal(Refusal.flood(seconds));
  }

  /** 401, as after the token was revoked. */
  static Fault unauthorized() {
    return refusal(Refusal.of(401, "Unauthorized"));
  }

  /** 409, as when a second bot polls. */
  static Fault conflict() {
    return refusal(Refusal.of(409, Polling.OTHER_POLLER));
  }

  /** 400; the prefix "Bad Request: " is added. */
  static Fault badRequest(String reason) {
    return refusal(Refusal.bad(reason));
  }

  /** 403; such as "Forbidden: user is deactivated". */
  static Fault forbidden(String description) {
    return refusal(Refusal.of(403, description));
  }

  /** 500 in Telegram's own envelope. */
  static Fault serverError() {
    return refusal(Refusal.of(500, "Internal Server Error"));
  }

  /** 502 with the HTML page of the proxy in front of Telegram. */
  static Fault badGateway() {
    String page = "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>";
    return new Answer(502, "text/html", page);
  }

  /** The page of a proxy with this status, whatever Telegram would say. */
  static Fault page(int status) {
    String page = "<html><head><title>" + status + "</title></head><body>nginx</body></html>";
    return new Answer(status, "text/html", page);
  }

  /** A status and nothing else. */
  static Fault empty(int status) {
    return new Answer(status, "text/plain", "");
  }

  /** The JSON of some other server, with words like those of Telegram. */
  static Fault foreignJson(int status) {
    String json =
        "{\"error_code\":" + status + ",\"description\":\"Not Found\",\"message\":\"no route\"}";
    return new Answer(status, "application/json", json);
  }

  /** 200 and JSON, but not Telegram's envelope. */
  static Fault withoutOk() {
    return new Answer(200, "application/json", "{\"result\":true}");
  }

  /** The connection is cut; nothing was done. */
  static Fault dropBefore() {
    return new DropBefore();
  }

  /** Accepted, but the answer is lost. */
  static Fault dropAfter() {
    return new DropAfter();
  }

  /** Accepted; the answer is half of the JSON. */
  static Fault halfJson() {
    return new HalfJson();
  }

  /** Accepted; the answer breaks off in its body. */
  static Fault brokenOff() {
    return new BrokenOff();
  }

  /** Hangs until released, at most two minutes. */
  static Fault hang() {
    return new Hang(Duration.ofMinutes(2));
  }

  /** Done after so long. */
  static Fault slow(Duration delay) {
    return new Hang(delay);
  }

  private static Fault refusal(Refusal refusal) {
    return new Answer(refusal.code(), "application/json", refusal.envelope().toString());
  }
}
