package backtalk.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Checks reply markup: inline keyboards strictly, reply keyboards for labels and size. */
final class Keyboards {
  private static final int MAX_ROW = 8;
  private static final int MAX_BUTTONS = 100;
  private static final int DATA_BYTES = 64;
  private static final int LONGEST_COPIED = 256;
  private static final Set<String> STYLES = Set.of("primary", "success", "danger");
  private static final Set<String> ACTIONS =
      Set.of(
          ("callback_data url web_app login_url switch_inline_query copy_text pay callback_game"
                  + " switch_inline_query_current_chat switch_inline_query_chosen_chat")
              .split(" ", -1));

  private Keyboards() {}

  /** Returns the checked inline markup; empty when there is none. */
  static ObjectNode inline(JsonNode markup) {
    if (markup.isMissingNode()) {
      return Json.object();
    }
    if (!(markup instanceof ObjectNode object)) {
      throw Refusal.bad("object expected as reply markup");
    }
    JsonNode rows = object.path("inline_keyboard");
    checkSize(rows, "inline_keyboard");
    Json.each(rows).flatMap(Json::each).forEach(Keyboards::checkInline);
    ObjectNode kept = Json.object();
    return rows.isEmpty() ? kept : kept.set("inline_keyboard", rows);
  }

  /** Checks a reply keyboard and returns its buttons. */
  static List<List<TelegramButton>> reply(JsonNode markup) {
    JsonNode rows = markup.path("keyboard");
    checkSize(rows, "keyboard");
    Json.each(rows).flatMap(Json::each).forEach(Keyboards::checkLabel);
    return Json.each(rows).map(row -> Json.each(row).map(TelegramButton::of).toList()).toList();
  }

  private static void checkSize(JsonNode rows, String field) {
    boolean array = rows.isMissingNode() || rows.isArray();
    if (!array || !Json.each(rows).allMatch(JsonNode::isArray)) {
      throw Refusal.bad("field \"" + field + "\" must be an Array of Arrays");
    }
    if (Json.each(rows).anyMatch(row -> row.size() > MAX_ROW)) {
      throw Refusal.bad("too many buttons in a row of the keyboard");
    }
    if (Json.each(rows).mapToInt(JsonNode::size).sum() > MAX_BUTTONS) {
      throw Refusal.bad("reply markup is too long");
    }
  }

  private static void checkInline(JsonNode button) {
    checkLabel(button);
    long actions = ACTIONS.stream().filter(button::has).count();
    if (actions != 1) {
      throw button("Text buttons are unallowed in the inline keyboard");
    }
    String style = button.path("style").asText("");
    if (!style.isEmpty() && !STYLES.contains(style)) {
      throw button("unknown button style \"" + style + '"');
    }
    if (button.has("copy_text")) {
      checkCopied(button.path("copy_text").path("text").asText());
    }
    if (button.has("callback_data")) {
      checkBytes(button.path("callback_data").asText());
    }
    if (button.has("url") && !button.path("url").asText().matches("(?i)(https?|tg)://.+")) {
      throw Refusal.bad("inline keyboard button URL is invalid: Wrong HTTP URL");
    }
  }

  private static void checkLabel(JsonNode button) {
    String label = TelegramButton.of(button).label();
    if (label.isBlank()) {
      throw button("field \"text\" must be non-empty");
    }
  }

  private static void checkCopied(String text) {
    if (text.isBlank() || text.length() > LONGEST_COPIED) {
      throw Refusal.bad("BUTTON_COPY_TEXT_INVALID");
    }
  }

  private static void checkBytes(String data) {
    int bytes = data.getBytes(StandardCharsets.UTF_8).length;
    if (bytes < 1 || bytes > DATA_BYTES) {
      throw Refusal.bad("BUTTON_DATA_INVALID");
    }
  }

  private static Refusal button(String reason) {
    return Refusal.bad("can't parse inline keyboard button: " + reason);
  }
}
