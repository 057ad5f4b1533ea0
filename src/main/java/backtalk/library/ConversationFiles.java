package backtalk.library;

import backtalk.conversation.Conversation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Holds the files of a conversation in memory, its {@code tests/} left out: what is hashed is what
 * is read, even where a file changes on the disk meanwhile.
 */
public final class ConversationFiles {
  private static final List<Check> CHECKS =
      List.of(
          new MachineCheck(),
          new FactCheck(),
          new WhyCheck(),
          new UseCheck(),
          new ClaimCheck(),
          new LevelCheck(),
          new SourceCheck(),
          new PhraseCheck(),
          new IdCheck(),
          new LengthCheck(),
          new TextLengthCheck(),
          new PlaceholderCheck(),
          new WordingCheck(),
          new LexiconCheck(),
          new GradeCheck(),
          new TwiceCheck());

  private static final Issue MISSING =
      new Issue("", 1, "There is no such folder.", "Name the folder that holds conversation.yaml.");

  /** How much of the hash stands in dialogues that are stored. */
  private static final int HASH_LETTERS = 16;

  private final boolean exists;
  private final Folder files;
  private final Issues unreadable;
  private final String sha256;

  private ConversationFiles(boolean exists, Folder files, Issues unreadable) {
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
    Folder files = Folder.withoutTests(folder, unreadable);
    return new ConversationFiles(Files.isDirectory(folder), files, unreadable);
  }

  /** SHA-256 over the names and the texts of all files, in hexadecimal digits. */
  public String sha256() {
    return sha256;
  }

  /** Reads and checks them. It never stops at the first mistake. */
  public Reading read() {
    return read(CHECKS);
  }

  /** Reads them without the checks: for files that passed them before, or need not. */
  public Reading readUnchecked() {
    return read(List.of());
  }

  private Reading read(List<Check> checks) {
    if (!exists) {
      return new Reading.Refused(List.of(MISSING));
    }
    Issues issues = unreadable.copy();
    if (!files.isRead()) {
      return new Reading.Refused(issues.sorted());
    }
    Trees trees = Trees.of(files, issues);
    String hash = sha256.substring(0, HASH_LETTERS);
    Conversation conversation = new Binding(trees, issues).conversation(hash);
    if (trees.complete()) {
      checks.forEach(check -> check.find(conversation, trees, issues));
    }
    return issues.isEmpty()
        ? new Reading.Read(conversation, new Locations(trees))
        : new Reading.Refused(issues.sorted());
  }
}
