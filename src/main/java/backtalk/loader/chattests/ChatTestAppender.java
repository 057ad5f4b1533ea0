package backtalk.loader.chattests;

import backtalk.loader.AtomicFile;
import backtalk.loader.ConversationFolder;
import backtalk.loader.InvalidFileException;
import backtalk.loader.Issue;
import backtalk.loader.Issues;
import backtalk.loader.chattests.ChatTest.Expected;
import backtalk.loader.chattests.ChatTest.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Appends chats to a file of chat tests. */
public final class ChatTestAppender {
  private static final String SCHEMA = "conversation.schema.json";
  private static final List<Step> SAMPLE_STEPS =
      List.of(new Step.You(0, List.of("hello")), new Step.Bot(0, Expected.NOTHING));
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Path file;

  private ChatTestAppender(Path file) {
    this.file = file;
  }

  /**
   * Opens a file that exists, or one that the first chat will create. Nothing is written.
   *
   * @throws InvalidFileException when it is not a file of tests, or cannot be written
   */
  public static ChatTestAppender open(Path file) {
    Path name = file.getFileName();
    if (name == null || !name.toString().matches(".+\\.ya?ml")) {
      throw new InvalidFileException(file + " must end in .yaml, or it is not read as a test");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new InvalidFileException(file + " is no file");
    }
    ChatTestAppender chatTestAppender = new ChatTestAppender(file);
    chatTestAppender.checkWritable();
    chatTestAppender.append("?", SAMPLE_STEPS);
    return chatTestAppender;
  }

  /**
   * Checks that the file can be written. It is replaced as a whole, so a new file must fit in its
   * folder.
   */
  private void checkWritable() {
    Path folder = folder();
    if (!Files.isDirectory(folder)) {
      throw new InvalidFileException("there is no folder " + folder + " for " + file.getFileName());
    }
    try {
      Files.delete(Files.createTempFile(folder, ".", ".new"));
    } catch (IOException e) {
      throw new InvalidFileException(file + " cannot be written");
    }
    if (Files.exists(file) && !Files.isWritable(file)) {
      throw new InvalidFileException(file + " cannot be written");
    }
  }

  /**
   * Appends a chat. A number is added to its name when another chat has the name already.
   *
   * @return the location of the chat in the file, and its name
   * @throws InvalidFileException when the file takes no chat any more
   * @throws java.io.UncheckedIOException when it cannot be written; the file is then unchanged
   */
  public Added add(String name, List<Step> steps) {
    Added added = append(name, steps);
    AtomicFile.write(file, added.text());
    return added;
  }

  /**
   * Describes a chat that was appended.
   *
   * @param line where it begins, counted from 1
   * @param text text of the whole file
   */
  public record Added(String name, int line, String text) {}

  private Added append(String wanted, List<Step> steps) {
    String before = textBefore();
    String name = unusedName(wanted, testNames(before));
    String lines = ChatTestWriter.of(name, steps);
    String text = before + (before.contains("\r\n") ? lines.replace("\n", "\r\n") : lines);
    if (!testNames(text).contains(name)) {
      throw new InvalidFileException(
          file + " does not take a chat at its end: begin each test at the margin");
    }
    return new Added(name, 1 + (int) before.chars().filter(c -> c == '\n').count(), text);
  }

  /** Returns the text before the new chat: the present content and a blank line. */
  private String textBefore() {
    String text = Files.exists(file) ? read() : firstLine();
    String end = text.contains("\r\n") ? "\r\n" : "\n";
    String ended = text.isEmpty() || text.endsWith("\n") ? text : text + end;
    return testNames(ended).isEmpty() || ended.endsWith(end + end) ? ended : ended + end;
  }

  private String read() {
    try {
      if (Files.size(file) > ConversationFolder.MAX_FILE_BYTES) {
        throw new InvalidFileException(file + " is too large for a file of tests; name another");
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new InvalidFileException(file + " cannot be read as UTF-8 text");
    }
  }

  private Path folder() {
    return file.toAbsolutePath().normalize().resolveSibling("");
  }

  /**
   * Returns the comment by which editors find the schema; empty outside the conversations' folder.
   */
  private String firstLine() {
    Path folder = folder();
    return Stream.iterate(folder, Objects::nonNull, Path::getParent)
        .map(at -> at.resolve(SCHEMA))
        .filter(Files::exists)
        .findFirst()
        .map(found -> folder.relativize(found).toString().replace('\\', '/'))
        .map(path -> "# yaml-language-server: $schema=" + path + "#/$defs/tests\n")
        .orElse("");
  }

  /** Returns the names of the tests in a text, which must be a file of tests. */
  private Set<String> testNames(String text) {
    String yaml = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    if (yaml.lines().allMatch(line -> line.isBlank() || line.startsWith("#"))) {
      return Set.of();
    }
    Issues issues = new Issues();
    List<ChatTest> tests = ChatTestReader.readAlone(file.toString(), yaml, issues);
    if (!issues.isEmpty()) {
      Issue first = issues.sorted().getFirst();
      throw new InvalidFileException(
          "no file of tests: " + first.file() + ":" + first.line() + ": " + first.what());
    }
    return tests.stream().map(ChatTest::name).collect(Collectors.toSet());
  }

  private static String unusedName(String name, Set<String> taken) {
    String unused = name;
    for (int i = 2; taken.contains(unused); i++) {
      unused = name + " (" + i + ")";
    }
    return unused;
  }
}
