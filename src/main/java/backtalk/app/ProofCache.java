package backtalk.app;

import backtalk.loader.ConversationFiles;
import backtalk.loader.LoadResult;
import backtalk.loader.yaml.YamlDocuments;
import backtalk.proof.Proof;
import backtalk.proof.Prover;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers the last conversation that was proved, with its parsed files, by the hash of its files
 * and of the program. A change of either means parsing, checking and proving again. Only successful
 * proofs are remembered; the files themselves are still read at every start.
 */
final class ProofCache {
  private static final Logger LOG = LoggerFactory.getLogger(ProofCache.class);
  private static final String FILE_NAME = "proved.bin";

  private final Optional<String> program;
  private final List<ProofFile> proofFiles;

  /**
   * Creates a cache in the first of these folders that can be written.
   *
   * @param program the hash of the program; empty disables the cache
   */
  ProofCache(Optional<String> program, List<Path> folders) {
    this.program = program;
    this.proofFiles =
        folders.stream().map(folder -> new ProofFile(folder.resolve(FILE_NAME))).toList();
  }

  /** Returns the cache beside the program, or in {@code fallback} when that cannot be written. */
  static ProofCache keptIn(Path fallback) {
    return new ProofCache(
        ProgramHash.ofRunning(), List.of(ProgramHash.folder().resolve("proofs"), fallback));
  }

  /** Returns these files as they were parsed, when this program has already proved exactly them. */
  Optional<YamlDocuments> parsed(ConversationFiles files) {
    return hash(files).stream()
        .flatMap(hash -> proofFiles.stream().flatMap(file -> file.parsed(hash).stream()))
        .findFirst();
  }

  /** Proves the conversation and remembers the result when every promise holds. */
  Proof prove(ConversationFiles files, LoadResult.Read read) {
    Proof proof = Prover.prove(read.conversation());
    if (proof instanceof Proof.Holds) {
      hash(files).ifPresent(hash -> keep(hash, read.sourceMap().files()));
    }
    return proof;
  }

  private Optional<String> hash(ConversationFiles files) {
    return program.map(hash -> hash + "-" + files.sha256());
  }

  private void keep(String hash, YamlDocuments parsed) {
    if (proofFiles.stream().noneMatch(file -> file.write(hash, parsed))) {
      LOG.warn("the proof cannot be cached, so the next start proves again");
    }
  }
}
