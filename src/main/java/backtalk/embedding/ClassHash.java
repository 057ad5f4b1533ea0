package backtalk.embedding;

import backtalk.understanding.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Hashes the program's classes; a class folder and a jar of the same classes give the same hash.
 */
record ClassHash(Path program) {

  /**
   * Returns the SHA-256 hash of all classes whose path starts with {@code prefix}, such as {@code
   * backtalk/embedding/}.
   */
  String sha256(String prefix) {
    try {
      Sha256 sha256 = new Sha256();
      Map<String, byte[]> classes = Files.isDirectory(program) ? inFolder(prefix) : inJar(prefix);
      classes.forEach((name, bytes) -> sha256.add(name + '\0' + bytes.length + '\0').add(bytes));
      return sha256.hex();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, byte[]> inFolder(String prefix) throws IOException {
    Map<String, byte[]> classes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(program.resolve(prefix))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".class")).toList()) {
        String name = program.relativize(file).toString().replace('\\', '/');
        classes.put(name, Files.readAllBytes(file));
      }
    }
    return classes;
  }

  private Map<String, byte[]> inJar(String prefix) throws IOException {
    Map<String, byte[]> classes = new TreeMap<>();
    try (JarFile jar = new JarFile(program.toFile())) {
      for (JarEntry entry : jar.stream().filter(it -> isClass(it, prefix)).toList()) {
        try (InputStream bytes = jar.getInputStream(entry)) {
          classes.put(entry.getName(), bytes.readAllBytes());
        }
      }
    }
    return classes;
  }

  private static boolean isClass(JarEntry entry, String prefix) {
    return entry.getName().startsWith(prefix) && entry.getName().endsWith(".class");
  }
}
