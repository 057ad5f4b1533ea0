package backtalk.loader.chattests;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.loader.Issues;
import backtalk.loader.chattests.ChatTest.Step;
import backtalk.loader.yaml.SourceLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that expected texts are replaced in their file, and that every other byte stays. */
class ExpectationRewriterTest {
  private static final String FILE = "tests/odd/mine.yaml";
  private static final String BEFORE =
      """
      # a comment: 😀 "quoted"
      First:   # one more
        - you: ['[Check my back]',   hello ]
        - bot: {says: [ "an \\"old\\" text" , plain old,'it''s old' ], buttons: Old button}   # why
      "Second, 🚨":
        - you: hi

        - bot:
            says:
              - |-  # two lines
                old line
                and more
              - >
                folded old
              - last old   # stays
            facts: {swelling: yes}
      """;

  @TempDir private Path folder;

  private List<ChatTest> written(String yaml) throws IOException {
    Path file = folder.resolve(FILE);
    Files.createDirectories(file.getParent());
    Files.writeString(file, yaml);
    Issues issues = new Issues();
    List<ChatTest> tests = ChatTestReader.read(folder, issues);
    assertThat(issues.sorted()).isEmpty();
    return tests;
  }

  private String text() throws IOException {
    return Files.readString(folder.resolve(FILE));
  }

  private static TextReplacement says(ChatTest test, int index, String text) {
    return new TextReplacement(test, 1, TextReplacement.Key.SAYS, index, text);
  }

  @Test
  void everyOtherByteStays() throws IOException {
    List<ChatTest> tests = written(BEFORE);
    List<TextReplacement> rewrites =
        List.of(
            says(tests.get(1), 2, "last, new"),
            says(tests.getFirst(), 0, "a \"new\": text"),
            says(tests.getFirst(), 1, "plain new"),
            says(tests.getFirst(), 2, "it's new"),
            new TextReplacement(tests.getFirst(), 1, TextReplacement.Key.BUTTONS, 0, "No"),
            says(tests.get(1), 0, "new line"),
            says(tests.get(1), 1, "unfolded"));

    List<TextReplacement.Done> done = ExpectationRewriter.rewrite(folder, FILE, rewrites);

    assertThat(text())
        .isEqualTo(
            """
            # a comment: 😀 "quoted"
            First:   # one more
              - you: ['[Check my back]',   hello ]
              - bot: {says: [ "a \\"new\\": text" , plain new,'it''s new' ], buttons: "No"}   # why
            "Second, 🚨":
              - you: hi

              - bot:
                  says:
                    - "new line"  # two lines
                    - "unfolded"
                    - "last, new"   # stays
                  facts: {swelling: yes}
            """
                .replace("\"new line\"  #", "\"new line\" #"));
    assertThat(done).hasSize(7);
    assertThat(done.getFirst())
        .isEqualTo(new TextReplacement.Done(new SourceLocation(FILE, 4), rewrites.get(1)));
    assertThat(rewrites.get(1).old()).isEqualTo("an \"old\" text");
    assertThat(done.getLast().at()).isEqualTo(new SourceLocation(FILE, 15));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "a, b",
        "- x",
        "é 😀 \uFEFF",
        "“quoted” 'it' \"is\"",
        "a: b #c",
        "tab\there",
        "two\nlines",
        "\\n",
        " space ",
        "{x}",
        "\u0085\u2028\u0000\u007f",
        "12",
        "~",
        "null"
      })
  void aTextIsReadBackInEveryQuotingStyle(String text) throws IOException {
    List<ChatTest> tests =
        written("A:\n  - you: a\n  - bot: {says: [plain, 'single', \"double\"]}\n");
    ExpectationRewriter.rewrite(
        folder, FILE, Stream.of(0, 1, 2).map(i -> says(tests.getFirst(), i, text)).toList());

    Step.Bot bot = (Step.Bot) written(text()).getFirst().steps().getLast();
    assertThat(bot.expected().texts().says()).containsExactly(text, text, text);
  }

  @Test
  void carriageReturnsAndAByteOrderMarkStay() throws IOException {
    List<ChatTest> tests =
        written(
            "\uFEFFA:\r\n  - you: a\r\n  - bot:\r\n      says: old\r\n      state: welcome\r\n");

    ExpectationRewriter.rewrite(folder, FILE, List.of(says(tests.getFirst(), 0, "new")));

    assertThat(text())
        .isEqualTo(
            "\uFEFFA:\r\n  - you: a\r\n  - bot:\r\n      says: new\r\n      state: welcome\r\n");
  }

  @Test
  void aFileChangedMeanwhileIsNotRewritten() throws IOException {
    List<ChatTest> tests = written(BEFORE);
    String changed = BEFORE.replace("plain old", "plain and changed");
    Files.writeString(folder.resolve(FILE), changed);

    assertThat(
            ExpectationRewriter.rewrite(
                folder,
                FILE,
                List.of(says(tests.getFirst(), 0, "new"), says(tests.getFirst(), 1, "new"))))
        .isEmpty();
    assertThat(text()).isEqualTo(changed);
  }

  @Test
  void permissionsStayAndNoTemporaryFileIsLeft() throws IOException {
    List<ChatTest> tests = written(BEFORE);
    Path file = folder.resolve(FILE);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));

    ExpectationRewriter.rewrite(folder, FILE, List.of(says(tests.getFirst(), 0, "new")));

    assertThat(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS))
        .isEqualTo(PosixFilePermissions.fromString("rw-rw-r--"));
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }
}
