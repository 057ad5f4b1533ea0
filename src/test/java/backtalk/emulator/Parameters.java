package backtalk.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a call was given. Like Telegram, takes numbers and JSON also when written as strings. */
record Parameters(ObjectNode values) {

  boolean has(String name) {
    JsonNode value = values.path(name);
    return !value.isMissingNode() && !value.isNull();
  }

  /** The text, or "" when it was not sent. */
  String text(String name) {
    JsonNode value = values.path(name);
    return has(name) && value.isValueNode() ? value.asText() : "";
  }

  /** The whole number, or the other one when none was sent or it is not a number. */
  long number(String name, long otherwise) {
    JsonNode value = values.path(name);
    if (value.isIntegralNumber()) {
      return value.asLong();
    }
    String text = text(name).strip();
    return text.matches("-?\\d{1,18}") ? Long.parseLong(text) : otherwise;
  }

  boolean flag(String name) {
    String text = text(name).strip();
    return text.equalsIgnoreCase("true") || text.equals("1");
  }

  /** The object or array, or a missing node when it was not sent. */
  JsonNode json(String name) {
    JsonNode value = values.path(name);
    if (!has(name) || (value.isTextual() && value.asText().isBlank())) {
      return MissingNode.getInstance();
    }
    return value.isTextual() ? parsed(name, value.asText()) : value;
  }

  private static JsonNode parsed(String name, String text) {
    try {
      return Json.read(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException broken) {
      String what = name.equals("reply_markup") ? "reply keyboard markup" : name;
      throw Refusal.bad("can't parse " + what + " JSON object");
    }
  }
}
