package backtalk.loader.chattests;

import backtalk.loader.AtomicFile;
import backtalk.loader.FolderLimits;
import backtalk.loader.Issue;
import backtalk.loader.Issues;
import backtalk.loader.SymbolTable;
import backtalk.loader.chattests.ChatTest.Expected;
import backtalk.loader.chattests.ChatTest.Step;
import backtalk.loader.yaml.YamlDocuments;
import backtalk.loader.yaml.YamlParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A file of tests to which chats are added at its end. */
public final class ChatTestAppender {
  private static final String SCHEMA = "conversation.schema.json";
  private static final List<Step> TRIAL =
      List.of(new Step.You(0, List.of("hello")), new Step.Bot(0, Expected.NOTHING));
  private static final String MARK = "\uFEFF";

  private final Path file;

  private ChatTestAppender(Path file) {
    this.file = file;
  }

  /**
   * The file of that name, or one that is yet to be made. Nothing is written.
   *
   * @throws UnfitFile where it is no file of tests, or cannot be written
   */
  public static ChatTestAppender open(Path file) {
    Path name = file.getFileName();
    if (name == null || !name.toString().matches(".+\\.ya?ml")) {
      throw new InvalidTestFileException(file + " must end in .yaml, or it is not read as a test");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new InvalidTestFileException(file + " is no file");
    }
    ChatTestAppender chatTestAppender = new ChatTestAppender(file);
    chatTestAppender.tryToWrite();
    chatTestAppender.added("?", TRIAL);
    return chatTestAppender;
  }

  /** The file is to be replaced as a whole, so its folder must take a new one. */
  private void tryToWrite() {
    Path folder = folder();
    if (!Files.isDirectory(folder)) {
      throw new InvalidTestFileException(
          "there is no folder " + folder + " for " + file.getFileName());
    }
    try {
      Files.delete(Files.createTempFile(folder, ".", ".new"));
    } catch (IOException e) {
      throw new InvalidTestFileException(file + " cannot be written");
    }
    if (Files.exists(file) && !Files.isWritable(file)) {
      throw new InvalidTestFileException(file + " cannot be written");
    }
  }

  /** A chat as the lines of such a file. */
  public static String lines(String name, List<Step> steps) {
    return ChatTestWriter.of(name, steps);
  }

  /**
   * Adds a chat under this name, which gets a number where another chat has it already.
   *
   * @return where in the file it stands now, and its name
   * @throws UnfitFile where the file does not take it any more
   * @throws java.io.UncheckedIOException where it cannot be written; it is then as it was
   */
  public Added add(String name, List<Step> steps) {
    Added added = added(name, steps);
    AtomicFile.write(file, added.text());
    return added;
  }

  /**
   * A chat that was added.
   *
   * @param line where it begins, counted from 1
   * @param text the whole file
   */
  public record Added(String name, int line, String text) {}

  private Added added(String wanted, List<Step> steps) {
    String before = before();
    String name = free(wanted, tests(before));
    String lines = ChatTestWriter.of(name, steps);
    String text = before + (before.contains("\r\n") ? lines.replace("\n", "\r\n") : lines);
    if (!tests(text).contains(name)) {
      throw new InvalidTestFileException(
          file + " does not take a chat at its end: begin each test at the margin");
    }
    return new Added(name, 1 + (int) before.chars().filter(c -> c == '\n').count(), text);
  }

  /** What stands before the chat: all that is there, and a line left free. */
  private String before() {
    String text = Files.exists(file) ? read() : firstLine();
    String end = text.contains("\r\n") ? "\r\n" : "\n";
    String ended = text.isEmpty() || text.endsWith("\n") ? text : text + end;
    return tests(ended).isEmpty() || ended.endsWith(end + end) ? ended : ended + end;
  }

  private String read() {
    try {
      if (Files.size(file) > FolderLimits.MOST_BYTES_OF_A_FILE) {
        throw new InvalidTestFileException(
            file + " is too large for a file of tests; name another");
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new InvalidTestFileException(file + " cannot be read as UTF-8 text");
    }
  }

  private Path folder() {
    Path whole = file.toAbsolutePath().normalize();
    return Optional.ofNullable(whole.getParent()).orElse(whole);
  }

  /** Editors find the schema by it; there is none outside of the conversations' folder. */
  private String firstLine() {
    Path folder = folder();
    return Stream.iterate(folder, Objects::nonNull, Path::getParent)
        .map(at -> at.resolve(SCHEMA))
        .filter(Files::exists)
        .findFirst()
        .map(found -> folder.relativize(found).toString().replace('\\', '/'))
        .map(way -> "# yaml-language-server: $schema=" + way + "#/$defs/tests\n")
        .orElse("");
  }

  /** The names of the tests in a text, which must be one of tests. */
  private Set<String> tests(String text) {
    String yaml = text.startsWith(MARK) ? text.substring(1) : text;
    if (yaml.lines().allMatch(line -> line.isBlank() || line.startsWith("#"))) {
      return Set.of();
    }
    Issues issues = new Issues();
    ChatTestParser reader =
        new ChatTestParser(new SymbolTable(new YamlDocuments(Map.of()), issues), issues);
    Set<String> names =
        YamlParser.parse(file.toString(), yaml, issues).map(reader::read).orElse(List.of()).stream()
            .map(ChatTest::name)
            .collect(Collectors.toSet());
    refuse(issues.sorted());
    return names;
  }

  private static void refuse(List<Issue> issues) {
    if (!issues.isEmpty()) {
      Issue first = issues.getFirst();
      throw new InvalidTestFileException(
          "no file of tests: " + first.file() + ":" + first.line() + ": " + first.what());
    }
  }

  private static String free(String name, Set<String> taken) {
    return taken.contains(name)
        ? IntStream.iterate(2, i -> i + 1)
            .mapToObj(i -> name + " (" + i + ")")
            .filter(other -> !taken.contains(other))
            .findFirst()
            .orElseThrow()
        : name;
  }
}
