package backtalk.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sends inline queries to the bot, and implements the method that answers them. */
final class InlineQueries {
  private static final int MOST_RESULTS = 50;
  private static final int LONGEST_OFFSET = 64;

  private final TelegramState state;
  private final Map<String, JsonNode> answers = new HashMap<>();
  private long last = 900;

  InlineQueries(TelegramState state) {
    this.state = state;
  }

  List<Method> methods() {
    return List.of(
        Method.of(
            "answerInlineQuery",
            this::answer,
            "inline_query_id results cache_time is_personal next_offset button"));
  }

  /** Posts a query and returns its id. Callers hold the monitor. */
  String ask(JsonNode user, String text) {
    String id = Long.toString(++last);
    answers.put(id, BooleanNode.FALSE);
    var query = Json.object().put("id", id).put("query", text).put("offset", "");
    query.set("from", user);
    state.updates.post("inline_query", query.put("chat_type", "group"));
    return id;
  }

  /** Returns the parameters of the answer; false while there is none. Callers hold the monitor. */
  JsonNode answered(String id) {
    return answers.getOrDefault(id, BooleanNode.FALSE);
  }

  private JsonNode answer(Parameters asked) {
    JsonNode results = asked.json("results");
    if (!results.isArray()) {
      throw Refusal.bad("can't parse inline query results JSON object");
    }
    if (results.size() > MOST_RESULTS) {
      throw Refusal.bad("RESULTS_TOO_MUCH");
    }
    if (asked.text("next_offset").length() > LONGEST_OFFSET) {
      throw Refusal.bad("NEXT_OFFSET_INVALID");
    }
    Set<String> ids = new HashSet<>();
    Json.each(results).forEach(result -> check(result, ids));
    checkButton(asked.json("button"));
    state.monitor.run(() -> keep(asked));
    return BooleanNode.TRUE;
  }

  private void keep(Parameters asked) {
    String id = asked.text("inline_query_id");
    if (!answers.getOrDefault(id, BooleanNode.TRUE).equals(BooleanNode.FALSE)) {
      throw Refusal.bad("query is too old and response timeout expired or query ID is invalid");
    }
    answers.put(id, asked.values().deepCopy());
  }

  private static void check(JsonNode result, Set<String> ids) {
    String id = result.path("id").asText("");
    if (!result.path("type").asText("").equals("article")) {
      throw Refusal.bad("unsupported inline query result type");
    }
    if (id.isEmpty() || id.length() > 64 || !ids.add(id)) {
      throw Refusal.bad("RESULT_ID_INVALID");
    }
    if (result.path("title").asText("").isBlank()) {
      throw Refusal.bad("ARTICLE_TITLE_EMPTY");
    }
    JsonNode content = result.path("input_message_content");
    Formatted text =
        Formatted.of(
            content.path("message_text").asText(""),
            content.path("parse_mode").asText(""),
            content.path("entities"));
    if (text.text().isEmpty() || text.text().length() > Sending.LONGEST_TEXT) {
      throw Refusal.bad("MESSAGE_EMPTY");
    }
    var unused = Keyboards.inline(result.path("reply_markup"));
  }

  private static void checkButton(JsonNode button) {
    if (button.isMissingNode()) {
      return;
    }
    if (button.path("text").asText("").isBlank()) {
      throw Refusal.bad("BUTTON_TEXT_INVALID");
    }
    String start = button.path("start_parameter").asText("");
    if (button.has("web_app") == !start.isEmpty()) {
      throw Refusal.bad("inline query results button must have exactly one action");
    }
    if (!start.isEmpty() && !start.matches("[A-Za-z0-9_-]{1,64}")) {
      throw Refusal.bad("START_PARAM_INVALID");
    }
  }
}
