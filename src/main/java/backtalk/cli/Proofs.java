package backtalk.cli;

import backtalk.conversation.Conversation;
import backtalk.proof.Proof;
import backtalk.proof.Prover;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers which conversations were proved, by what they hold and by the program that proved them:
 * a change of either is proved anew. Only a proof that holds is remembered.
 */
final class Proofs {
  private static final Logger LOG = LoggerFactory.getLogger(Proofs.class);
  private static final int PRINT = 16;

  private final Optional<Path> program;
  private final Path other;

  private Proofs(Optional<Path> program, Path other) {
    this.program = program;
    this.other = other;
  }

  /** Kept beside the program, or where that cannot be written, in the folder {@code other}. */
  static Proofs keptIn(Path other) {
    return new Proofs(program(), other);
  }

  /** The jar that this program runs from; none where it runs from classes that may change. */
  private static Optional<Path> program() {
    try {
      Path code = Path.of(Proofs.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Optional.of(code).filter(Files::isRegularFile);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the program has no place", e);
    }
  }

  /** True when every promise of the conversation is known to hold. */
  boolean knows(Conversation conversation) {
    return files(conversation).stream().anyMatch(Files::exists);
  }

  /** What proving it comes to; that it holds is remembered. */
  Proof prove(Conversation conversation) {
    Proof proof = Prover.prove(conversation);
    if (proof instanceof Proof.Holds && program.isPresent()) {
      keep(files(conversation));
    }
    return proof;
  }

  private List<Path> files(Conversation conversation) {
    return program
        .map(jar -> "proved-" + conversation.about().hash() + "-" + print(jar))
        .map(name -> List.of(jarFolder().resolve(name), other.resolve(name)))
        .orElse(List.of());
  }

  private Path jarFolder() {
    return program.orElseThrow().resolveSibling("proofs");
  }

  private static String print(Path file) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(hash).substring(0, PRINT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void keep(List<Path> places) {
    if (places.stream().noneMatch(Proofs::written)) {
      LOG.warn("The proof cannot be kept, so the next start proves again");
    }
  }

  private static boolean written(Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.createFile(file);
      return true;
    } catch (IOException e) {
      return Files.exists(file);
    }
  }
}
