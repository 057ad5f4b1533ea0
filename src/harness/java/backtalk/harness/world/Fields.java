package backtalk.harness.world;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields of a JSON object or of a multipart form, each as it was written. */
final class Fields {
  private static final Pattern PART =
      Pattern.compile(
          "name=\"([^\"]+)\"[^\\r]*\\r\\n(?:[^\\r]+\\r\\n)*\\r\\n(.*?)\\r\\n--", Pattern.DOTALL);
  private static final String DATA = "\"callback_data\":\"";

  private final Map<String, String> raw;

  private Fields(Map<String, String> raw) {
    this.raw = raw;
  }

  static Fields of(String body) {
    return body.startsWith("{") ? json(body) : multipart(body);
  }

  private static Fields json(String body) {
    Map<String, String> raw = new HashMap<>();
    int at = 1;
    while (at < body.length() && body.charAt(at) == '"') {
      int colon = afterValue(body, at);
      int end = afterValue(body, colon + 1);
      raw.put(body.substring(at + 1, colon - 1), body.substring(colon + 1, end));
      at = end + 1;
    }
    return new Fields(raw);
  }

  private static Fields multipart(String body) {
    Map<String, String> raw = new HashMap<>();
    Matcher part = PART.matcher(body);
    while (part.find()) {
      raw.put(part.group(1), part.group(2));
    }
    return new Fields(raw);
  }

  /** Where a value ends that begins there; JSON as programs write it, without blanks. */
  private static int afterValue(String json, int from) {
    int depth = 0;
    int at = from;
    while (at < json.length()) {
      char c = json.charAt(at);
      if (c == '"') {
        at = endOfString(json, at);
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
        if (depth < 0) {
          return at;
        }
      } else if (depth == 0 && (c == ',' || c == ':')) {
        return at;
      }
      at++;
    }
    return at;
  }

  private static int endOfString(String json, int quote) {
    int at = quote + 1;
    while (json.charAt(at) != '"') {
      at += json.charAt(at) == '\\' ? 2 : 1;
    }
    return at;
  }

  /** A field as written, or "" where it is missing. */
  String raw(String name) {
    return raw.getOrDefault(name, "");
  }

  /** A field without its quotes, or "". */
  String plain(String name) {
    String value = raw(name);
    return value.startsWith("\"") ? value.substring(1, value.length() - 1) : value;
  }

  long number(String name, long otherwise) {
    String value = plain(name);
    return value.isEmpty() ? otherwise : Long.parseLong(value);
  }

  /** What the buttons of a keyboard carry, in reading order. */
  static List<String> buttons(String keyboard) {
    List<String> found = new ArrayList<>();
    int at = keyboard.indexOf(DATA);
    while (at >= 0) {
      int from = at + DATA.length();
      int to = keyboard.indexOf('"', from);
      found.add(keyboard.substring(from, to));
      at = keyboard.indexOf(DATA, to);
    }
    return found;
  }

  /** A text as a JSON string, byte for byte. */
  static String quoted(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"");
    return "\"" + new String(escaped.getBytes(UTF_8), ISO_8859_1) + "\"";
  }

  /** A JSON string, read. */
  static String unquoted(String raw) {
    String text = new String(raw.getBytes(ISO_8859_1), UTF_8);
    StringBuilder read = new StringBuilder();
    for (int at = 1; at < text.length() - 1; at++) {
      char c = text.charAt(at);
      if (c != '\\') {
        read.append(c);
      } else if (text.charAt(++at) == 'u') {
        read.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
        at += 4;
      } else {
        read.append(escaped(text.charAt(at)));
      }
    }
    return read.toString();
  }

  private static char escaped(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      default -> c;
    };
  }
}
