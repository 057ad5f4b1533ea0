package backtalk.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import backtalk.loader.ConversationFiles;
import backtalk.loader.LoadResult;
import backtalk.proof.Proof;
import backtalk.proof.Prover;
import backtalk.understanding.Sha256;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers the last conversation that was proved, by the hash of its files and of the program. A
 * change of either means checking and proving again. Only successful proofs are remembered.
 *
 * <p>The verdict also names the hash of a second file, which holds the conversation's files parsed.
 * Its bytes are used only if they have that hash, and save the next start from parsing YAML.
 */
final class ProofCache {
  private static final Logger LOG = LoggerFactory.getLogger(ProofCache.class);
  private static final String VERDICT = "proved.sha256";
  private static final String PARSED = "proved.tree";

  private final Optional<String> program;
  private final List<Path> folders;

  /**
   * Creates a cache in the first of these folders that can be written.
   *
   * @param program the hash of the program; empty disables the cache
   */
  ProofCache(Optional<String> program, List<Path> folders) {
    this.program = program;
    this.folders = folders;
  }

  /** Returns the cache beside the program, or in {@code fallback} when that cannot be written. */
  static ProofCache keptIn(Path fallback) {
    return new ProofCache(
        ProgramHash.ofRunning(), List.of(ProgramHash.folder().resolve("proofs"), fallback));
  }

  /** Returns the conversation if this program has already proved exactly these files. */
  Optional<LoadResult> remembered(ConversationFiles files) {
    return key(files)
        .flatMap(
            key ->
                folders.stream()
                    .flatMap(folder -> remembered(folder, key, files).stream())
                    .findFirst());
  }

  private static Optional<LoadResult> remembered(Path folder, String key, ConversationFiles files) {
    return new OwnerOnlyFile(folder.resolve(VERDICT))
        .read()
        .map(verdict -> new String(verdict, UTF_8))
        .filter(verdict -> verdict.startsWith(key))
        .map(verdict -> parsed(folder, files, verdict.substring(key.length())));
  }

  private static LoadResult parsed(Path folder, ConversationFiles files, String sha256) {
    return new OwnerOnlyFile(folder.resolve(PARSED))
        .read()
        .filter(parsed -> new Sha256().add(parsed).hex().equals(sha256))
        .flatMap(files::readParsed)
        .orElseGet(files::readUnchecked);
  }

  /** Proves the conversation and remembers the result when every promise holds. */
  Proof prove(ConversationFiles files, LoadResult.Read read) {
    Proof proof = Prover.prove(read.conversation());
    if (proof instanceof Proof.Holds) {
      key(files).ifPresent(key -> keep(key, read.sourceMap().parsed()));
    }
    return proof;
  }

  private Optional<String> key(ConversationFiles files) {
    return program.map(hash -> hash + "-" + files.sha256() + "-");
  }

  private void keep(String key, byte[] parsed) {
    byte[] verdict = (key + new Sha256().add(parsed).hex()).getBytes(UTF_8);
    if (folders.stream().noneMatch(folder -> keep(folder, verdict, parsed))) {
      LOG.warn("the proof cannot be cached, so the next start proves again");
    }
  }

  private static boolean keep(Path folder, byte[] verdict, byte[] parsed) {
    return new OwnerOnlyFile(folder.resolve(PARSED)).write(parsed)
        && new OwnerOnlyFile(folder.resolve(VERDICT)).write(verdict);
  }
}
