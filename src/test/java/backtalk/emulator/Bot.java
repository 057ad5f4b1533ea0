package backtalk.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** Holds the bot's account, and the commands and texts that it set by language and scope. */
final class Bot {
  static final long ID = 7_000_000_001L;
  static final String USERNAME = "BacktalkTestBot";
  static final String NAME = "Backtalk";

  final Map<String, ArrayNode> commands = new HashMap<>();
  final Map<String, String> texts = new HashMap<>();

  static ObjectNode user() {
    ObjectNode user = Json.object().put("id", ID).put("is_bot", true);
    return user.put("first_name", NAME).put("username", USERNAME);
  }

  static JsonNode me() {
    return user()
        .put("can_join_groups", true)
        .put("can_read_all_group_messages", true)
        .put("supports_inline_queries", false)
        .put("can_connect_to_business", false)
        .put("has_main_web_app", false);
  }
}
