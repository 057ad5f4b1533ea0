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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Holds the files of a conversation in memory, its {@code tests/} left out: what is hashed is what
 * is read, even where a file changes on the disk meanwhile.
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

  /** How much of the hash stands in dialogues that are stored. */
  private static final int HASH_LETTERS = 16;

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
   * Takes in the YAML files of a folder.
   *
   * @throws java.io.UncheckedIOException where a file is there and cannot be read
   */
  public static ConversationFiles of(Path folder) {
    Issues unreadable = new Issues();
    ConversationFolder files = ConversationFolder.withoutTests(folder, unreadable);
    return new ConversationFiles(Files.isDirectory(folder), files, unreadable);
  }

  /** SHA-256 over the names and the texts of all files, in hexadecimal digits. */
  public String sha256() {
    return sha256;
  }

  /** Reads and checks them. It never stops at the first mistake. */
  public LoadResult read() {
    return read(CHECKS);
  }

  /** Reads them without the checks: for files that passed them before, or need not. */
  public LoadResult readUnchecked() {
    return read(List.of());
  }

  private LoadResult read(List<ConversationCheck> checks) {
    if (!exists) {
      return new LoadResult.Refused(List.of(MISSING));
    }
    Issues issues = unreadable.copy();
    if (!files.isRead()) {
      return new LoadResult.Refused(issues.sorted());
    }
    YamlDocuments yamlDocuments = YamlDocuments.of(files, issues);
    String hash = sha256.substring(0, HASH_LETTERS);
    Conversation conversation = new ConversationAssembler(yamlDocuments, issues).conversation(hash);
    if (yamlDocuments.complete()) {
      checks.forEach(
          conversationCheck -> conversationCheck.find(conversation, yamlDocuments, issues));
    }
    return issues.isEmpty()
        ? new LoadResult.Read(conversation, new SourceMap(yamlDocuments))
        : new LoadResult.Refused(issues.sorted());
  }
}
