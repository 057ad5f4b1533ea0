package backtalk.emulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

/** Holds the uploaded photos by their file ids. Callers hold the monitor. */
final class Photos {
  private static final String PNG = "\u0089PNG\r\n\u001a\n";
  private static final int MAX_BYTES = 10 << 20;
  private static final int MAX_SIDES = 10_000;
  private static final int MAX_RATIO = 20;
  private static final int WIDTH_AT = 16;

  private final Set<String> files = new HashSet<>();
  private int last;

  /** Returns the sizes of the photo that a call uploads or names. */
  ArrayNode sizes(JsonNode photo) {
    String file = photo.isBinary() ? uploaded(content(photo)) : photo.asText("");
    if (file.isEmpty()) {
      throw Refusal.bad("there is no photo in the request");
    }
    if (!files.contains(file)) {
      throw Refusal.bad("wrong file identifier/HTTP URL specified");
    }
    ArrayNode sizes = Json.array();
    sizes.addObject().put("file_id", file + "-small").put("width", 90).put("height", 90);
    sizes.addObject().put("file_id", file).put("width", 640).put("height", 640);
    return sizes;
  }

  /** Makes every file id stale, as after a change of the account's token at Telegram. */
  void forget() {
    files.clear();
  }

  private String uploaded(byte[] content) {
    boolean png = new String(content, ISO_8859_1).startsWith(PNG);
    if (!png || content.length > MAX_BYTES) {
      throw Refusal.bad("IMAGE_PROCESS_FAILED");
    }
    ByteBuffer sides = ByteBuffer.wrap(content, WIDTH_AT, 2 * Integer.BYTES);
    int width = sides.getInt();
    int height = sides.getInt();
    int longer = Math.max(width, height);
    if (width + height > MAX_SIDES || longer > MAX_RATIO * Math.min(width, height)) {
      throw Refusal.bad("PHOTO_INVALID_DIMENSIONS");
    }
    String file = "photo-" + ++last;
    files.add(file);
    return file;
  }

  private static byte[] content(JsonNode photo) {
    try {
      return photo.binaryValue();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
