package backtalk.emulator;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Describes a button as a person sees it, with its data.
 *
 * @param data the callback data; "" for a link and for a button of a reply keyboard
 * @param url the link; "" for the others
 */
public record TelegramButton(String label, String data, String url) {

  static TelegramButton of(JsonNode json) {
    String label = json.isTextual() ? json.asText() : json.path("text").asText();
    return new TelegramButton(
        label, json.path("callback_data").asText(), json.path("url").asText());
  }

  @Override
  public String toString() {
    return "[" + label + "]";
  }
}
