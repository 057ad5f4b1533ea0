package backtalk.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Holds the bot's account, and implements the methods for its commands and descriptions. */
final class BotAccount {
  static final long ID = 7_000_000_001L;
  static final String USERNAME = "BacktalkTestBot";
  static final String NAME = "Backtalk";
  private static final int COMMANDS = 100;

  private final TelegramState state;

  BotAccount(TelegramState state) {
    this.state = state;
  }

  /** Returns the bot as the sender of a message. */
  static ObjectNode user() {
    ObjectNode user = Json.object().put("id", ID).put("is_bot", true);
    return user.put("first_name", NAME).put("username", USERNAME);
  }

  private static JsonNode me() {
    return user()
        .put("can_join_groups", true)
        .put("can_read_all_group_messages", true)
        .put("supports_inline_queries", true)
        .put("can_connect_to_business", false)
        .put("has_main_web_app", false);
  }

  List<Method> methods() {
    return List.of(
        Method.of("getMe", asked -> me(), ""),
        Method.of("setMyCommands", this::setCommands, "commands scope language_code"),
        Method.of("getMyCommands", this::getCommands, "scope language_code"),
        Method.of("deleteMyCommands", this::deleteCommands, "scope language_code"),
        setter("setMyDescription", "description", 512),
        getter("getMyDescription", "description"),
        setter("setMyShortDescription", "short_description", 120),
        getter("getMyShortDescription", "short_description"),
        Method.of("setChatMenuButton", asked -> BooleanNode.TRUE, "chat_id menu_button"));
  }

  private Method setter(String name, String field, int longest) {
    return Method.of(name, asked -> setText(asked, field, longest), field + " language_code");
  }

  private Method getter(String name, String field) {
    return Method.of(name, asked -> getText(asked, field), "language_code");
  }

  private JsonNode setText(Parameters asked, String field, int longest) {
    String text = asked.text(field);
    if (text.length() > longest) {
      throw Refusal.bad("bot " + field.replace('_', ' ') + " is too long");
    }
    String key = field + "/" + asked.text("language_code");
    state.monitor.run(() -> state.texts.put(key, text));
    return BooleanNode.TRUE;
  }

  private JsonNode getText(Parameters asked, String field) {
    String key = field + "/" + asked.text("language_code");
    String text = state.monitor.read(() -> state.texts.getOrDefault(key, ""));
    return Json.object().put(field, text);
  }

  private JsonNode setCommands(Parameters asked) {
    JsonNode commands = asked.json("commands");
    if (!(commands instanceof ArrayNode array)) {
      throw Refusal.bad("can't parse list of bot commands: expected an Array");
    }
    if (array.size() > COMMANDS) {
      throw Refusal.bad("BOT_COMMANDS_TOO_MUCH");
    }
    ArrayNode kept = Json.array();
    array.forEach(command -> kept.add(command(command)));
    state.monitor.run(() -> state.commands.put(scope(asked), kept));
    return BooleanNode.TRUE;
  }

  private static ObjectNode command(JsonNode json) {
    String name = json.path("command").asText().replaceFirst("^/", "");
    String description = json.path("description").asText();
    if (!name.matches("[a-z0-9_]{1,32}")) {
      throw Refusal.bad("BOT_COMMAND_INVALID");
    }
    if (description.isBlank() || description.length() > 256) {
      throw Refusal.bad("BOT_COMMAND_DESCRIPTION_INVALID");
    }
    return Json.object().put("command", name).put("description", description);
  }

  private JsonNode getCommands(Parameters asked) {
    return state.monitor.read(
        () -> state.commands.getOrDefault(scope(asked), Json.array()).deepCopy());
  }

  private JsonNode deleteCommands(Parameters asked) {
    state.monitor.run(() -> state.commands.remove(scope(asked)));
    return BooleanNode.TRUE;
  }

  private static String scope(Parameters asked) {
    JsonNode scope = asked.json("scope");
    String kind = scope.path("type").asText("default");
    String where = scope.path("chat_id").asText("") + scope.path("user_id").asText("");
    return kind + "/" + where + "/" + asked.text("language_code");
  }
}
