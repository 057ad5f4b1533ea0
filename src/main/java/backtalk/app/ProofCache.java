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
 * Remembers the last conversation that was proved, by the hash of its files and of the program that
 * proved them: after a change of either, all is checked and proved anew. Only a proof that holds is
 * remembered, and nothing but that it held: the files are read at every start.
 */
final class ProofCache {
  private static final Logger LOG = LoggerFactory.getLogger(ProofCache.class);
  private static final String NAME = "proved.sha256";

  private final Optional<String> program;
  private final List<VerdictFile> places;

  /** Remembers in the first of these folders that can be written. */
  ProofCache(Optional<String> program, List<Path> folders) {
    this.program = program;
    this.places = folders.stream().map(folder -> new VerdictFile(folder.resolve(NAME))).toList();
  }

  /** Kept beside the program, or where that cannot be written, in the folder {@code other}. */
  static ProofCache keptIn(Path other) {
    return new ProofCache(
        ProgramHash.ofRunning(), List.of(ProgramHash.folder().resolve("proofs"), other));
  }

  /** True where this program has proved these very files. */
  boolean hold(ConversationFiles files) {
    return hash(files).stream()
        .anyMatch(hash -> places.stream().anyMatch(place -> place.names(hash)));
  }

  /** What proving it comes to; what holds is remembered. */
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
    if (places.stream().noneMatch(place -> place.write(hash))) {
      LOG.warn("The proof cannot be kept, so the next start proves again");
    }
  }
}
