package backtalk.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import backtalk.Setting;
import backtalk.emulator.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What makes a start impossible is said in one line, and nothing is touched. */
class BadStartIT {
  @RegisterExtension final Stage stage = Stage.empty();

  @Test
  void aTokenThatIsNoneIsNotRepeated() {
    stage.bot().set(Setting.TELEGRAM_BOT_TOKEN, "123456:too-short").start();

    failsInOneLine("token");
    assertThat(stage.bot().written()).doesNotContain("too-short");
    assertThat(stage.bot().dataDir()).doesNotExist();
  }

  @Test
  void aTokenThatTelegramRefusesIsSaidInOneLine() {
    stage.telegram().faults().always("getMe", Fault.unauthorized());

    stage.bot().start();

    assertThat(stage.bot().awaitExit(Stage.PATIENCE)).isNotZero();
    assertThat(stage.bot().err("(401)")).hasSize(1);
  }

  @Test
  void aConversationThatIsNotThereIsNamed() {
    Path nowhere = stage.folder().resolve("nowhere");
    stage.bot().set(Setting.CONVERSATION, nowhere.toString()).start();

    failsInOneLine(nowhere.toString());
    assertThat(stage.telegram().calls().all()).isEmpty();
  }

  @Test
  void aConversationWithAMistakeIsNamedByItsLine() throws IOException {
    Path broken = Files.createDirectory(stage.folder().resolve("broken"));
    for (String file : new String[] {"facts", "topics", "outcomes", "phrases", "sources"}) {
      Files.copy(BotProcess.CONVERSATION.resolve(file + ".yaml"), broken.resolve(file + ".yaml"));
    }
    Files.writeString(broken.resolve("conversation.yaml"), "id: [back\nversion: 1\n");
    stage.bot().set(Setting.CONVERSATION, broken.toString()).start();

    assertThat(stage.bot().awaitExit(Stage.PATIENCE)).isNotZero();
    assertThat(stage.bot().err("conversation.yaml:")).isNotEmpty();
    assertThat(stage.bot().err("\tat ")).isEmpty();
  }

  @Test
  void aDataDirectoryThatIsAFileIsLeftAsItIs() throws IOException {
    Path file = Files.writeString(stage.bot().dataDir(), "mine");

    stage.bot().start();

    failsInOneLine("DATA_DIR");
    assertThat(file).hasContent("mine");
  }

  @Test
  void aDataDirectoryThatCannotBeMadeIsNamed() {
    Path proc = Path.of("/proc");
    assumeThat(proc).as("a file system that nobody can write").isDirectory();

    stage.bot().set(Setting.DATA_DIR, proc.resolve("backtalk").toString()).start();

    failsInOneLine("DATA_DIR");
  }

  @Test
  void aFileThatIsNoDatabaseIsLeftByteForByte() throws IOException {
    leftAsItIs("this is my diary, not a database".getBytes(UTF_8));
  }

  @Test
  void aDamagedDatabaseIsLeftByteForByte() throws IOException {
    byte[] damaged = new byte[8192];
    Arrays.fill(damaged, (byte) 0x5a);
    byte[] start = "SQLite format 3\0".getBytes(UTF_8);
    System.arraycopy(start, 0, damaged, 0, start.length);

    leftAsItIs(damaged);
  }

  private void leftAsItIs(byte[] content) throws IOException {
    Files.createDirectories(stage.bot().dataDir());
    Path file = Files.write(stage.bot().dataDir().resolve("backtalk.db"), content);

    stage.bot().start();

    failsInOneLine("backtalk.db");
    assertThat(file).hasBinaryContent(content);
  }

  private void failsInOneLine(String fragment) {
    assertThat(stage.bot().awaitExit(Stage.PATIENCE)).isNotZero();
    assertThat(stage.bot().err()).as("lines on stderr").hasSize(1);
    assertThat(stage.bot().err().getFirst()).contains(fragment);
  }
}
