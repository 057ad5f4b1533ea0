package backtalk.emulator;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Describes a button as a person sees it, with its data.
 *
 * @param data the callback data; "" for a link and for a button of a reply keyboard
 * @param url the link; "" for the others
 * @param style {@code primary}, {@code success} or {@code danger}; "" for the others
 * @param copied the text that it copies; "" for the others
 */
public record TelegramButton(String label, String data, String url, String style, String copied) {

  static TelegramButton of(JsonNode json) {
    String label = json.isTextual() ? json.asText() : json.path("text").asText();
    return new TelegramButton(
        label,
        json.path("callback_data").asText(),
        json.path("url").asText(),
        json.path("style").asText(),
        json.path("copy_text").path("text").asText());
  }

  @Override
  public String toString() {
    return "[" + label + "]";
  }
}
