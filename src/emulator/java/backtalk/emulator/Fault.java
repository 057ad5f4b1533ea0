package backtalk.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** Describes a fault between the bot and Telegram. */
public sealed interface Fault {
  /** Names the content type of Telegram's answers. */
  String JSON = "application/json";

  /** Answers as given; the call has no effect. */
  record Answer(int status, String contentType, String body) implements Fault {

    static Answer json(int status, JsonNode body) {
      return new Answer(status, JSON, body.toString());
    }

    static Answer of(Refusal refusal) {
      return json(refusal.code(), refusal.envelope());
    }

    /** Returns the same answer with half of its body. */
    Answer half() {
      return new Answer(status, contentType, body.substring(0, body.length() / 2));
    }

    HttpMessage message() {
      return HttpMessage.response(status, contentType, body);
    }
  }

  /** Closes the connection; the call has no effect. */
  record DropBefore() implements Fault {}

  /** Handles the call, and closes the connection before the answer. */
  record DropAfter() implements Fault {}

  /** Handles the call; the answer is a complete HTTP message with half of the JSON. */
  record HalfJson() implements Fault {}

  /** Handles the call; the connection closes in the middle of the HTTP body. */
  record BrokenOff() implements Fault {}

  /** Handles the call late: after {@link Faults#release()} or this time, whichever is first. */
  record Hang(Duration atMost) implements Fault {}

  /** Answers 429 with {@code retry_after} in seconds. */
  static Fault tooManyRequests(int seconds) {
    return Answer.of(Refusal.flood(seconds));
  }

  /** Answers 401, as after the token was revoked. */
  static Fault unauthorized() {
    return Answer.of(Refusal.of(401, "Unauthorized"));
  }

  /** Answers 409, as when a second bot polls. */
  static Fault conflict() {
    return Answer.of(Refusal.of(409, Polling.OTHER_POLLER));
  }

  /** Answers 400; the prefix "Bad Request: " is added. */
  static Fault badRequest(String reason) {
    return Answer.of(Refusal.bad(reason));
  }

  /** Answers 403, for example "Forbidden: user is deactivated". */
  static Fault forbidden(String description) {
    return Answer.of(Refusal.of(403, description));
  }

  /** Answers 500 in Telegram's own envelope. */
  static Fault serverError() {
    return Answer.of(Refusal.of(500, "Internal Server Error"));
  }

  /** Answers 502 with the HTML page of a proxy in front of Telegram. */
  static Fault badGateway() {
    return page(502);
  }

  /** Answers with the HTML page of a proxy with this status. */
  static Fault page(int status) {
    String page = "<html><head><title>" + status + "</title></head><body>nginx</body></html>";
    return new Answer(status, "text/html", page);
  }

  /** Answers with a status and an empty body. */
  static Fault empty(int status) {
    return new Answer(status, "text/plain", "");
  }

  /** Answers with the JSON of another server that resembles Telegram's. */
  static Fault foreignJson(int status) {
    String json =
        "{\"error_code\":" + status + ",\"description\":\"Not Found\",\"message\":\"no route\"}";
    return new Answer(status, JSON, json);
  }

  /** Answers 200 with JSON that is not Telegram's envelope. */
  static Fault withoutOk() {
    return new Answer(200, JSON, "{\"result\":true}");
  }

  /** Delays the call until released, at most two minutes. */
  static Fault hang() {
    return new Hang(Duration.ofMinutes(2));
  }
}
