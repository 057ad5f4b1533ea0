package backtalk.telegram.api;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethodMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;

/**
 * Requests to send a photo with the words of a message as its caption. The library's own request
 * has no JSON form and cannot be repeated.
 */
public final class SendPhotoRequest extends BotApiMethodMessage {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final transient ObjectNode fields;
  private final transient Optional<byte[]> content;

  private SendPhotoRequest(SendMessage words, Optional<byte[]> content) {
    this.content = content;
    fields = JSON.valueToTree(words);
    rename("text", "caption");
    rename("entities", "caption_entities");
    fields.remove("link_preview_options");
    fields.remove("method");
  }

  /** Requests to send a file that Telegram has. */
  public static SendPhotoRequest of(SendMessage words, String file) {
    SendPhotoRequest request = new SendPhotoRequest(words, Optional.empty());
    request.fields.put("photo", file);
    return request;
  }

  /** Requests to upload a PNG file and to send it. */
  public static SendPhotoRequest uploading(SendMessage words, byte[] content) {
    return new SendPhotoRequest(words, Optional.of(content));
  }

  private void rename(String from, String to) {
    JsonNode value = fields.remove(from);
    if (value != null) {
      fields.set(to, value);
    }
  }

  @JsonValue
  ObjectNode fields() {
    return fields;
  }

  /** Returns the content to upload; empty for a file that Telegram has. */
  Optional<byte[]> content() {
    return content;
  }

  @Override
  public String getMethod() {
    return "sendPhoto";
  }
}
