package backtalk.loader;

import backtalk.conversation.Conversation;
import backtalk.loader.checks.ClaimCheck;
import backtalk.loader.checks.ConversationCheck;
import backtalk.loader.checks.DuplicateTextCheck;
import backtalk.loader.checks.FactCheck;
import backtalk.loader.checks.IdCheck;
import backtalk.loader.checks.LengthCheck;
import backtalk.loader.checks.LexiconCheck;
import backtalk.loader.checks.PhraseCheck;
import backtalk.loader.checks.PlaceholderCheck;
import backtalk.loader.checks.RationaleCheck;
import backtalk.loader.checks.ReadabilityCheck;
import backtalk.loader.checks.SourceCheck;
import backtalk.loader.checks.StateMachineCheck;
import backtalk.loader.checks.TextLengthCheck;
import backtalk.loader.checks.UnusedFactCheck;
import backtalk.loader.checks.UrgencyCheck;
import backtalk.loader.checks.WordingCheck;
import backtalk.loader.yaml.SourceMap;
import backtalk.loader.yaml.YamlDocuments;
import backtalk.loader.yaml.YamlTreeCodec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Holds the files of a conversation in memory, without its {@code tests/}. The hash and the
 * conversation come from the same bytes, even if a file changes on disk meanwhile.
 */
public final class ConversationFiles {
  private static final List<ConversationCheck> CHECKS =
      List.of(
          new StateMachineCheck(),
          new FactCheck(),
          new RationaleCheck(),
          new UnusedFactCheck(),
          new ClaimCheck(),
          new UrgencyCheck(),
          new SourceCheck(),
          new PhraseCheck(),
          new IdCheck(),
          new LengthCheck(),
          new TextLengthCheck(),
          new PlaceholderCheck(),
          new WordingCheck(),
          new LexiconCheck(),
          new ReadabilityCheck(),
          new DuplicateTextCheck());

  private static final Issue MISSING =
      new Issue("", 1, "There is no such folder.", "Name the folder that holds conversation.yaml.");

  /** Number of hash digits that stored dialogues carry. */
  private static final int HASH_DIGITS = 16;

  private final boolean exists;
  private final ConversationFolder files;
  private final Issues unreadable;
  private final String sha256;

  private ConversationFiles(boolean exists, ConversationFolder files, Issues unreadable) {
    this.exists = exists;
    this.files = files;
    this.unreadable = unreadable;
    this.sha256 = files.sha256();
  }

  /**
   * Reads the YAML files of a folder as text.
   *
   * @throws java.io.UncheckedIOException when a file exists and cannot be read
   */
  public static ConversationFiles of(Path folder) {
    Issues unreadable = new Issues();
    ConversationFolder files = ConversationFolder.withoutTests(folder, unreadable);
    return new ConversationFiles(Files.isDirectory(folder), files, unreadable);
  }

  /** Returns the SHA-256 of the names and texts of all files, in hexadecimal digits. */
  public String sha256() {
    return sha256;
  }

  /** Parses and checks the files, and reports every mistake rather than only the first. */
  public LoadResult read() {
    return read(CHECKS);
  }

  /**
   * Parses the files without the checks, for files that passed the checks before or need not pass.
   */
  public LoadResult readUnchecked() {
    return read(List.of());
  }

  /**
   * Assembles the conversation from these files as they were parsed before, without checks.
   *
   * @param parsed what {@link SourceMap#parsed} returned for the same files
   * @return empty when the bytes are of another version of the program
   */
  public Optional<LoadResult> readParsed(byte[] parsed) {
    return YamlTreeCodec.decode(parsed).map(documents -> read(documents, new Issues(), List.of()));
  }

  private LoadResult read(List<ConversationCheck> checks) {
    if (!exists) {
      return new LoadResult.Refused(List.of(MISSING));
    }
    Issues issues = unreadable.copy();
    if (!files.isRead()) {
      return new LoadResult.Refused(issues.sorted());
    }
    return read(YamlDocuments.of(files, issues), issues, checks);
  }

  private LoadResult read(
      YamlDocuments yamlDocuments, Issues issues, List<ConversationCheck> checks) {
    String hash = sha256.substring(0, HASH_DIGITS);
    Conversation conversation = new ConversationAssembler(yamlDocuments, issues).conversation(hash);
    if (yamlDocuments.complete()) {
      checks.forEach(check -> check.find(conversation, yamlDocuments, issues));
    }
    return issues.isEmpty()
        ? new LoadResult.Read(conversation, new SourceMap(yamlDocuments))
        : new LoadResult.Refused(issues.sorted());
  }
}
