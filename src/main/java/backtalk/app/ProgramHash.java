package backtalk.app;

import backtalk.understanding.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/**
 * Hashes the program that reads, proves and runs conversations: its jar, the jar of the YAML
 * library and the Java version. ProgramHashTest checks that reading and proving depend on nothing
 * else.
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

  /** Returns the SHA-256 over the Java version and all bytes of these files. */
  static String of(List<Path> files) {
    Sha256 all = new Sha256().add(Runtime.version() + "\n");
    files.forEach(file -> all.add(sha256(file) + "\n"));
    return all.hex();
  }

  private static String sha256(Path file) {
    try {
      return new Sha256().add(Files.readAllBytes(file)).hex();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path source(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the program has no location on disk", e);
    }
  }
}
