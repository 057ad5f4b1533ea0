package backtalk.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads parameters from a query and from a JSON, form or multipart body. */
final class Body {
  /** Maps one byte to one char, so that binary parts can be found by text search. */
  private static final Charset BYTES = StandardCharsets.ISO_8859_1;

  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
  private static final Pattern NAME = Pattern.compile("(?i)\\bname=\"([^\"]*)\"");
  private static final Pattern FILE = Pattern.compile("(?i)\\bfilename=\"([^\"]*)\"");

  private Body() {}

  /** Reads all parameters; refuses an unreadable body with Telegram's 400. */
  static ObjectNode read(String query, String contentType, byte[] body) {
    ObjectNode values = Json.object();
    form(values, query);
    String type = contentType.toLowerCase(Locale.ROOT);
    if (type.startsWith("application/json")) {
      values.setAll(json(body));
    } else if (type.startsWith("multipart/form-data")) {
      multipart(values, contentType, new String(body, BYTES));
    } else if (type.startsWith("application/x-www-form-urlencoded")) {
      form(values, new String(body, StandardCharsets.UTF_8));
    }
    return values;
  }

  private static ObjectNode json(byte[] body) {
    try {
      JsonNode read = body.length == 0 ? Json.object() : Json.read(body);
      if (read instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException broken) {
      // Falls through to Telegram's answer, the same for any JSON that is not an object.
    }
    throw Refusal.bad("can't parse request: JSON object expected");
  }

  private static void form(ObjectNode values, String text) {
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static void multipart(ObjectNode values, String contentType, String body) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      throw Refusal.bad("can't parse request: no multipart boundary");
    }
    for (String part : ("\r\n" + body).split(Pattern.quote("\r\n--" + boundary.group(1)), -1)) {
      int blank = part.indexOf("\r\n\r\n");
      if (blank > 0) {
        part(values, part.substring(0, blank), part.substring(blank + 4));
      }
    }
  }

  private static void part(ObjectNode values, String head, String content) {
    Matcher name = NAME.matcher(head);
    Matcher file = FILE.matcher(head);
    if (name.find()) {
      String value = file.find() ? "attach://" + utf8(file.group(1)) : utf8(content);
      values.put(name.group(1), value);
    }
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(BYTES), StandardCharsets.UTF_8);
  }
}
