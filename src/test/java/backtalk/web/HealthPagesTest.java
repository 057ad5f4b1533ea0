package backtalk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthPagesTest {
  private final AtomicBoolean alive = new AtomicBoolean(true);
  private final AtomicReference<List<String>> missing = new AtomicReference<>(List.of());
  private final MetricsRegistry metricsRegistry = new MetricsRegistry();
  private final WebServer server =
      WebServer.open(
          WebServer.Address.of("127.0.0.1", 0),
          new AdminPages(alive::get, missing::get, metricsRegistry::text, Optional.empty()));
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @AfterEach
  void close() {
    client.close();
    server.close();
    metricsRegistry.close();
  }

  @Test
  void healthzReportsWhetherTheLoopsRun() {
    assertThat(get("/healthz")).returns(200, HttpResponse::statusCode);
    assertThat(get("/healthz").body()).isEqualTo("alive\n");

    alive.set(false);

    assertThat(get("/healthz").statusCode()).isEqualTo(503);
  }

  @Test
  void readyzNamesTheMissingParts() {
    assertThat(get("/readyz").body()).isEqualTo("ready\n");

    missing.set(List.of("store", "telegram"));

    assertThat(get("/readyz").statusCode()).isEqualTo(503);
    assertThat(get("/readyz").body()).isEqualTo("not ready: store, telegram\n");
  }

  @Test
  void metricsAreInPrometheusFormat() {
    metricsRegistry.watchProcess();
    metricsRegistry.registry().counter("backtalk.tries").increment();

    HttpResponse<String> page = get("/metrics");

    assertThat(page.headers().firstValue("Content-Type").orElse("")).contains("version=0.0.4");
    assertThat(page.body())
        .contains("backtalk_tries_total 1.0", "jvm_memory_used_bytes", "process_uptime_seconds");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/healthz/more", "/hook", "/..%2f"})
  void otherPathsAreRefusedAndTheServerIsNotNamed(String path) {
    HttpResponse<String> page = get(path);

    assertThat(page.statusCode()).isBetween(400, 404);
    assertThat(page.headers().map()).doesNotContainKeys("server", "x-powered-by");
    assertThat(page.body()).doesNotContainIgnoringCase("jetty");
    assertThat(page.body()).doesNotContainIgnoringCase("javalin");
  }

  @Test
  void aPortInUseIsReportedInOneLine() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      WebServer.Address taken = WebServer.Address.of("127.0.0.1", other.getLocalPort());
      AdminPages adminPages =
          new AdminPages(() -> true, () -> List.of(), () -> "", Optional.empty());

      assertThatThrownBy(() -> WebServer.open(taken, adminPages))
          .isInstanceOf(WebServerException.class)
          .hasMessageContaining(":" + other.getLocalPort())
          .hasMessageContaining("PORT")
          .message()
          .hasLineCount(1);
    }
  }

  private HttpResponse<String> get(String path) {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
    return client
        .sendAsync(
            HttpRequest.newBuilder(uri).timeout(WebServerFixture.TIMEOUT).build(),
            BodyHandlers.ofString())
        .join();
  }
}
