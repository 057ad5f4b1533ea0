package backtalk.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import backtalk.loader.ConversationFiles;
import backtalk.loader.LoadResult;
import backtalk.proof.Proof;
import backtalk.proof.Prover;
import backtalk.store.FileAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers the last conversation that was proved, by the hash of its files and of the program. A
 * change of either means checking and proving again. Only successful proofs are remembered; the
 * files themselves are still read at every start.
 */
final class ProofCache {
  private static final Logger LOG = LoggerFactory.getLogger(ProofCache.class);
  private static final String FILE_NAME = "proved.sha256";

  private final Optional<String> program;
  private final List<VerdictFile> verdicts;

  /**
   * Creates a cache in the first of these folders that can be written.
   *
   * @param program the hash of the program; empty disables the cache
   */
  ProofCache(Optional<String> program, List<Path> folders) {
    this.program = program;
    this.verdicts =
        folders.stream().map(folder -> new VerdictFile(folder.resolve(FILE_NAME))).toList();
  }

  /** Returns the cache beside the program, or in {@code fallback} when that cannot be written. */
  static ProofCache keptIn(Path fallback) {
    return new ProofCache(
        ProgramHash.ofRunning(), List.of(ProgramHash.folder().resolve("proofs"), fallback));
  }

  /** Returns true when this program has already proved exactly these files. */
  boolean holds(ConversationFiles files) {
    return hash(files).stream()
        .anyMatch(hash -> verdicts.stream().anyMatch(verdict -> verdict.names(hash)));
  }

  /** Proves the conversation and remembers the result when every promise holds. */
  Proof prove(ConversationFiles files, LoadResult.Read read) {
    Proof proof = Prover.prove(read.conversation());
    if (proof instanceof Proof.Holds) {
      hash(files).ifPresent(this::keep);
    }
    return proof;
  }

  private Optional<String> hash(ConversationFiles files) {
    return program.map(hash -> hash + "-" + files.sha256());
  }

  private void keep(String hash) {
    if (verdicts.stream().noneMatch(verdict -> verdict.write(hash))) {
      LOG.warn("the proof cannot be cached, so the next start proves again");
    }
  }

  /**
   * Stores the hash of the last successful proof. The file is trusted only when nobody but this
   * process's user can have written it.
   */
  private record VerdictFile(Path path) {
    /** Returns true when the file records a proof of exactly this hash. */
    boolean names(String hash) {
      try {
        return isOurs() && Files.size(path) <= hash.length() && Files.readString(path).equals(hash);
      } catch (IOException absentOrDamaged) {
        return false;
      }
    }

    private boolean isOurs() throws IOException {
      return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
          && FileAccess.of(path, LinkOption.NOFOLLOW_LINKS)
              .filter(FileAccess::isPrivate)
              .isPresent();
    }

    /** Writes the file atomically and for its owner alone; returns false when that fails. */
    boolean write(String hash) {
      try {
        Files.createDirectories(path.getParent());
        // Java creates temporary files that only their owner can read and write.
        Path part = Files.createTempFile(path.getParent(), path.getFileName().toString(), ".part");
        return moved(Files.writeString(part, hash, UTF_8));
      } catch (IOException e) {
        return false;
      }
    }

    private boolean moved(Path part) throws IOException {
      try {
        Files.move(part, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return true;
      } finally {
        Files.deleteIfExists(part);
      }
    }
  }
}
