package backtalk.telegram;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.Set;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/**
 * What Telegram wraps around every answer, and of a new message no more than its id.
 *
 * <p>An answer repeats the whole message and the one replied to. If some part of that could not be
 * read, a message that was sent would look like one that was not, and be sent again. For the same
 * reason an answer that breaks off after the id counts as a good one.
 */
final class Envelope {

  private static final JsonFactory JSON = new JsonFactory();
  private static final long MOST_BYTES = 1 << 20;
  private static final Set<String> OUTER = Set.of("ok", "error_code", "description");

  private boolean ok;
  private boolean whole;
  private int code;
  private String description = "";
  private OptionalLong wait = OptionalLong.empty();
  private OptionalLong message = OptionalLong.empty();

  private Envelope() {}

  /** The text of an answer; one without any, such as a gateway's own page, as an envelope. */
  static String text(Response response) throws IOException {
    ResponseBody body = response.body();
    String text = body == null ? "" : start(body.source());
    return text.startsWith("{") || response.isSuccessful()
        ? text
        : "{\"ok\":false,\"error_code\":" + response.code() + "}";
  }

  private static String start(BufferedSource source) throws IOException {
    source.request(MOST_BYTES);
    return source.readUtf8(Math.min(source.getBuffer().size(), MOST_BYTES));
  }

  /** Reads an answer as far as it can be read. */
  static Envelope read(String answer) {
    Envelope envelope = new Envelope();
    try (JsonParser json = JSON.createParser(answer)) {
      envelope.whole = json.nextToken() == JsonToken.START_OBJECT && envelope.fields(json);
    } catch (IOException broken) {
      envelope.whole = false;
    }
    return envelope;
  }

  /** What that means. */
  Verdict verdict() {
    if (ok && (whole || message.isPresent())) {
      return new Verdict.Done(message);
    }
    return whole && code != 0
        ? Verdict.of(code, description, wait)
        : new Verdict.Later("an unreadable answer");
  }

  private boolean fields(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (OUTER.contains(name)) {
        outer(name, json);
      } else if (value == JsonToken.START_OBJECT) {
        inner(name, json);
      } else {
        json.skipChildren();
      }
    }
    return json.currentToken() == JsonToken.END_OBJECT;
  }

  private void outer(String name, JsonParser json) throws IOException {
    switch (name) {
      case "ok" -> ok = json.getValueAsBoolean();
      case "error_code" -> code = json.getValueAsInt();
      default -> description = json.getValueAsString("");
    }
  }

  private void inner(String outer, JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = outer + "." + json.currentName();
      json.nextToken();
      switch (name) {
        case "result.message_id" -> message = OptionalLong.of(json.getValueAsLong());
        case "parameters.retry_after" -> wait = OptionalLong.of(json.getValueAsLong());
        default -> json.skipChildren();
      }
    }
  }
}
