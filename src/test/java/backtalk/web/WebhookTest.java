package backtalk.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest {
  private static final String UPDATE = "{\"update_id\": 1}";

  @ParameterizedTest
  @CsvSource({"TAKEN, 200, ", "BUSY, 503, 1", "UNREADABLE, 400, "})
  void theReplyOfTheReceiverSetsTheStatus(
      WebhookEndpoint.Reply reply, int status, String retryAfter) {
    try (WebServerFixture fixture = WebServerFixture.with(update -> reply)) {
      HttpResponse<String> response = fixture.send(fixture.push(UPDATE));

      assertThat(response.statusCode()).isEqualTo(status);
      assertThat(response.headers().firstValue("Retry-After").orElse(null)).isEqualTo(retryAfter);
      assertThat(fixture.received()).containsExactly(UPDATE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wrong", WebServerFixture.SECRET + "x", "A-SECRET_OF-LETTERS"})
  void aForgedPushIsRefusedUnread(String secret) {
    try (WebServerFixture fixture = WebServerFixture.with(update -> WebhookEndpoint.Reply.TAKEN)) {
      HttpRequest.Builder forged =
          fixture.request(WebServerFixture.PATH).POST(BodyPublishers.ofString(UPDATE));

      HttpResponse<String> response =
          fixture.send(forged.header(WebhookHandler.SECRET_HEADER, secret).build());

      assertThat(response.statusCode()).isEqualTo(403);
      assertThat(response.body()).doesNotContainIgnoringCase("secret");
      assertThat(fixture.received()).isEmpty();
    }
  }

  @Test
  void aPushWithoutASecretIsRefusedBeforeItsBodyArrives() throws IOException {
    try (WebServerFixture fixture = WebServerFixture.with(update -> WebhookEndpoint.Reply.TAKEN);
        Socket socket = fixture.connect()) {
      WebServerFixture.write(
          socket,
          "POST " + WebServerFixture.PATH + " HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n");

      assertThat(answer(socket)).startsWith("HTTP/1.1 403");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "none/such; a=b"})
  void theContentTypeIsIgnored(String type) {
    try (WebServerFixture fixture = WebServerFixture.with(update -> WebhookEndpoint.Reply.TAKEN)) {
      HttpRequest push =
          fixture
              .request(WebServerFixture.PATH)
              .header(WebhookHandler.SECRET_HEADER, WebServerFixture.SECRET)
              .header("Content-Type", type)
              .POST(BodyPublishers.ofString(UPDATE))
              .build();

      assertThat(fixture.send(push).statusCode()).isEqualTo(200);
      assertThat(fixture.received()).containsExactly(UPDATE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
  void onlyPostsArePushes(String method) {
    try (WebServerFixture fixture = WebServerFixture.with(update -> WebhookEndpoint.Reply.TAKEN)) {
      HttpRequest request =
          fixture
              .request(WebServerFixture.PATH)
              .header(WebhookHandler.SECRET_HEADER, WebServerFixture.SECRET)
              .method(method, BodyPublishers.noBody())
              .build();

      assertThat(fixture.send(request).statusCode()).isEqualTo(405);
      assertThat(fixture.received()).isEmpty();
    }
  }

  @Test
  void anEmptyPushIsRefused() {
    try (WebServerFixture fixture = WebServerFixture.with(update -> WebhookEndpoint.Reply.TAKEN)) {
      assertThat(fixture.send(fixture.push("")).statusCode()).isEqualTo(400);
      assertThat(fixture.received()).isEmpty();
    }
  }

  @Test
  void theLargestPushIsTakenWhole() {
    try (WebServerFixture fixture = WebServerFixture.with(update -> WebhookEndpoint.Reply.TAKEN)) {
      String largest = "x".repeat(WebhookHandler.MAX_BYTES);

      assertThat(fixture.send(fixture.push(largest)).statusCode()).isEqualTo(200);
      assertThat(fixture.received()).containsExactly(largest);
    }
  }

  @Test
  void aPushThatIsTooLargeIsRefusedByItsLengthAlone() throws IOException {
    try (WebServerFixture fixture = WebServerFixture.with(update -> WebhookEndpoint.Reply.TAKEN);
        Socket socket = fixture.connect()) {
      WebServerFixture.write(
          socket, WebServerFixture.pushHeader("Content-Length: " + (WebhookHandler.MAX_BYTES + 1)));

      assertThat(answer(socket)).startsWith("HTTP/1.1 413");
      assertThat(fixture.received()).isEmpty();
    }
  }

  @Test
  void aChunkedPushIsRefusedWhenItGrowsTooLarge() throws IOException {
    try (WebServerFixture fixture = WebServerFixture.with(update -> WebhookEndpoint.Reply.TAKEN);
        Socket socket = fixture.connect()) {
      WebServerFixture.write(socket, WebServerFixture.pushHeader("Transfer-Encoding: chunked"));
      String megabyte = "x".repeat(WebhookHandler.MAX_BYTES);
      WebServerFixture.write(
          socket,
          Integer.toHexString(WebhookHandler.MAX_BYTES) + "\r\n" + megabyte + "\r\n1\r\nx\r\n");

      assertThat(answer(socket)).startsWith("HTTP/1.1 413");
      assertThat(fixture.received()).isEmpty();
    }
  }

  @Test
  void aSmallChunkedPushIsTaken() {
    try (WebServerFixture fixture = WebServerFixture.with(update -> WebhookEndpoint.Reply.TAKEN)) {
      HttpRequest push =
          fixture.push(
              BodyPublishers.ofInputStream(
                  () -> new ByteArrayInputStream(UPDATE.getBytes(US_ASCII))));

      assertThat(fixture.send(push).statusCode()).isEqualTo(200);
      assertThat(fixture.received()).containsExactly(UPDATE);
    }
  }

  @Test
  void aRepeatedPushReachesTheReceiverEachTime() {
    try (WebServerFixture fixture = WebServerFixture.with(update -> WebhookEndpoint.Reply.TAKEN)) {
      HttpRequest push = fixture.push(UPDATE);

      assertThat(fixture.send(push).statusCode()).isEqualTo(200);
      assertThat(fixture.send(push).statusCode()).isEqualTo(200);
      assertThat(fixture.received()).containsExactly(UPDATE, UPDATE);
    }
  }

  @Test
  void pushesAreHandledInParallel() {
    CyclicBarrier allArrived = new CyclicBarrier(20);
    try (WebServerFixture fixture = WebServerFixture.with(update -> takeTogether(allArrived))) {
      List<CompletableFuture<HttpResponse<String>>> pushes =
          IntStream.range(0, 20)
              .mapToObj(i -> fixture.sendAsync(fixture.push("{\"update_id\": " + i + "}")))
              .toList();

      assertThat(pushes).allSatisfy(push -> assertThat(push.join().statusCode()).isEqualTo(200));
    }
  }

  @Test
  void aSilentSenderBlocksNobodyAndIsDisconnected() throws IOException {
    try (WebServerFixture fixture =
            WebServerFixture.withLimits(limits(Duration.ofMillis(500), WebServerFixture.TIMEOUT));
        Socket silent = fixture.connect()) {
      WebServerFixture.write(silent, WebServerFixture.pushHeader("Content-Length: 100") + "{");

      assertThat(fixture.send(fixture.push(UPDATE)).statusCode()).isEqualTo(200);
      assertThat(answer(silent)).doesNotStartWith("HTTP/1.1 200");
      assertThat(fixture.received()).containsExactly(UPDATE);
    }
  }

  @Test
  void aBodyThatTricklesForTooLongIsRefused() throws IOException {
    try (WebServerFixture fixture =
            WebServerFixture.withLimits(limits(WebServerFixture.TIMEOUT, Duration.ZERO));
        Socket slow = fixture.connect()) {
      WebServerFixture.write(slow, WebServerFixture.pushHeader("Content-Length: 100") + "{");

      assertThat(answer(slow)).startsWith("HTTP/1.1 408");
      assertThat(fixture.received()).isEmpty();
    }
  }

  @Test
  void aPushInProgressIsFinishedAtTheStop() throws InterruptedException {
    CountDownLatch inProgress = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    WebServerFixture fixture =
        WebServerFixture.with(
            update -> {
              inProgress.countDown();
              await(done);
              return WebhookEndpoint.Reply.TAKEN;
            });
    CompletableFuture<HttpResponse<String>> push = fixture.sendAsync(fixture.push(UPDATE));
    await(inProgress);
    Thread stop = Thread.ofPlatform().start(fixture::stop);
    Awaitility.await().atMost(WebServerFixture.TIMEOUT).until(() -> isClosed(fixture));
    done.countDown();

    assertThat(push.join().statusCode()).isEqualTo(200);
    stop.join(WebServerFixture.TIMEOUT);
    assertThat(stop.isAlive()).isFalse();
    fixture.close();
  }

  private static WebServer.Limits limits(Duration idle, Duration body) {
    return new WebServer.Limits(idle, WebServerFixture.TIMEOUT, body);
  }

  private static boolean isClosed(WebServerFixture fixture) {
    try (Socket open = fixture.connect()) {
      return !open.isConnected();
    } catch (IOException refused) {
      return true;
    }
  }

  /** Reads the response until the server closes the connection. */
  private static String answer(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), US_ASCII);
  }

  private static WebhookEndpoint.Reply takeTogether(CyclicBarrier barrier) {
    try {
      barrier.await(WebServerFixture.TIMEOUT.toSeconds(), TimeUnit.SECONDS);
      return WebhookEndpoint.Reply.TAKEN;
    } catch (Exception alone) {
      return WebhookEndpoint.Reply.BUSY;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(WebServerFixture.TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
