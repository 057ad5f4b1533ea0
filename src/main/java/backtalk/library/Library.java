package backtalk.library;

import backtalk.conversation.Conversation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads a folder of files as a conversation. */
public final class Library {
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

  private Library() {}

  /**
   * Reads and checks a folder of YAML files, its {@code tests/} left out. It never stops at the
   * first mistake.
   *
   * @throws java.io.UncheckedIOException where a file is there and cannot be read
   */
  public static Reading read(Path folder) {
    return Files.isDirectory(folder)
        ? readAll(folder, CHECKS)
        : new Reading.Refused(List.of(MISSING));
  }

  /**
   * Reads an older version of a conversation, to be compared with: what later checks would find in
   * it is not looked for, and only what keeps it from being read is a mistake.
   *
   * @throws java.io.UncheckedIOException where a file is there and cannot be read
   */
  public static Reading readOlder(Path folder) {
    return Files.isDirectory(folder)
        ? readAll(folder, List.of())
        : new Reading.Refused(List.of(MISSING));
  }

  /**
   * By what the conversation of a folder is known, tests left out; empty where a file is no text.
   */
  public static Optional<String> hash(Path folder) {
    Issues issues = new Issues();
    Folder files = Folder.withoutTests(folder, issues);
    return issues.isEmpty() ? Optional.of(files.hash()) : Optional.empty();
  }

  /** What was read, for {@link #again}. */
  public static byte[] bytes(Reading.Read read) {
    try {
      return TreeFile.bytes(read.locations().trees());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A conversation that was read and checked before; neither is done again.
   *
   * @param bytes as {@link #bytes} made them
   * @param hash by what it is known
   * @throws IOException where these are other bytes
   */
  public static Conversation again(byte[] bytes, String hash) throws IOException {
    Issues issues = new Issues();
    Trees trees = TreeFile.read(bytes);
    Conversation conversation = new Binding(trees, issues).conversation(hash);
    if (!issues.isEmpty()) {
      throw new IOException("not a conversation without mistakes");
    }
    return conversation;
  }

  private static Reading readAll(Path folder, List<Check> checks) {
    Issues issues = new Issues();
    Folder files = Folder.withoutTests(folder, issues);
    if (!files.isRead()) {
      return new Reading.Refused(issues.sorted());
    }
    Trees trees = Trees.of(files, issues);
    Conversation conversation = new Binding(trees, issues).conversation(files.hash());
    if (trees.complete()) {
      checks.forEach(check -> check.find(conversation, trees, issues));
    }
    return issues.isEmpty()
        ? new Reading.Read(conversation, new Locations(trees))
        : new Reading.Refused(issues.sorted());
  }
}
