package backtalk.loader;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import backtalk.conversation.Picture;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the pictures of a conversation. */
public final class PictureFiles {

  /** Maximum size of a picture, in bytes. */
  public static final int MAX_BYTES = 60 << 10;

  private static final String PNG_SIGNATURE = "\u0089PNG\r\n\u001a\n";

  private PictureFiles() {}

  /** Returns the content of each PNG file by its name; of one that is too large the beginning. */
  public static Map<String, byte[]> of(Path conversation) {
    Path folder = conversation.resolve(Picture.FOLDER);
    Map<String, byte[]> pictures = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .filter(file -> file.toString().endsWith(".png"))
            .forEach(file -> pictures.put(String.valueOf(file.getFileName()), content(file)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return pictures;
  }

  private static byte[] content(Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      return content.readNBytes(MAX_BYTES + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns true when the content begins as that of a PNG file does. */
  public static boolean isPng(byte[] content) {
    return new String(content, ISO_8859_1).startsWith(PNG_SIGNATURE);
  }
}
