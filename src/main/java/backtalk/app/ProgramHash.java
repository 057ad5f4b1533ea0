package backtalk.app;

import backtalk.embedding.ClassHash;
import backtalk.understanding.Sha256;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/**
 * Hashes the program that reads, proves and runs conversations: the classes of its jar, those of
 * the YAML library and the Java version. ProgramHashTest checks that reading and proving depend on
 * nothing else.
 */
public final class ProgramHash {
  private ProgramHash() {}

  /**
   * Returns the SHA-256 in hexadecimal digits; empty when the program runs from class files, which
   * may change.
   */
  public static Optional<String> ofRunning() {
    List<Path> jars =
        Stream.of(ProgramHash.class, Yaml.class).map(ProgramHash::source).distinct().toList();
    return jars.stream().allMatch(Files::isRegularFile) ? Optional.of(of(jars)) : Optional.empty();
  }

  public static Path folder() {
    return source(ProgramHash.class).resolveSibling(".").normalize();
  }

  /** Returns the SHA-256 over the Java version and the classes of these jars. */
  static String of(List<Path> jars) {
    Sha256 all = new Sha256().add(Runtime.version() + "\n");
    jars.forEach(jar -> all.add(new ClassHash(jar).sha256("") + "\n"));
    return all.hex();
  }

  private static Path source(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the program has no location on disk", e);
    }
  }
}
