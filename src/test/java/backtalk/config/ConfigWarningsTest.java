package backtalk.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigWarningsTest {

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "localhost", "::1", "[::1]"})
  void loopbackHostsGiveNoWarning(String host) {
    assertThat(ConfigWarnings.ofHost(host)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0.0.0.0", "::", "10.0.0.2", "bot.example", "localhost.example", "1127.0.0.1"})
  void otherHostsGiveAWarning(String host) {
    assertThat(ConfigWarnings.ofHost(host).orElse(""))
        .contains("HOST=" + host, "/metrics", "/readyz")
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://ann:pw@localhost/x",
        "postgresql://localhost:5432/x",
        "jdbc:postgresql://127.0.0.1:5432/x?user=ann",
        "postgresql://ann:pw@[::1]:5432/x",
        "postgresql://ann:pw@db/x?sslmode=verify-full",
        "postgresql://ann:pw@db/x?ApplicationName=b&sslmode=require&a=b",
        "postgresql://ann:pw@db/x?sslmode=verify-ca",
        "jdbc:postgresql://db/x?user=ann&ssl=true"
      })
  void localOrEncryptedDatabasesGiveNoWarning(String url) {
    assertThat(ConfigWarnings.ofDatabase(new Secret(url))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://ann:hush@db.example/x",
        "postgresql://ann:hush@db.example:5432/x?sslmode=prefer",
        "postgresql://ann:hush@db.example/x?sslmode=requirements",
        "postgresql://ann:hush@10.0.0.9/x?a=sslmode=verify-full",
        "postgresql://localhost:hush@db.example/x",
        "postgresql://localhost,db.example/x",
        "jdbc:postgresql://db.example/x?password=hush"
      })
  void unencryptedRemoteDatabasesGiveAWarningWithoutTheirAddress(String url) {
    assertThat(ConfigWarnings.ofDatabase(new Secret(url)).orElse(""))
        .contains("DATABASE_URL", "sslmode=verify-full")
        .doesNotContain("hush", "db.example", "10.0.0.9", "\n");
  }
}
