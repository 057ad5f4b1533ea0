package backtalk.cli;

import backtalk.conversation.Conversation;
import backtalk.library.Library;
import backtalk.library.Reading;
import backtalk.proof.Proof;
import backtalk.proof.Prover;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers conversations that were proved, by what their files hold and by the program that proved
 * them: after a change of either, all is read, checked and proved anew. Only a proof that holds is
 * remembered.
 */
final class Proofs {
  private static final Logger LOG = LoggerFactory.getLogger(Proofs.class);

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

  /** The conversation of a folder, if every promise of it is known to hold. */
  Optional<Conversation> recall(Path folder) {
    return program
        .flatMap(jar -> Library.hash(folder))
        .flatMap(hash -> files(hash).stream().flatMap(file -> recalled(file, hash)).findFirst());
  }

  private static Stream<Conversation> recalled(Path file, String hash) {
    try {
      return Stream.of(Library.again(Files.readAllBytes(file), hash));
    } catch (IOException | RuntimeException notThere) {
      return Stream.empty();
    }
  }

  /** What proving it comes to; what holds is remembered. */
  Proof prove(Reading.Read read) {
    Proof proof = Prover.prove(read.conversation());
    if (proof instanceof Proof.Holds && program.isPresent()) {
      keep(Library.bytes(read), files(read.conversation().about().hash()));
    }
    return proof;
  }

  private List<Path> files(String hash) {
    return program
        .map(jar -> "proved-" + hash + "-" + print(jar))
        .map(name -> List.of(jarFolder().resolve(name), other.resolve(name)))
        .orElse(List.of());
  }

  private Path jarFolder() {
    return program.orElseThrow().resolveSibling("proofs");
  }

  /**
   * Its size and when it was made: that tells builds apart without reading it whole at each start.
   */
  private static String print(Path file) {
    try {
      return Files.size(file) + "-" + Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void keep(byte[] bytes, List<Path> places) {
    if (places.stream().noneMatch(place -> written(bytes, place))) {
      LOG.warn("The proof cannot be kept, so the next start proves again");
    }
  }

  /** Whole or not at all: another start may read it at this moment. */
  private static boolean written(byte[] bytes, Path file) {
    try {
      Files.createDirectories(file.getParent());
      Path part = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".part");
      Files.write(part, bytes);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
