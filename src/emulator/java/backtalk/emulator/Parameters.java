package backtalk.emulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds a call's parameters, read from a query and from a JSON, form or multipart body. As in
 * Telegram, numbers and JSON may be sent as strings. A file is binary.
 */
record Parameters(ObjectNode values) {
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
  private static final Pattern NAME = Pattern.compile("(?i)\\bname=\"([^\"]*)\"");
  private static final Pattern FILE = Pattern.compile("(?i)\\bfilename=");

  /** Reads all parameters; refuses an unreadable body with Telegram's 400. */
  static Parameters of(String query, String contentType, byte[] body) {
    Parameters read = new Parameters(Json.object());
    read.form(query);
    String type = contentType.toLowerCase(Locale.ROOT);
    if (type.startsWith("application/json")) {
      read.json(body);
    } else if (type.startsWith("multipart/form-data")) {
      // One char for each byte, so that binary parts can be found by text search.
      read.multipart(contentType, new String(body, ISO_8859_1));
    } else if (type.startsWith("application/x-www-form-urlencoded")) {
      read.form(new String(body, UTF_8));
    }
    return read;
  }

  private void json(byte[] body) {
    try {
      JsonNode read = body.length == 0 ? Json.object() : Json.read(body);
      if (read instanceof ObjectNode object) {
        values.setAll(object);
        return;
      }
    } catch (IOException broken) {
      // Falls through to Telegram's answer, the same for any JSON that is not an object.
    }
    throw Refusal.bad("can't parse request: JSON object expected");
  }

  private void form(String text) {
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values.put(
            URLDecoder.decode(pair.substring(0, equals), UTF_8),
            URLDecoder.decode(pair.substring(equals + 1), UTF_8));
      }
    }
  }

  private void multipart(String contentType, String body) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      throw Refusal.bad("can't parse request: no multipart boundary");
    }
    for (String part : ("\r\n" + body).split(Pattern.quote("\r\n--" + boundary.group(1)), -1)) {
      int blank = part.indexOf("\r\n\r\n");
      if (blank > 0) {
        part(part.substring(0, blank), part.substring(blank + 4));
      }
    }
  }

  private void part(String head, String content) {
    Matcher name = NAME.matcher(head);
    Matcher file = FILE.matcher(head);
    if (name.find()) {
      if (file.find()) {
        values.put(name.group(1), content.getBytes(ISO_8859_1));
      } else {
        values.put(name.group(1), utf8(content));
      }
    }
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(ISO_8859_1), UTF_8);
  }

  boolean has(String name) {
    JsonNode value = values.path(name);
    return !value.isMissingNode() && !value.isNull();
  }

  /** Returns the text, or "" when it was not sent. */
  String text(String name) {
    JsonNode value = values.path(name);
    return has(name) && value.isValueNode() ? value.asText() : "";
  }

  /** Returns the whole number, or the default when none was sent. */
  long number(String name, long defaultValue) {
    JsonNode value = values.path(name);
    if (value.isIntegralNumber()) {
      return value.asLong();
    }
    String text = text(name).strip();
    return text.matches("-?\\d{1,18}") ? Long.parseLong(text) : defaultValue;
  }

  boolean flag(String name) {
    String text = text(name).strip();
    return text.equalsIgnoreCase("true") || text.equals("1");
  }

  /** Returns the object or array, or a missing node when it was not sent. */
  JsonNode json(String name) {
    JsonNode value = values.path(name);
    if (!has(name) || (value.isTextual() && value.asText().isBlank())) {
      return MissingNode.getInstance();
    }
    return value.isTextual() ? parsed(name, value.asText()) : value;
  }

  private static JsonNode parsed(String name, String text) {
    try {
      return Json.read(text.getBytes(UTF_8));
    } catch (IOException broken) {
      String what = name.equals("reply_markup") ? "reply keyboard markup" : name;
      throw Refusal.bad("can't parse " + what + " JSON object");
    }
  }
}
