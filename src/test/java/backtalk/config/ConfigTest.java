package backtalk.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the sources of settings, their precedence and the messages about unusable values. */
class ConfigTest {
  private static final String TOKEN = "123456789:AAHsecretsecretsecretsecretsecretse";

  @TempDir Path folder;
  private Path here;
  private Path home;

  @BeforeEach
  void makeFolders() throws IOException {
    here = Files.createDirectory(folder.resolve("here"));
    home = Files.createDirectory(folder.resolve("home"));
  }

  @Test
  void defaultsApplyWhenNothingIsSet() {
    Config config = read(Map.of(), Map.of());

    assertThat(config.token()).isEmpty();
    assertThat(config.telegramApi()).isEqualTo(URI.create("https://api.telegram.org"));
    assertThat(config.dataDir()).isEqualTo(home.resolve("data"));
    assertThat(config.databaseUrl()).isEmpty();
    assertThat(config.webhookUrl()).isEmpty();
    assertThat(config.webhookSecret()).isEmpty();
    assertThat(config.host()).isEqualTo("127.0.0.1");
    assertThat(config.port()).isEqualTo(8080);
    assertThat(config.retentionDays()).isEqualTo(30);
    assertThat(config.conversation()).isEqualTo(home.resolve("conversations/back-cracking"));
    assertThat(config.logFormat()).isEqualTo(Config.LogFormat.PLAIN);
  }

  @Test
  void theCommandLineWinsOverTheEnvironmentAndThatOverTheFile() throws IOException {
    write(home, "PORT=1001\nHOST=file\nRETENTION_DAYS=7\n");
    Map<String, String> environment = Map.of("PORT", "1002", "HOST", "environment");

    Config config = read(Map.of(Setting.PORT, "1003"), environment);

    assertThat(config.port()).isEqualTo(1003);
    assertThat(config.host()).isEqualTo("environment");
    assertThat(config.retentionDays()).isEqualTo(7);
  }

  @Test
  void aFileInTheWorkingFolderReplacesTheOneBesideTheProgram() throws IOException {
    write(home, "PORT=1001\nHOST=home\n");
    write(here, "PORT=1002\n");

    Config config = read(Map.of(), Map.of());

    assertThat(config.port()).isEqualTo(1002);
    assertThat(config.host()).isEqualTo("127.0.0.1");
  }

  @Test
  void aRelativeFolderIsResolvedAgainstItsSource() throws IOException {
    write(home, "DATA_DIR=kept\n");

    assertThat(read(Map.of(), Map.of()).dataDir()).isEqualTo(home.resolve("kept"));
    assertThat(read(Map.of(), Map.of("DATA_DIR", "kept")).dataDir())
        .isEqualTo(here.resolve("kept"));
    assertThat(read(Map.of(Setting.DATA_DIR, "/kept"), Map.of()).dataDir())
        .isEqualTo(Path.of("/kept"));
  }

  @Test
  void aBlankValueSetsNothing() throws IOException {
    write(home, "PORT=1001\n");

    assertThat(read(Map.of(), Map.of("PORT", " ")).port()).isEqualTo(1001);
  }

  @Test
  void everySettingIsReadFromTheFile() throws IOException {
    write(
        home,
        """
        # settings
        TELEGRAM_BOT_TOKEN=%s
        TELEGRAM_API_URL = http://127.0.0.1:8081   # a server of our own
        DATABASE_URL="jdbc:postgresql://db/x?password=a#b"
        WEBHOOK_URL=https://bot.example/hook
        WEBHOOK_SECRET=abc-DEF_1-0123456

        CONVERSATION=/other
        LOG_FORMAT=json
        """
            .formatted(TOKEN));

    Config config = read(Map.of(), Map.of());

    assertThat(config.token()).contains(new Secret(TOKEN));
    assertThat(config.telegramApi()).isEqualTo(URI.create("http://127.0.0.1:8081"));
    assertThat(config.databaseUrl()).contains(new Secret("jdbc:postgresql://db/x?password=a#b"));
    assertThat(config.webhookUrl()).contains(URI.create("https://bot.example/hook"));
    assertThat(config.webhookSecret()).contains(new Secret("abc-DEF_1-0123456"));
    assertThat(config.conversation()).isEqualTo(Path.of("/other"));
    assertThat(config.logFormat()).isEqualTo(Config.LogFormat.JSON);
  }

  @ParameterizedTest
  @CsvSource({
    "WEBHOOK_URL, http://bot.example/hook",
    "WEBHOOK_URL, https://ann:pw@bot.example/hook",
    "WEBHOOK_URL, bot.example",
    "DATABASE_URL, mysql://ann:pw@db/x",
    "DATABASE_URL, postgresql://db"
  })
  void anInvalidAddressIsNamedWithoutItsValue(String setting, String wrong) {
    assertThatThrownBy(() -> read(Map.of(), Map.of(setting, wrong)))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining(setting)
        .hasMessageNotContaining(wrong);
  }

