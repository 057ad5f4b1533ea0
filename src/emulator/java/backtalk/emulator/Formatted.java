package backtalk.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Locale;

/** Holds plain text with its entities as Telegram stores it, without outer white space. */
record Formatted(String text, ArrayNode entities) {

  /** Parses a text by its parse mode, or checks the entities sent with it. */
  static Formatted of(String raw, String parseMode, JsonNode entities) {
    if (!raw.equals(new String(raw.getBytes(UTF_8), UTF_8))) {
      throw Refusal.bad("strings must be encoded in UTF-8");
    }
    return switch (parseMode.toLowerCase(Locale.ROOT)) {
      case "html" -> Html.parse(raw).trimmed();
      case "" -> new Formatted(raw, Entities.checked(raw, entities)).trimmed();
      default -> throw Refusal.bad("unsupported parse_mode");
    };
  }

  private Formatted trimmed() {
    String kept = text.strip();
    int cut = text.indexOf(kept);
    ArrayNode moved = Json.array();
    for (JsonNode entity : entities) {
      int from = Math.max(0, entity.path("offset").asInt() - cut);
      int end = entity.path("offset").asInt() + entity.path("length").asInt() - cut;
      int to = Math.min(kept.length(), end);
      if (to > from) {
        moved.add(Json.copy(entity).put("offset", from).put("length", to - from));
      }
    }
    return new Formatted(kept, moved);
  }
}
