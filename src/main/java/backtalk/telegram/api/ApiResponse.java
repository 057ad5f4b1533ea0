package backtalk.telegram.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads the envelope of an answer of the Bot API, and of a new message its id only.
 *
 * <p>An answer repeats the whole message and the one replied to. If the reader failed on a part of
 * them, a message that was sent would seem unsent, and be sent again. For the same reason an answer
 * that breaks off after the id counts as a success.
 *
 * <p>A refusal counts only in Telegram's own form, with {@code ok}, {@code error_code} and {@code
 * description}. An error page of a proxy tells nothing about the token, the chat or the message.
 */
public final class ApiResponse {

  private static final JsonFactory JSON = new JsonFactory();
  private static final Set<String> OUTER = Set.of("ok", "error_code", "description");

  private final int status;
  private boolean ok;
  private boolean refused;
  private boolean whole;
  private boolean result;
  private int code;
  private String description = "";
  private OptionalLong wait = OptionalLong.empty();
  private OptionalLong message = OptionalLong.empty();
  private Optional<String> photo = Optional.empty();

  private ApiResponse(int status) {
    this.status = status;
  }

  /**
   * Reads an answer as far as possible.
   *
   * @param status the HTTP status
   */
  public static ApiResponse read(int status, String answer) {
    ApiResponse response = new ApiResponse(status);
    try (JsonParser json = JSON.createParser(answer)) {
      response.whole = json.nextToken() == JsonToken.START_OBJECT && response.fields(json);
    } catch (IOException broken) {
      response.whole = false;
    }
    return response;
  }

  /** Classifies the answer. */
  public CallResult toCallResult() {
    if (isDone()) {
      return new CallResult.Done(message, photo);
    }
    return refusal().isPresent()
        ? CallResult.of(code, description, wait)
        : CallResult.Retryable.notBotApi(status);
  }

  /** Returns the error code of Telegram's own refusal; empty for every other answer. */
  public OptionalInt refusal() {
    return whole && refused && code > 0 && !description.isEmpty()
        ? OptionalInt.of(code)
        : OptionalInt.empty();
  }

  private boolean isDone() {
    return ok && ((whole && result) || message.isPresent());
  }

  private boolean fields(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      result |= name.equals("result");
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
      case "ok" -> {
        ok = json.currentToken() == JsonToken.VALUE_TRUE;
        refused = json.currentToken() == JsonToken.VALUE_FALSE;
      }
      case "error_code" -> code = json.getValueAsInt();
      default -> description = json.getValueAsString("");
    }
    json.skipChildren();
  }

  private void inner(String outer, JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = outer + "." + json.currentName();
      json.nextToken();
      switch (name) {
        case "result.message_id" -> message = OptionalLong.of(json.getValueAsLong());
        case "result.photo" -> {
          if (json.currentToken() == JsonToken.START_ARRAY) {
            photo(json);
          }
        }
        case "parameters.retry_after" -> wait = OptionalLong.of(json.getValueAsLong());
        default -> json.skipChildren();
      }
    }
  }

  /** Reads the sizes of a photo; the last is the largest. */
  private void photo(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.START_OBJECT) {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean id = json.currentName().equals("file_id");
        json.nextToken();
        photo = id ? Optional.of(json.getValueAsString("")) : photo;
        json.skipChildren();
      }
    }
  }
}
