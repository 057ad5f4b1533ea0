package backtalk.telegram.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/**
 * Holds an answer of the Bot API as far as it was received.
 *
 * <p>An answer repeats the whole message and the one replied to. If it breaks off in a part of
 * them, a message that was sent would seem unsent, and be sent again. So an answer that breaks off
 * after the id of the new message counts as a success.
 *
 * <p>A refusal counts only in Telegram's own form, with {@code ok}, {@code error_code} and {@code
 * description}. An error page of a proxy tells nothing about the token, the chat or the message.
 *
 * @param status the HTTP status
 * @param json the object that was received; what had begun when it broke off is in it
 * @param whole true if it did not break off
 */
public record ApiResponse(int status, JsonNode json, boolean whole) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long MAX_BYTES = 1 << 20;

  /** Reads the answer, also one that breaks off: Telegram has received its call all the same. */
  static ApiResponse of(Response response) {
    ResponseBody body = response.body();
    return read(response.code(), body == null ? "" : start(body.source()));
  }

  private static String start(BufferedSource source) {
    try {
      source.request(MAX_BYTES);
    } catch (IOException breaksOff) {
      // The part that was received may hold the id of a message that was sent.
    }
    long size = Math.min(source.getBuffer().size(), MAX_BYTES);
    return source.getBuffer().snapshot(Math.toIntExact(size)).utf8();
  }

  /** Reads a text as far as it is JSON, and closes what is open at its end. */
  public static ApiResponse read(int status, String text) {
    try (TokenBuffer tokens = new TokenBuffer(JSON, false)) {
      boolean whole = copy(text, tokens);
      while (!tokens.getOutputContext().inRoot()) {
        if (tokens.getOutputContext().inArray()) {
          tokens.writeEndArray();
        } else {
          tokens.writeEndObject();
        }
      }
      JsonNode json = JSON.readTree(tokens.asParser());
      return new ApiResponse(status, json == null ? MissingNode.getInstance() : json, whole);
    } catch (IOException inconceivable) {
      throw new IllegalStateException("the tokens were read before", inconceivable);
    }
  }

  /** Copies the tokens of an object; returns false if it breaks off. */
  private static boolean copy(String text, TokenBuffer tokens) throws IOException {
    JsonToken last = JsonToken.NOT_AVAILABLE;
    try (JsonParser parser = JSON.createParser(text)) {
      do {
        parser.nextToken();
        tokens.copyCurrentEvent(parser);
        last = parser.currentToken();
      } while (!parser.getParsingContext().inRoot());
    } catch (IOException | RuntimeException broken) {
      if (last == JsonToken.FIELD_NAME) {
        tokens.writeNull();
      }
      return false;
    }
    return true;
  }

  /** Classifies the answer. */
  public CallResult toCallResult() {
    OptionalLong message = number(result().path("message_id"));
    boolean hasResult = message.isPresent() || (whole && json.has("result"));
    if (json.path("ok").isBoolean() && json.path("ok").asBoolean() && hasResult) {
      return new CallResult.Done(message, photo());
    }
    OptionalInt code = refusal();
    return code.isPresent()
        ? CallResult.of(code.getAsInt(), description(), retryAfter())
        : CallResult.Retryable.notBotApi(status);
  }

  /** Returns the result of a call; a missing node if it has none. */
  JsonNode result() {
    return json.path("result");
  }

  /** Returns the error code of Telegram's own refusal; empty for every other answer. */
  public OptionalInt refusal() {
    JsonNode ok = json.path("ok");
    int code = json.path("error_code").asInt();
    boolean refused = whole && ok.isBoolean() && !ok.asBoolean();
    return refused && code > 0 && !description().isEmpty()
        ? OptionalInt.of(code)
        : OptionalInt.empty();
  }

  private String description() {
    return json.path("description").asText("");
  }

  private OptionalLong retryAfter() {
    return number(json.path("parameters").path("retry_after"));
  }

  /** Returns a number; empty where the answer breaks off before it. */
  private static OptionalLong number(JsonNode node) {
    return node.canConvertToLong() ? OptionalLong.of(node.asLong()) : OptionalLong.empty();
  }

  /** Returns the id of the file of a photo; the last of its sizes is the largest. */
  private Optional<String> photo() {
    JsonNode sizes = result().path("photo");
    JsonNode file = sizes.path(sizes.size() - 1).path("file_id");
    return Optional.of(file.asText("")).filter(id -> !id.isEmpty());
  }
}
