package backtalk.loader;

import backtalk.conversation.Conversation;
import backtalk.loader.checks.ConversationCheck;
import backtalk.loader.parsers.ConversationAssembler;
import backtalk.loader.yaml.SourceMap;
import backtalk.loader.yaml.YamlDocuments;
import java.nio.file.Path;
import java.util.Map;

/**
 * Holds the files of a conversation in memory, without its {@code tests/}. The hash and the
 * conversation come from the same bytes, even if a file changes on disk meanwhile.
 */
public final class ConversationFiles {
  /** Number of hash digits that stored dialogues carry. */
  private static final int HASH_DIGITS = 16;

  private final ConversationFolder files;
  private final Issues unreadable;
  private final Map<String, byte[]> pictures;
  private final String sha256;

  private ConversationFiles(
      ConversationFolder files, Issues unreadable, Map<String, byte[]> pictures) {
    this.files = files;
    this.unreadable = unreadable;
    this.pictures = pictures;
    this.sha256 = files.sha256(pictures);
  }

  /**
   * Reads the YAML files of a folder as text.
   *
   * @throws java.io.UncheckedIOException when a file exists and cannot be read
   */
  public static ConversationFiles of(Path folder) {
    Issues unreadable = new Issues();
    return new ConversationFiles(
        ConversationFolder.withoutTests(folder, unreadable), unreadable, PictureFiles.of(folder));
  }

  /** Returns the SHA-256 of the names and texts of all files, in hexadecimal digits. */
  public String sha256() {
    return sha256;
  }

  /** Parses and checks the files, and reports every mistake rather than only the first. */
  public LoadResult read() {
    return read(true);
  }

  /**
   * Parses the files without the checks, for an older version, whose files may be older than the
   * checks.
   */
  public LoadResult readUnchecked() {
    return read(false);
  }

  private LoadResult read(boolean checked) {
    if (!files.isRead()) {
      return new LoadResult.Refused(unreadable.sorted());
    }
    Issues issues = new Issues();
    issues.addAll(unreadable);
    return assembled(YamlDocuments.of(files.texts(), issues), checked, issues);
  }

  /** Assembles the conversation from these files as they were parsed before, without the checks. */
  public LoadResult read(YamlDocuments parsed) {
    return assembled(parsed, false, new Issues());
  }

  private LoadResult assembled(YamlDocuments yamlDocuments, boolean checked, Issues issues) {
    Conversation conversation =
        ConversationAssembler.assemble(yamlDocuments, sha256.substring(0, HASH_DIGITS), issues);
    if (checked && yamlDocuments.complete()) {
      ConversationCheck.all(conversation, yamlDocuments, pictures, issues);
    }
    return issues.isEmpty()
        ? new LoadResult.Read(conversation, new SourceMap(yamlDocuments))
        : new LoadResult.Refused(issues.sorted());
  }
}
