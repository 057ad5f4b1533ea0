package backtalk.embedding;

import backtalk.understanding.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Hashes compiled classes by their names, sizes and CRC-32 checksums; a class folder and a jar of
 * the same classes give the same hash.
 *
 * <p>A jar lists the checksums, so that none of its classes is unpacked and read. The hash tells
 * versions of a program apart, and is no protection against forged classes.
 *
 * @param classes a folder of classes, or a jar
 */
public record ClassHash(Path classes) {

  /** Holds what identifies the content of a class. */
  private record Content(long size, long checksum) {

    static Content of(byte[] bytes) {
      CRC32 checksum = new CRC32();
      checksum.update(bytes);
      return new Content(bytes.length, checksum.getValue());
    }
  }

  /**
   * Returns the SHA-256 hash over all classes whose path starts with {@code prefix}, such as {@code
   * backtalk/embedding/}, in hexadecimal digits.
   *
   * @throws UncheckedIOException when the classes cannot be read
   */
  public String sha256(String prefix) {
    try {
      Sha256 sha256 = new Sha256();
      Map<String, Content> found = Files.isDirectory(classes) ? inFolder(prefix) : inJar(prefix);
      found.forEach(
          (name, it) -> sha256.add(name + '\0' + it.size() + '\0' + it.checksum() + '\n'));
      return sha256.hex();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Content> inFolder(String prefix) throws IOException {
    Map<String, Content> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(classes.resolve(prefix))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".class")).toList()) {
        String name = classes.relativize(file).toString().replace('\\', '/');
        found.put(name, Content.of(Files.readAllBytes(file)));
      }
    }
    return found;
  }

  private Map<String, Content> inJar(String prefix) throws IOException {
    Map<String, Content> found = new TreeMap<>();
    try (JarFile jar = new JarFile(classes.toFile())) {
      jar.stream()
          .filter(it -> isClass(it, prefix))
          .forEach(it -> found.put(it.getName(), new Content(it.getSize(), it.getCrc())));
    }
    return found;
  }

  private static boolean isClass(JarEntry entry, String prefix) {
    return entry.getName().startsWith(prefix) && entry.getName().endsWith(".class");
  }
}
