package backtalk.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import backtalk.config.Setting;
import backtalk.emulator.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that a failed start prints one line and changes no file. */
class BadStartIT {
  @RegisterExtension final TestEnvironment testEnvironment = TestEnvironment.empty();

  @Test
  void aMalformedTokenFailsInOneLineAndIsNotRepeated() {
    testEnvironment.bot().set(Setting.TELEGRAM_BOT_TOKEN, "123456:too-short").start();

    failsInOneLine("token");
    assertThat(testEnvironment.bot().written()).doesNotContain("too-short");
    assertThat(testEnvironment.bot().dataDir()).doesNotExist();
  }

  @Test
  void aTokenThatTelegramRefusesFailsInOneLine() {
    testEnvironment.telegram().faults().always("getMe", Fault.unauthorized());

    testEnvironment.bot().start();

    assertThat(testEnvironment.bot().awaitExit(TestEnvironment.PATIENCE)).isNotZero();
    assertThat(testEnvironment.bot().err("(401)")).hasSize(1);
  }

  @Test
  void aMissingConversationIsNamed() {
    Path nowhere = testEnvironment.folder().resolve("nowhere");
    testEnvironment.bot().set(Setting.CONVERSATION, nowhere.toString()).start();

    failsInOneLine(nowhere.toString());
    assertThat(testEnvironment.telegram().calls().all()).isEmpty();
  }

  @Test
  void aMistakeInTheConversationIsReportedWithItsLine() throws IOException {
    Path broken = Files.createDirectory(testEnvironment.folder().resolve("broken"));
    for (String file : new String[] {"facts", "topics", "outcomes", "phrases", "sources"}) {
      Files.copy(BotProcess.CONVERSATION.resolve(file + ".yaml"), broken.resolve(file + ".yaml"));
    }
    Files.writeString(broken.resolve("conversation.yaml"), "id: [back\nversion: 1\n");
    testEnvironment.bot().set(Setting.CONVERSATION, broken.toString()).start();

    assertThat(testEnvironment.bot().awaitExit(TestEnvironment.PATIENCE)).isNotZero();
    assertThat(testEnvironment.bot().err("conversation.yaml:")).isNotEmpty();
    assertThat(testEnvironment.bot().err("\tat ")).isEmpty();
  }

  @Test
  void aDataDirectoryThatIsAFileIsLeftAsItIs() throws IOException {
    Path file = Files.writeString(testEnvironment.bot().dataDir(), "mine");

    testEnvironment.bot().start();

    failsInOneLine("DATA_DIR");
    assertThat(file).hasContent("mine");
  }

  @Test
  void aDataDirectoryThatCannotBeCreatedFailsInOneLine() {
    Path proc = Path.of("/proc");
    assumeThat(proc).as("a file system without write access").isDirectory();

    testEnvironment.bot().set(Setting.DATA_DIR, proc.resolve("backtalk").toString()).start();

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
    Files.createDirectories(testEnvironment.bot().dataDir());
    Path file = Files.write(testEnvironment.bot().dataDir().resolve("backtalk.db"), content);

    testEnvironment.bot().start();

    failsInOneLine("backtalk.db");
    assertThat(file).hasBinaryContent(content);
  }

  private void failsInOneLine(String fragment) {
    assertThat(testEnvironment.bot().awaitExit(TestEnvironment.PATIENCE)).isNotZero();
    assertThat(testEnvironment.bot().err()).as("lines on stderr").hasSize(1);
    assertThat(testEnvironment.bot().err().getFirst()).contains(fragment);
  }
}
