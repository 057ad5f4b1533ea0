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
  @CsvSource({"TAKEN, 200, ", "BUSY, 503, 1", "UNREADABLE, 400, ", "CLOSED, 503, "})
  void whatTheHookDecidesIsWhatTheSenderHears(
      UpdateReceiver.Reply reply, int status, String retryAfter) {
    try (Slot slot = Slot.with(update -> reply)) {
      HttpResponse<String> response = slot.send(slot.push(UPDATE));

      assertThat(response.statusCode()).isEqualTo(status);
      assertThat(response.headers().firstValue("Retry-After").orElse(null)).isEqualTo(retryAfter);
      assertThat(slot.taken()).containsExactly(UPDATE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wrong", Slot.SECRET + "x", "A-SECRET_OF-LETTERS"})
  void aForgedPushIsRefusedUnread(String secret) {
    try (Slot slot = Slot.with(update -> UpdateReceiver.Reply.TAKEN)) {
      HttpRequest.Builder forged = slot.request(Slot.PATH).POST(BodyPublishers.ofString(UPDATE));

      HttpResponse<String> response =
          slot.send(forged.header(WebhookHandler.SECRET_HEADER, secret).build());

      assertThat(response.statusCode()).isEqualTo(403);
      assertThat(response.body()).doesNotContainIgnoringCase("secret");
      assertThat(slot.taken()).isEmpty();
    }
  }

  @Test
  void aPushWithoutAnySecretIsAnsweredBeforeItsBodyCame() throws IOException {
    try (Slot slot = Slot.with(update -> UpdateReceiver.Reply.TAKEN);
        Socket socket = slot.connect()) {
      Slot.write(
          socket, "POST " + Slot.PATH + " HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n");

      assertThat(answer(socket)).startsWith("HTTP/1.1 403");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "none/such; a=b"})
  void theTypeThatASenderClaimsDoesNotMatter(String type) {
    try (Slot slot = Slot.with(update -> UpdateReceiver.Reply.TAKEN)) {
      HttpRequest push =
          slot.request(Slot.PATH)
              .header(WebhookHandler.SECRET_HEADER, Slot.SECRET)
              .header("Content-Type", type)
              .POST(BodyPublishers.ofString(UPDATE))
              .build();

      assertThat(slot.send(push).statusCode()).isEqualTo(200);
      assertThat(slot.taken()).containsExactly(UPDATE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
  void onlyPostsArePushes(String method) {
    try (Slot slot = Slot.with(update -> UpdateReceiver.Reply.TAKEN)) {
      HttpRequest request =
          slot.request(Slot.PATH)
              .header(WebhookHandler.SECRET_HEADER, Slot.SECRET)
              .method(method, BodyPublishers.noBody())
              .build();

      assertThat(slot.send(request).statusCode()).isEqualTo(405);
      assertThat(slot.taken()).isEmpty();
    }
  }

  @Test
  void anEmptyPushIsNoUpdate() {
    try (Slot slot = Slot.with(update -> UpdateReceiver.Reply.TAKEN)) {
      assertThat(slot.send(slot.push("")).statusCode()).isEqualTo(400);
      assertThat(slot.taken()).isEmpty();
    }
  }

  @Test
  void theLargestPushIsTakenWhole() {
    try (Slot slot = Slot.with(update -> UpdateReceiver.Reply.TAKEN)) {
      String largest = "x".repeat(WebhookHandler.MAX_BYTES);

      assertThat(slot.send(slot.push(largest)).statusCode()).isEqualTo(200);
      assertThat(slot.taken()).containsExactly(largest);
    }
  }

  @Test
  void aPushThatIsTooLargeIsRefusedByItsLengthAlone() throws IOException {
    try (Slot slot = Slot.with(update -> UpdateReceiver.Reply.TAKEN);
        Socket socket = slot.connect()) {
      Slot.write(socket, Slot.begun("Content-Length: " + (WebhookHandler.MAX_BYTES + 1)));

      assertThat(answer(socket)).startsWith("HTTP/1.1 413");
      assertThat(slot.taken()).isEmpty();
    }
  }

  @Test
  void aPushOfUntoldLengthIsRefusedWhereItGrowsTooLarge() throws IOException {
    try (Slot slot = Slot.with(update -> UpdateReceiver.Reply.TAKEN);
        Socket socket = slot.connect()) {
      Slot.write(socket, Slot.begun("Transfer-Encoding: chunked"));
      String megabyte = "x".repeat(WebhookHandler.MAX_BYTES);
      Slot.write(
          socket,
          Integer.toHexString(WebhookHandler.MAX_BYTES) + "\r\n" + megabyte + "\r\n1\r\nx\r\n");

      assertThat(answer(socket)).startsWith("HTTP/1.1 413");
      assertThat(slot.taken()).isEmpty();
    }
  }

  @Test
  void aPushOfUntoldLengthIsTakenWhereItIsSmall() {
    try (Slot slot = Slot.with(update -> UpdateReceiver.Reply.TAKEN)) {
      HttpRequest push =
          slot.push(
              BodyPublishers.ofInputStream(
                  () -> new ByteArrayInputStream(UPDATE.getBytes(US_ASCII))));

      assertThat(slot.send(push).statusCode()).isEqualTo(200);
      assertThat(slot.taken()).containsExactly(UPDATE);
    }
  }

  @Test
  void aRepeatedPushIsHandedOnEachTime() {
    try (Slot slot = Slot.with(update -> UpdateReceiver.Reply.TAKEN)) {
      HttpRequest push = slot.push(UPDATE);

      assertThat(slot.send(push).statusCode()).isEqualTo(200);
      assertThat(slot.send(push).statusCode()).isEqualTo(200);
      assertThat(slot.taken()).containsExactly(UPDATE, UPDATE);
    }
  }

  @Test
  void pushesAreTakenBesideEachOther() {
    CyclicBarrier allThere = new CyclicBarrier(20);
    try (Slot slot = Slot.with(update -> metAt(allThere))) {
      List<CompletableFuture<HttpResponse<String>>> pushes =
          IntStream.range(0, 20)
              .mapToObj(i -> slot.sendAsync(slot.push("{\"update_id\": " + i + "}")))
              .toList();

      assertThat(pushes).allSatisfy(push -> assertThat(push.join().statusCode()).isEqualTo(200));
    }
  }

  @Test
  void whoFallsSilentInTheMiddleHoldsUpNobodyAndIsLetGo() throws IOException {
    try (Slot slot = Slot.impatient(limits(Duration.ofMillis(500), Slot.PATIENCE));
        Socket silent = slot.connect()) {
      Slot.write(silent, Slot.begun("Content-Length: 100") + "{");

      assertThat(slot.send(slot.push(UPDATE)).statusCode()).isEqualTo(200);
      assertThat(answer(silent)).doesNotStartWith("HTTP/1.1 200");
      assertThat(slot.taken()).containsExactly(UPDATE);
    }
  }

  @Test
  void whoTricklesForTooLongIsRefused() throws IOException {
    try (Slot slot = Slot.impatient(limits(Slot.PATIENCE, Duration.ZERO));
        Socket slow = slot.connect()) {
      Slot.write(slow, Slot.begun("Content-Length: 100") + "{");

      assertThat(answer(slow)).startsWith("HTTP/1.1 408");
      assertThat(slot.taken()).isEmpty();
    }
  }

  @Test
  void whatIsInHandAtTheStopIsFinished() throws InterruptedException {
    CountDownLatch inHand = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    Slot slot =
        Slot.with(
            update -> {
              inHand.countDown();
              await(done);
              return UpdateReceiver.Reply.TAKEN;
            });
    CompletableFuture<HttpResponse<String>> push = slot.sendAsync(slot.push(UPDATE));
    await(inHand);
    Thread stop = Thread.ofPlatform().start(slot::stop);
    Awaitility.await().atMost(Slot.PATIENCE).until(() -> isClosed(slot));
    done.countDown();

    assertThat(push.join().statusCode()).isEqualTo(200);
    stop.join(Slot.PATIENCE);
    assertThat(stop.isAlive()).isFalse();
    slot.close();
  }

  private static WebServer.Limits limits(Duration idle, Duration body) {
    return new WebServer.Limits(idle, Slot.PATIENCE, body);
  }

  private static boolean isClosed(Slot slot) {
    try (Socket open = slot.connect()) {
      return !open.isConnected();
    } catch (IOException refused) {
      return true;
    }
  }

  /** All that comes until the server hangs up. */
  private static String answer(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), US_ASCII);
  }

  private static UpdateReceiver.Reply metAt(CyclicBarrier barrier) {
    try {
      barrier.await(Slot.PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return UpdateReceiver.Reply.TAKEN;
    } catch (Exception alone) {
      return UpdateReceiver.Reply.BUSY;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(Slot.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
