package backtalk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import backtalk.config.Setting;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the commands of the packaged program, as other programs call them. */
class ProgramIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private PackagedProgram packagedProgram;

  @BeforeEach
  void inAnEmptyFolder() {
    packagedProgram = new PackagedProgram(folder);
  }

  @Test
  void chatAnswersEachLineWithOneObjectAndNothingElse() throws IOException {
    String input = "[Nowhere]\n\n~3d\n/check\n#1\na\rb\r\nlast line without an end – ü";

    PackagedProgram.Result result = packagedProgram.run(input, "chat", "--json");

    assertThat(result.code()).isZero();
    assertThat(result.lines()).hasSize(7);
    List<JsonNode> turns = result.lines().stream().map(ProgramIT::parse).toList();
    assertThat(turns)
        .extracting(turn -> turn.get("input").asText())
        .containsExactly(
            "[Nowhere]", "", "~3d", "/check", "#1", "a\rb", "last line without an end – ü");
    assertThat(turns.getLast().fieldNames())
        .toIterable()
        .containsExactly("input", "action", "topics", "state", "outcome", "facts", "messages");
    assertThat(turns.get(2).get("messages")).isEmpty();
    assertThat(turns.get(3).get("state").asText()).isEqualTo("urgent");
    assertThat(turns.get(3).get("outcome").isNull()).isTrue();
    assertThat(turns.get(4).get("outcome").asText()).isEqualTo("emergency");
    assertThat(turns.get(4).get("facts").get("bladder-bowel").asText()).isEqualTo("yes");
    assertThat(result.errorLines()).singleElement().asString().contains("no such button");
  }

  @Test
  void chatAnswersBeforeTheNextLineComes() throws IOException {
    Process process = packagedProgram.start("chat", "--json");
    try (var out = process.inputReader();
        var in = process.outputWriter()) {
      in.write("/check\n");
      in.flush();
      JsonNode first = parse(out.readLine());
      in.write("[" + first.at("/messages/0/buttons/0").asText() + "]\n");
      in.flush();

      assertThat(parse(out.readLine()).get("state").asText()).isEqualTo("emergency");
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void plainChatGreetsAndTakesBareNumbers() {
    PackagedProgram.Result result = packagedProgram.run("1\n1\n", "chat");

    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("[1] Check my back", "Question 1", "Get help now")
        .doesNotContain("\u001b")
        .doesNotContain("> ");
  }

  @Test
  void askTakesEachLineAsAFirstMessage() {
    PackagedProgram.Result result =
        packagedProgram.run("i cant hold my pee\nno\n/help\n", "ask", "--expect", "yes-no");

    assertThat(result.code()).isZero();
    assertThat(result.err()).isEmpty();
    List<JsonNode> answers = result.lines().stream().map(ProgramIT::parse).toList();
    assertThat(answers).extracting(answer -> answer.get("action").asText()).startsWith("emergency");
    assertThat(answers.get(1).get("facts")).isEmpty();
    assertThat(answers.get(1).get("answer").asText()).isEqualTo("no");
    assertThat(answers.get(2).get("action").asText()).isEqualTo("menu");
    assertThat(answers.getFirst().fieldNames())
        .toIterable()
        .containsExactly(
            "message", "action", "topics", "alternatives", "facts", "reply", "buttons", "answer");
  }

  @Test
  void checkReportsItsCountsAndProofs() {
    PackagedProgram.Result result = packagedProgram.run("", "check");

    assertThat(result.code()).isZero();
    assertThat(result.lines().getFirst()).contains("states", "claims");
    assertThat(result.lines()).anyMatch(line -> line.startsWith("proved: emergency-on-that-turn"));
  }

  @Test
  void checkNamesEveryMistakeOfAFolderGivenByItsPath() throws IOException {
    Path broken = copyOfTheConversation(folder.resolve("broken"));
    replace(broken.resolve("topics.yaml"), "button: The sound", "buton: The sound");
    replace(broken.resolve("facts.yaml"), "if-yes: emergency", "if-yes: emergenzy");

    PackagedProgram.Result result = packagedProgram.run("", "check", "broken");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.lines())
        .anySatisfy(line -> assertThat(line).matches("broken/topics\\.yaml:\\d+: .*buton.*"))
        .anySatisfy(line -> assertThat(line).matches("broken/facts\\.yaml:\\d+: .*emergenzy.*"));
  }

  @Test
  void trainTellsAConversationWithMistakesFromAFailure() throws IOException {
    Path broken = copyOfTheConversation(folder.resolve("broken"));
    replace(broken.resolve("topics.yaml"), "button: The sound", "buton: The sound");

    PackagedProgram.Result result = packagedProgram.run("", "train", "broken");

    assertThat(result.code()).isEqualTo(3);
    assertThat(result.err()).contains("topics.yaml:").doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "chat", "ask"})
  void aConversationWithMistakesIsRefused(String command) throws IOException {
    Path broken = copyOfTheConversation(folder.resolve("broken"));
    replace(broken.resolve("topics.yaml"), "button: The sound", "buton: The sound");
    packagedProgram.set(Setting.CONVERSATION, broken.toString());

    PackagedProgram.Result result =
        command.isEmpty() ? packagedProgram.run("") : packagedProgram.run("hi\n", command);

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("topics.yaml:").doesNotContain("\tat ");
  }

  @Test
  void withoutATokenItExplainsHowToGetOneAndChatsInTheTerminal() {
    PackagedProgram.Result result = packagedProgram.run("");

    assertThat(result.code()).isZero();
    assertThat(result.errorLines().getFirst()).contains("TELEGRAM_BOT_TOKEN", "@BotFather");
    assertThat(result.out()).contains("[1] Check my back");
  }

  @Test
  void anInvalidTokenIsReportedInOneLineWithoutItsValue() {
    PackagedProgram.Result result =
        packagedProgram.set(Setting.TELEGRAM_BOT_TOKEN, "not-a-token").run("");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.errorLines())
        .singleElement()
        .asString()
        .contains("TELEGRAM_BOT_TOKEN")
        .doesNotContain("not-a-token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--prot 1",
        "chat --jsn",
        "ask --expect maybe",
        "check one two",
        "dance",
        "--port",
        "--port none check",
        "check --port none",
        "--database-url mysql://db/x",
        "--webhook-url http://bot.example",
      })
  void aUsageErrorIsOneLineAndExitsWithTwo(String arguments) {
    PackagedProgram.Result result = packagedProgram.run("", arguments.split(" ", -1));

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.errorLines()).singleElement().asString().startsWith("backtalk: ");
  }

  @Test
  void aFolderThatCannotBeWrittenIsReportedInOneLine() {
    PackagedProgram.Result result = withAToken().set(Setting.DATA_DIR, "/proc/backtalk").run("");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.errorLines()).singleElement().asString().contains("DATA_DIR");
  }

  @Test
  void aDamagedDatabaseIsReportedInOneLineAndLeftUnchanged() throws IOException {
    byte[] damaged = "this was a database once".repeat(500).getBytes(UTF_8);
    Path database = Files.createDirectories(folder.resolve("kept")).resolve("backtalk.db");
    Files.write(database, damaged);

    PackagedProgram.Result result = withAToken().set(Setting.DATA_DIR, "kept").run("");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.errorLines()).singleElement().asString().contains("backup");
    assertThat(Files.readAllBytes(database)).isEqualTo(damaged);
  }

  @Test
  void testRunsTheChatTestsAndShowsTheOneThatFails() throws IOException {
    Path broken = copyOfTheConversation(folder.resolve("broken"));
    Files.writeString(
        broken.resolve("tests").resolve("happy-paths").resolve("mine.yaml"),
        """
        My own chat:
          - you: /check
          - bot: {state: urgent}
          - you: "[None of these]"
          - bot: {state: everyday}
        """);

    PackagedProgram.Result result = packagedProgram.run("", "test", "broken");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out())
        .contains("My own chat", "    you: [None of these]")
        .contains("tests/happy-paths/mine.yaml:5: state: expected everyday, but it is feeling");
  }

  @Test
  void testNamesEachPartThatNoTestReaches() throws IOException {
    Path one = copyOfTheConversation(folder.resolve("one"));
    keepOneTest(one, "Mine:\n  - you: /check\n  - bot: {state: urgent, says: [the rare signs]}\n");

    PackagedProgram.Result result = packagedProgram.run("", "test", "one");

    assertThat(result.code()).isZero();
    assertThat(result.lines())
        .anyMatch(line -> line.matches("one/conversation.yaml:\\d+: no test .* feeling asks"))
        .anyMatch(line -> line.matches("one/topics.yaml:\\d+: no test .* ageing"))
        .endsWith("1 chats hold");
    assertThat(result.lines().get(result.lines().size() - 2)).matches("states 1/11, .*");
  }

  @Test
  void testUpdateRewritesExpectedTextsThatChanged() throws IOException {
    Path one = copyOfTheConversation(folder.resolve("one"));
    String test = "Mine:\n  - you: /check   # so\n  - bot: {state: urgent, says: [%s]}\n";
    Path file = keepOneTest(one, test.formatted("the quite rare signs that cannot wait"));

    PackagedProgram.Result first = packagedProgram.run("", "test", "--update", "one");
    PackagedProgram.Result second = packagedProgram.run("", "test", "--update", "one");

    assertThat(first.code()).isZero();
    assertThat(first.lines().getFirst())
        .startsWith("one/tests/mine.yaml:3: says: ")
        .endsWith("is now \"First, the rare signs that cannot wait.\"");
    assertThat(file).hasContent(test.formatted("\"First, the rare signs that cannot wait.\""));
    assertThat(second.out()).doesNotContain("mine.yaml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"chat", "chat --json"})
  void aChatIsRecordedAsATestThatPasses(String command) throws IOException {
    Path one = copyOfTheConversation(folder.resolve("one"));
    Path file = keepOneTest(one, "Mine:\n  - you: hi\n  - bot: {state: welcome}\n");
    String[] arguments = (command + " --record " + file).split(" ", -1);

    PackagedProgram.Result result =
        packagedProgram.run("/check\n[No such button]\n#2\nit's \"so\": 😂\n\nno", arguments);

    assertThat(result.code()).isZero();
    assertThat(result.errorLines().getLast())
        .matches("backtalk: recorded at .*mine.yaml:5: A recorded chat of .* ends in emergency");
    assertThat(Files.readString(file)).contains("- you: \"[Numb between the legs]\"");
    assertThat(packagedProgram.run("", "test", "one").lines()).endsWith("2 chats hold");
  }

  @Test
  void aTerminatedChatIsRecorded() throws Exception {
    Process process = packagedProgram.start("chat", "--json", "--record", "mine.yaml");
    try (var out = process.inputReader();
        var in = process.outputWriter()) {
      in.write("/check\n");
      in.flush();
      parse(out.readLine());
      process.destroy();
      process.waitFor();

      assertThat(folder.resolve("mine.yaml")).content().contains("- you: /check");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"none/mine.yaml", "/proc/mine.yaml", "mine.txt", "facts.yaml", "."})
  void anUnusableRecordFileIsReportedInOneLineBeforeTheChat(String file) throws IOException {
    Files.copy(PackagedProgram.CONVERSATION.resolve("facts.yaml"), folder.resolve("facts.yaml"));

    PackagedProgram.Result result =
        packagedProgram.run("hello\n", "chat", "--json", "--record", file);

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.errorLines()).singleElement().asString().startsWith("backtalk: --record: ");
  }

  private PackagedProgram withAToken() {
    return packagedProgram
        .set(Setting.TELEGRAM_BOT_TOKEN, "123456789:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
        .set(Setting.TELEGRAM_API_URL, "http://127.0.0.1:9");
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new AssertionError("not JSON: " + line, e);
    }
  }

  private static void replace(Path file, String old, String other) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(old);
    Files.writeString(file, text.replaceFirst(old, other));
  }

  private static Path keepOneTest(Path conversation, String test) throws IOException {
    try (Stream<Path> files = Files.walk(conversation.resolve("tests"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    return Files.writeString(conversation.resolve("tests").resolve("mine.yaml"), test);
  }

  private static Path copyOfTheConversation(Path target) throws IOException {
    Files.walkFileTree(
        PackagedProgram.CONVERSATION,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes unused)
              throws IOException {
            Files.createDirectories(target.resolve(relative(from)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path from, BasicFileAttributes unused)
              throws IOException {
            Files.copy(from, target.resolve(relative(from)));
            return FileVisitResult.CONTINUE;
          }
        });
    return target;
  }

  private static String relative(Path file) {
    return PackagedProgram.CONVERSATION.relativize(file).toString();
  }
}
