package backtalk.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks the message entities of a bot, and finds those in a person's text. */
final class Entities {
  private static final Set<String> TYPES =
      Set.of(
          ("mention hashtag cashtag bot_command url email phone_number bold italic underline"
                  + " strikethrough spoiler blockquote expandable_blockquote code pre text_link"
                  + " text_mention custom_emoji")
              .split(" ", -1));

  private static final Pattern TYPED =
      Pattern.compile("(?<![\\w/@])(?:(/[a-zA-Z0-9_]{1,64}(?:@\\w+)?)|(@\\w{4,32}))");

  private Entities() {}

  /** Refuses entities of unknown type, beyond the text or inside a character. */
  static ArrayNode checked(String text, JsonNode entities) {
    if (entities.isMissingNode()) {
      return Json.array();
    }
    if (!(entities instanceof ArrayNode array)) {
      throw wrong("expected an Array of MessageEntity");
    }
    array.forEach(entity -> check(text, entity));
    return array;
  }

  /** Returns the commands and mentions in a typed text. */
  static ArrayNode typed(String text) {
    ArrayNode found = Json.array();
    Matcher matcher = TYPED.matcher(text);
    while (matcher.find()) {
      ObjectNode entity = found.addObject().put("offset", matcher.start());
      entity.put("length", matcher.end() - matcher.start());
      entity.put("type", matcher.group(1) != null ? "bot_command" : "mention");
    }
    return found;
  }

  private static void check(String text, JsonNode entity) {
    String type = entity.path("type").asText();
    if (!TYPES.contains(type)) {
      throw wrong("unsupported MessageEntity type \"" + type + '"');
    }
    if (type.equals("text_link") && entity.path("url").asText().isEmpty()) {
      throw wrong("field \"url\" is missing");
    }
    bounds(text, entity.path("offset").asLong(-1), entity.path("length").asLong(-1));
  }

  private static void bounds(String text, long offset, long length) {
    if (offset < 0 || offset > text.length() || cuts(text, offset)) {
      throw wrong("receive an entity with incorrect offset " + offset);
    }
    if (length < 1 || offset + length > text.length() || cuts(text, offset + length)) {
      throw wrong("receive an entity with incorrect length " + length);
    }
  }

  private static boolean cuts(String text, long at) {
    return at > 0
        && at < text.length()
        && Character.isSurrogatePair(text.charAt((int) at - 1), text.charAt((int) at));
  }

  private static Refusal wrong(String reason) {
    return Refusal.bad("can't parse entities: " + reason);
  }
}
