package backtalk.app;

import backtalk.loader.ConversationFiles;
import backtalk.loader.LoadResult;
import backtalk.proof.Proof;
import backtalk.proof.Prover;
import java.nio.file.Path;
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
}
