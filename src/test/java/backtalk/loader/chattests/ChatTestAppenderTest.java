package backtalk.loader.chattests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import backtalk.loader.InvalidFileException;
import backtalk.loader.Issues;
import backtalk.loader.chattests.ChatTest.Expected;
import backtalk.loader.chattests.ChatTest.ExpectedTexts;
import backtalk.loader.chattests.ChatTest.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks how chats are appended to test files, and which files are rejected. */
class ChatTestAppenderTest {
  private static final String ONE = "A chat:\n  - you: hello\n  - bot: {state: welcome}\n";
  private static final Expected WELCOME =
      new Expected(
          Map.of(),
          Optional.of("welcome"),
          Optional.empty(),
          Expected.NOTHING.texts(),
          Optional.empty(),
          Optional.empty());
  private static final List<Step> STEPS =
      List.of(new Step.You(2, List.of("hello")), new Step.Bot(3, WELCOME));

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    Path file = folder.resolve("tests/mine.yaml");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private List<ChatTest> read() {
    Issues issues = new Issues();
    List<ChatTest> tests = ChatTestReader.read(folder, issues);
    assertThat(issues.sorted()).isEmpty();
    return tests;
  }

  @Test
  void aNewFileHoldsTheChat() throws IOException {
    Path file = folder.resolve("mine.yaml");

    ChatTestAppender.Added added = ChatTestAppender.open(file).add("A chat", STEPS);

    assertThat(file).hasContent(ONE);
    assertThat(added.line()).isEqualTo(1);
  }

  @Test
  void aNewFileNamesTheSchemaAboveIt() throws IOException {
    Files.writeString(folder.resolve("conversation.schema.json"), "{}");
    Path tests = Files.createDirectories(folder.resolve("thumb/tests"));

    ChatTestAppender.open(tests.resolve("mine.yaml")).add("A chat", STEPS);

    assertThat(tests.resolve("mine.yaml"))
        .hasContent(
            "# yaml-language-server: $schema=../../conversation.schema.json#/$defs/tests\n" + ONE);
  }

  @Test
  void openingWritesNothing() throws IOException {
    ChatTestAppender.open(folder.resolve("mine.yaml"));

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anotherChatOfThatNameGetsANumber() throws IOException {
    Path file = file(ONE);
    ChatTestAppender chatTestAppender = ChatTestAppender.open(file);

    ChatTestAppender.Added second = chatTestAppender.add("A chat", STEPS);
    ChatTestAppender.Added third = chatTestAppender.add("A chat", STEPS);

    assertThat(List.of(second.name(), third.name())).containsExactly("A chat (2)", "A chat (3)");
    assertThat(List.of(second.line(), third.line())).containsExactly(5, 9);
    assertThat(read()).extracting(ChatTest::line).containsExactly(1, 5, 9);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# only this",
        "\uFEFF# first\r\nA chat:\r\n  - you: hello\r\n  - bot: {state: welcome}",
        "A chat:\n  - you: hello\n  - bot: {state: welcome}\n\n\n# the end",
      })
  void presentTextStays(String before) throws IOException {
    Path file = file(before);

    ChatTestAppender.open(file).add("Another", STEPS);

    assertThat(Files.readString(file)).startsWith(before);
    assertThat(read()).last().extracting(ChatTest::name).isEqualTo("Another");
    assertThat(Files.readString(file).replace("\r\n", "")).doesNotContain("\r");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "swelling:\n  name: a swelling\n",
        "- a list\n",
        "A chat: {a: [\n",
        "{A chat: [{you: hello}, {bot: {state: welcome}}]}\n",
        "  A chat:\n    - you: hello\n    - bot: {state: welcome}\n",
        "A chat:\n  - you: hello\n  - bot: {state: welcome}\n...\n",
      })
  void aFileWithoutTestsIsRejected(String text) throws IOException {
    Path file = file(text);

    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> ChatTestAppender.open(file))
        .satisfies(
            invalid -> assertThat(invalid.getMessage()).contains("mine.yaml").doesNotContain("\n"));
    assertThat(file).hasContent(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mine.txt", "nowhere/mine.yaml", "folder.yaml", "", ".yaml"})
  void aPathThatCannotBeATestFileIsRejected(String name) throws IOException {
    Files.createDirectory(folder.resolve("folder.yaml"));

    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> ChatTestAppender.open(folder.resolve(name)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "no",
        "- x",
        "a: b",
        "it's \"so\"",
        "\\n",
        "two\nlines",
        "a\rb",
        "😀 ok",
        "~3d",
        "#2",
        "[a]",
        "{a: b}",
        "a, b",
        "? x",
        "! x",
        "a #b",
        "%",
        "@x",
        "`",
        "'",
        "null",
        "12",
        "\u0000\u007f\u0085\u2028\uFEFF",
        "…",
        "ends in space ",
        "\ttab",
        "*",
        "&",
        "|",
        ">-"
      })
  void everyInputIsReadBack(String input) throws IOException {
    Path file = file("");
    Expected all =
        new Expected(
            Map.of("swelling", "unknown"),
            Optional.empty(),
            Optional.of("reassure"),
            new ExpectedTexts(List.of(input + "x"), List.of("y" + input), List.of("No")),
            Optional.of("ask"),
            Optional.of(List.of()));
    List<Step> steps = List.of(new Step.You(2, List.of(input)), new Step.Bot(3, all));

    ChatTestAppender.open(file).add("Name: " + input, steps);

    assertThat(read()).containsExactly(new ChatTest("Name: " + input, "tests/mine.yaml", 1, steps));
  }
}
