package backtalk.harness.world;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the fields of a JSON object or a multipart form, without decoding their values. */
final class RequestFields {
  private static final Pattern PART =
      Pattern.compile(
          "name=\"([^\"]+)\"[^\\r]*\\r\\n(?:[^\\r]+\\r\\n)*\\r\\n(.*?)\\r\\n--", Pattern.DOTALL);
  private static final String DATA = "\"callback_data\":\"";

  private final Map<String, String> raw;

  private RequestFields(Map<String, String> raw) {
    this.raw = raw;
  }

  static RequestFields of(String body) {
    return body.startsWith("{") ? json(body) : multipart(body);
  }

  private static RequestFields json(String body) {
    Map<String, String> raw = new HashMap<>();
    int at = 1;
    while (at < body.length() && body.charAt(at) == '"') {
      int colon = afterValue(body, at);
      int end = afterValue(body, colon + 1);
      raw.put(body.substring(at + 1, colon - 1), body.substring(colon + 1, end));
      at = end + 1;
    }
    return new RequestFields(raw);
  }

  private static RequestFields multipart(String body) {
    Map<String, String> raw = new HashMap<>();
    Matcher part = PART.matcher(body);
    while (part.find()) {
      raw.put(part.group(1), part.group(2));
    }
    return new RequestFields(raw);
  }

  /** Returns the end of a value that begins at {@code from}, in JSON without blanks. */
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

  /** Returns a field's raw value, or "" where it is missing. */
  String raw(String name) {
    return raw.getOrDefault(name, "");
  }

  /** Returns a field without its quotes, or "". */
  String plain(String name) {
    String value = raw(name);
    return value.startsWith("\"") ? value.substring(1, value.length() - 1) : value;
  }

  long number(String name, long otherwise) {
    String value = plain(name);
    return value.isEmpty() ? otherwise : Long.parseLong(value);
  }

  /** Returns the callback data of a keyboard in reading order. */
  static List<String> buttons(String keyboard) {
    List<String> buttons = new ArrayList<>();
    int at = keyboard.indexOf(DATA);
    while (at >= 0) {
      int from = at + DATA.length();
      int to = keyboard.indexOf('"', from);
      buttons.add(keyboard.substring(from, to));
      at = keyboard.indexOf(DATA, to);
    }
    return buttons;
  }

  /** Encodes a text as a JSON string, one char for each byte of UTF-8. */
  static String quoted(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"");
    return "\"" + new String(escaped.getBytes(UTF_8), ISO_8859_1) + "\"";
  }

  /** Decodes a JSON string. */
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