  @Test
  void aLocalWebhookMayUseHttp() {
    assertThat(read(Map.of(), Map.of("WEBHOOK_URL", "http://127.0.0.1:8080/x")).webhookUrl())
        .isPresent();
  }

  @Test
  void secretsAreNotPrinted() {
    Map<String, String> environment =
        Map.of(
            "TELEGRAM_BOT_TOKEN",
            TOKEN,
            "DATABASE_URL",
            "postgresql://ann:pw@db/x",
            "WEBHOOK_SECRET",
            "hush_0123456789ab");

    assertThat(read(Map.of(), environment).toString()).doesNotContain("AAH", "pw", "hush");
  }

  @ParameterizedTest
  @CsvSource({
    "TELEGRAM_BOT_TOKEN, nonsense",
    "TELEGRAM_BOT_TOKEN, 12345:with blank",
    "TELEGRAM_API_URL, no.scheme.example",
    "TELEGRAM_API_URL, ftp://api.telegram.org",
    "TELEGRAM_API_URL, http://host/path",
    "TELEGRAM_API_URL, http://bad host",
    "WEBHOOK_URL, http://not.safe",
    "WEBHOOK_SECRET, with!mark-0123456789",
    "WEBHOOK_SECRET, fifteen-letters",
    "WEBHOOK_SECRET, umläut-0123456789",
    "HOST, two words",
    "PORT, eighty",
    "PORT, -1",
    "PORT, 65536",
    "RETENTION_DAYS, -1",
    "RETENTION_DAYS, 99999",
    "LOG_FORMAT, xml",
  })
  void aValueThatCannotBeUsedIsNamedAndNotRepeated(String setting, String value) {
    assertThatThrownBy(() -> read(Map.of(), Map.of(setting, value)))
        .asInstanceOf(type(InvalidConfigException.class))
        .satisfies(
            invalid ->
                assertThat(invalid.lines())
                    .singleElement()
                    .asString()
                    .startsWith(setting + " (environment) ")
                    .doesNotContain("\n")
                    .doesNotContain(value));
  }

  @Test
  void everyMistakeIsNamedAtOnce() {
    assertThatThrownBy(() -> read(Map.of(Setting.PORT, "x"), Map.of("LOG_FORMAT", "y")))
        .asInstanceOf(type(InvalidConfigException.class))
        .satisfies(
            invalid ->
                assertThat(invalid.lines())
                    .containsExactly(
                        "PORT (option --port) is not a whole number from 0 to 65535",
                        "LOG_FORMAT (environment) is neither plain nor json"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "export HOST=hush",
        "HOST=hush#cut",
        "HOST='hush'",
        "HOST=\"hush",
        "HOST=#hush",
        "hush",
        "\uFEFFHOST=hush"
      })
  void aMistakeInTheFileIsOneLineWithItsLocation(String line) throws IOException {
    write(home, "PORT=1001\n" + line + "\n");

    assertThat(errorLine()).startsWith(home.resolve(".env") + ":2: ").doesNotContain("hush");
  }

  @ParameterizedTest
  @CsvSource({
    "DATABSE_URL, DATABASE_URL",
    "database_url, DATABASE_URL",
    "TELEGRAM_TOKEN, TELEGRAM_BOT_TOKEN",
    "RETENTION_DAY, RETENTION_DAYS",
    "WEBHOOK_ULR, WEBHOOK_URL",
    "PROT, PORT"
  })
  void aMisspelledNameIsReported(String misspelled, String meant) throws IOException {
    write(home, "HOST=here\n" + misspelled + "=hush\n");

    assertThat(errorLine())
        .startsWith(home.resolve(".env") + ":2: ")
        .endsWith(meant)
        .doesNotContain("hush");
  }

  /** Returns the only error line. */
  private String errorLine() {
    InvalidConfigException invalid =
        catchThrowableOfType(InvalidConfigException.class, () -> read(Map.of(), Map.of()));
    assertThat(invalid.lines()).hasSize(1);
    return invalid.lines().getFirst();
  }

  @Test
  void namesOfOtherProgramsAreAccepted() throws IOException {
    write(home, "COMPOSE_PROJECT_NAME=x\nTZ=UTC\nPOSTGRES_PASSWORD=hush\nPORT=1001\n");

    assertThat(read(Map.of(), Map.of()).port()).isEqualTo(1001);
  }

  @Test
  void aFileThatIsNotTextIsReportedInOneLine() throws IOException {
    Files.write(home.resolve(".env"), new byte[] {(byte) 0xC3, (byte) 0x28});

    assertThatThrownBy(() -> read(Map.of(), Map.of()))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("UTF-8");
  }

  private Config read(Map<Setting, String> options, Map<String, String> environment) {
    return Config.read(options, environment, here, home);
  }

  private static void write(Path folder, String text) throws IOException {
    Files.writeString(folder.resolve(".env"), text);
  }
}
