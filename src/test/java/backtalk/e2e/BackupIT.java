package backtalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.config.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Tests a backup made while the bot runs, and its use in place of the lost database. */
class BackupIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @RegisterExtension final TestEnvironment testEnvironment = TestEnvironment.forEach();
  @TempDir Path elsewhere;

  @Test
  void aBackupMadeWhileTheBotRunsReplacesALostDatabase() throws IOException {
    TestUser ann = testEnvironment.testUser("Ann");
    ann.begins();
    ann.denies("urgent", "feeling");
    testEnvironment.quiet();
    Path copy = elsewhere.resolve("copy.db");

    BotProcess backup = backup(testEnvironment.bot().dataDir(), copy);

    assertThat(backup.awaitExit(PATIENCE)).isZero();
    assertThat(backup.out()).isEmpty();
    assertThat(backup.err()).singleElement().asString().contains("copy.db holds a whole copy");
    testEnvironment.kill();
    for (String name : new String[] {"backtalk.db", "backtalk.db-wal", "backtalk.db-shm"}) {
      Files.deleteIfExists(testEnvironment.bot().dataDir().resolve(name));
    }
    Files.copy(copy, testEnvironment.bot().dataDir().resolve("backtalk.db"));
    testEnvironment.start();
    ann.denies("feeling", "signs");
    testEnvironment.quiet();
    assertThat(ann.person().screen().fromBot()).hasSize(1);
  }

  @Test
  void aBackupWithoutADatabaseFailsInOneLine() {
    BotProcess backup = backup(elsewhere.resolve("none"), elsewhere.resolve("copy.db"));

    assertThat(backup.awaitExit(PATIENCE)).isEqualTo(1);
    assertThat(backup.err()).singleElement().asString().contains("DATA_DIR", "no database");
    assertThat(elsewhere.resolve("copy.db")).doesNotExist();
  }

  @Test
  void aBackupOfPostgresqlPointsToPgDump() {
    BotProcess backup = new BotProcess(elsewhere).set(Setting.DATABASE_URL, "postgresql://h/x");

    backup.start("backup", "copy.db");

    assertThat(backup.awaitExit(PATIENCE)).isEqualTo(2);
    assertThat(backup.err()).singleElement().asString().contains("pg_dump");
  }

  private BotProcess backup(Path data, Path copy) {
    return new BotProcess(elsewhere)
        .set(Setting.DATA_DIR, data.toString())
        .start("backup", copy.toString());
  }
}
