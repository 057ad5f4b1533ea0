package backtalk.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import backtalk.config.Config;
import backtalk.config.Setting;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

class StartupReportTest {
  private static final String TOKEN = "123456789:AAFsecretsecretsecretsecretsecret";

  @TempDir Path folder;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void plainFormatPrintsEachSettingWithItsSourceAndNoSecret() {
    report(Map.of(Setting.PORT, "9090"));

    assertThat(err.toString(UTF_8).lines())
        .contains(
            "backtalk: Backs on Telegram; Ctrl-C stops",
            "backtalk: environment: TELEGRAM_BOT_TOKEN=*** DATABASE_URL=***",
            "backtalk: option --port: PORT=9090",
            "backtalk: kept safely")
        .anyMatch(line -> line.startsWith("backtalk: default: ") && line.contains("HOST=127.0.0.1"))
        .hasSizeLessThan(8);
    assertThat(err.toString(UTF_8)).doesNotContain("secret", "hunter2");
  }

  @Test
  void jsonFormatLogsTheSettingsInOneLine() {
    Logger log = (Logger) LoggerFactory.getLogger(StartupReport.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    log.addAppender(lines);
    try {
      report(Map.of(Setting.LOG_FORMAT, "json"));
    } finally {
      log.detachAppender(lines);
    }

    assertThat(err.toString(UTF_8)).isEmpty();
    List<KeyValuePair> fields = lines.list.getFirst().getKeyValuePairs();
    assertThat(lines.list).hasSize(1);
    assertThat(fields)
        .extracting(KeyValuePair::toString)
        .contains(
            "durability=\"kept safely\"",
            "TELEGRAM_BOT_TOKEN=\"*** (environment)\"",
            "LOG_FORMAT=\"json (option --log-format)\"",
            "PORT=\"8080 (default)\"");
    assertThat(fields.toString()).doesNotContain("secret", "hunter2");
  }

  @Test
  void aTokenInThePathOfTheWebhookIsNotShown() {
    report(Map.of(Setting.WEBHOOK_URL, "https://bot.example:8443/hook/" + TOKEN));

    assertThat(err.toString(UTF_8))
        .contains("option --webhook-url: WEBHOOK_URL=https://bot.example:8443/***")
        .doesNotContain("secret", "hook/");
  }

  @Test
  void warnsOfExposedSettings() {
    report(Map.of(Setting.HOST, "0.0.0.0", Setting.DATABASE_URL, "postgresql://u:hunter2@db/x"));

    assertThat(err.toString(UTF_8).lines())
        .filteredOn(line -> line.startsWith("backtalk: warning: "))
        .hasSize(2)
        .anyMatch(line -> line.contains("HOST=0.0.0.0"))
        .anyMatch(line -> line.contains("sslmode"));
    assertThat(err.toString(UTF_8)).doesNotContain("hunter2");
  }

  private void report(Map<Setting, String> options) {
    Map<String, String> environment =
        Map.of(
            "TELEGRAM_BOT_TOKEN",
            TOKEN,
            "DATABASE_URL",
            "postgresql://bot:hunter2@db.example/bot?sslmode=verify-full");
    Config config = Config.read(options, environment, folder, folder);
    new StartupReport(config, "Backs", "kept safely").print(new PrintStream(err, true, UTF_8));
  }
}
