package backtalk.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Adds a field to every object of an answer, as a later version of the Bot API may do. */
final class NewerVersion {
  private NewerVersion() {}

  /** Returns the answer with an unknown field in every object. */
  static JsonNode of(JsonNode answer) {
    JsonNode more = answer.deepCopy();
    add(more);
    return more;
  }

  private static void add(JsonNode node) {
    Json.each(node).forEach(NewerVersion::add);
    if (node instanceof ObjectNode object) {
      object.putObject("added_later").put("type", "unheard_of").putArray("list").add(1);
    }
  }
}
