package backtalk.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses Telegram's HTML into plain text and entities. */
final class Html {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("b", "bold"),
          Map.entry("strong", "bold"),
          Map.entry("i", "italic"),
          Map.entry("em", "italic"),
          Map.entry("u", "underline"),
          Map.entry("ins", "underline"),
          Map.entry("s", "strikethrough"),
          Map.entry("strike", "strikethrough"),
          Map.entry("del", "strikethrough"),
          Map.entry("code", "code"),
          Map.entry("pre", "pre"),
          Map.entry("a", "text_link"),
          Map.entry("blockquote", "blockquote"),
          Map.entry("tg-spoiler", "spoiler"));

  private static final Pattern TAG = Pattern.compile("<(/?)([^\\s<>/]*)([^<>]*)>");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("\\s+([a-zA-Z-]+)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'))?");
  private static final Pattern CHARACTER =
      Pattern.compile("&(?:(lt|gt|amp|quot)|#(\\d{1,7})|#x([0-9a-fA-F]{1,6}));");

  private record Open(String tag, ObjectNode entity, int at) {}

  private final String source;
  private final StringBuilder text = new StringBuilder();
  private final Deque<Open> open = new ArrayDeque<>();
  private final List<ObjectNode> entities = new ArrayList<>();

  private Html(String source) {
    this.source = source;
  }

  static Formatted parse(String source) {
    Html html = new Html(source);
    html.read();
    return html.result();
  }

  private void read() {
    int at = 0;
    Matcher tag = TAG.matcher(source);
    for (int next = source.indexOf('<'); next >= 0; next = source.indexOf('<', at)) {
      text.append(decoded(source.substring(at, next)));
      if (!tag.region(next, source.length()).lookingAt()) {
        throw broken("Unclosed start tag at byte offset " + bytes(next));
      }
      handle(tag);
      at = tag.end();
    }
    text.append(decoded(source.substring(at)));
  }

  private Formatted result() {
    if (!open.isEmpty()) {
      throw broken("Can't find end tag corresponding to start tag \"" + open.peek().tag() + '"');
    }
    entities.sort(
        Comparator.<ObjectNode>comparingInt(one -> one.path("offset").asInt())
            .thenComparingInt(one -> -one.path("length").asInt()));
    return new Formatted(text.toString(), Json.array().addAll(entities));
  }

  private void handle(Matcher tag) {
    String name = tag.group(2).toLowerCase(Locale.ROOT);
    if (tag.group(1).isEmpty()) {
      begin(name, tag.group(3), tag.start());
    } else {
      end(name, tag.start());
    }
  }

  private void begin(String tag, String attributes, int at) {
    Map<String, String> given = attributes(attributes, tag, at);
    boolean spoiler = tag.equals("span") && "tg-spoiler".equals(given.get("class"));
    String type = spoiler ? "spoiler" : TYPES.get(tag);
    if (type == null) {
      throw broken("Unsupported start tag \"" + tag + "\" at byte offset " + bytes(at));
    }
    ObjectNode entity = Json.object().put("type", type);
    if (given.containsKey("expandable") && tag.equals("blockquote")) {
      entity.put("type", "expandable_blockquote");
    }
    if (tag.equals("a")) {
      entity.put("url", given.getOrDefault("href", ""));
    }
    open.push(new Open(tag, entity, text.length()));
  }

  private Map<String, String> attributes(String attributes, String tag, int at) {
    Map<String, String> given = new java.util.HashMap<>();
    Matcher attribute = ATTRIBUTE.matcher(attributes);
    int end = 0;
    while (attribute.find() && attribute.start() == end) {
      String quoted = attribute.group(2) != null ? attribute.group(2) : attribute.group(3);
      given.put(attribute.group(1).toLowerCase(Locale.ROOT), quoted == null ? "" : decoded(quoted));
      end = attribute.end();
    }
    if (!attributes.substring(end).isBlank()) {
      String place = "of the tag \"" + tag + "\" at byte offset " + bytes(at);
      throw broken("Expected equal sign in declaration of an attribute " + place);
    }
    return given;
  }

  private void end(String tag, int at) {
    Open begun = open.poll();
    if (begun == null) {
      throw broken("Unexpected end tag at byte offset " + bytes(at));
    }
    if (!begun.tag().equals(tag)) {
      String expected = "\"</" + begun.tag() + ">\", found \"</" + tag + ">\"";
      throw broken("Unmatched end tag at byte offset " + bytes(at) + ", expected " + expected);
    }
    int length = text.length() - begun.at();
    boolean withoutUrl = begun.tag().equals("a") && begun.entity().path("url").asText().isEmpty();
    if (length > 0 && !withoutUrl) {
      entities.add(begun.entity().put("offset", begun.at()).put("length", length));
    }
  }

  private static String decoded(String raw) {
    return CHARACTER.matcher(raw).replaceAll(found -> Matcher.quoteReplacement(character(found)));
  }

  private static String character(java.util.regex.MatchResult found) {
    if (found.group(1) != null) {
      return switch (found.group(1)) {
        case "lt" -> "<";
        case "gt" -> ">";
        case "amp" -> "&";
        default -> "\"";
      };
    }
    boolean decimal = found.group(2) != null;
    int code = Integer.parseInt(decimal ? found.group(2) : found.group(3), decimal ? 10 : 16);
    return Character.isValidCodePoint(code) && code > 0 ? Character.toString(code) : found.group();
  }

  private int bytes(int chars) {
    return source.substring(0, chars).getBytes(StandardCharsets.UTF_8).length;
  }

  private static Refusal broken(String reason) {
    return Refusal.bad("can't parse entities: " + reason);
  }
}
