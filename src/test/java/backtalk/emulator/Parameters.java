package backtalk.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads a call's parameters; as in Telegram, numbers and JSON may be sent as strings. */
record Parameters(ObjectNode values) {

  boolean has(String name) {
    JsonNode value = values.path(name);
    return !value.isMissingNode() && !value.isNull();
  }

  /** Returns the text, or "" when it was not sent. */
  String text(String name) {
    JsonNode value = values.path(name);
    return has(name) && value.isValueNode() ? value.asText() : "";
  }

  /** Returns the whole number, or the default when none was sent. */
  long number(String name, long defaultValue) {
    JsonNode value = values.path(name);
    if (value.isIntegralNumber()) {
      return value.asLong();
    }
    String text = text(name).strip();
    return text.matches("-?\\d{1,18}") ? Long.parseLong(text) : defaultValue;
  }

  boolean flag(String name) {
    String text = text(name).strip();
    return text.equalsIgnoreCase("true") || text.equals("1");
  }

  /** Returns the object or array, or a missing node when it was not sent. */
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
