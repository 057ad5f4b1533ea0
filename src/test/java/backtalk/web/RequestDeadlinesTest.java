package backtalk.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks connections that trickle: each byte arrives long before the idle timeout. */
class RequestDeadlinesTest {
  private static final Duration SHORT = Duration.ofMillis(400);

  /** Exceeds the duration of a test, so that the idle timeout never ends a connection here. */
  private static final Duration LONG = Duration.ofMinutes(5);

  private static final String GET = "GET /healthz HTTP/1.1\r\nHost: x\r\n";

  @Test
  void aHeaderThatTricklesClosesTheConnection() throws IOException {
    try (WebServerFixture fixture =
            WebServerFixture.withLimits(
                new WebServer.Limits(LONG, SHORT, WebServerFixture.TIMEOUT));
        Socket slow = fixture.connect()) {
      WebServerFixture.write(slow, GET);

      assertThat(isClosedByServer(slow, "X-Slow: ")).isTrue();
    }
  }

  @Test
  void aConnectionWithoutARequestIsClosed() throws IOException {
    try (WebServerFixture fixture =
            WebServerFixture.withLimits(
                new WebServer.Limits(LONG, SHORT, WebServerFixture.TIMEOUT));
        Socket silent = fixture.connect()) {
      assertThat(silent.getInputStream().read()).isNegative();
    }
  }

  @Test
  void aLaterHeaderThatTricklesClosesTheConnection() throws IOException {
    try (WebServerFixture fixture =
            WebServerFixture.withLimits(
                new WebServer.Limits(LONG, SHORT, WebServerFixture.TIMEOUT));
        Socket kept = fixture.connect()) {
      WebServerFixture.write(kept, push("2") + "{}");
      responseHead(kept);
      WebServerFixture.write(kept, GET);

      assertThat(isClosedByServer(kept, "X-Slow: ")).isTrue();
    }
  }

  @Test
  void aBodyThatTricklesIsRefused() throws IOException {
    try (WebServerFixture fixture =
            WebServerFixture.withLimits(
                new WebServer.Limits(LONG, WebServerFixture.TIMEOUT, SHORT));
        Socket slow = fixture.connect()) {
      WebServerFixture.write(slow, push("100000"));

      assertThat(isClosedByServer(slow, "{")).isTrue();
      assertThat(fixture.received()).isEmpty();
    }
  }

  @Test
  void aBodyThatStopsClosesTheConnection() throws IOException {
    try (WebServerFixture fixture =
            WebServerFixture.withLimits(new WebServer.Limits(LONG, SHORT, SHORT));
        Socket stopped = fixture.connect()) {
      WebServerFixture.write(stopped, push("100") + "{");

      stopped.getInputStream().readAllBytes();
      assertThat(fixture.received()).isEmpty();
    }
  }

  @Test
  void anIdleConnectionAfterAPushStaysOpen() throws IOException {
    try (WebServerFixture fixture =
            WebServerFixture.withLimits(new WebServer.Limits(LONG, SHORT, SHORT));
        Socket kept = fixture.connect()) {
      WebServerFixture.write(kept, push("2") + "{}");
      responseHead(kept);
      assertThat(isSilentFor(kept, SHORT.multipliedBy(3))).isTrue();
      WebServerFixture.write(kept, push("2") + "{}");

      assertThat(responseHead(kept)).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void manySlowConnectionsAreClosedForOthers() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try (WebServerFixture fixture =
        WebServerFixture.withLimits(new WebServer.Limits(LONG, SHORT, SHORT))) {
      for (int i = 0; i < 20; i++) {
        slow.add(fixture.connect());
        WebServerFixture.write(slow.getLast(), GET);
      }

      assertThat(slow).allSatisfy(each -> assertThat(isClosedByServer(each, "X-Slow: ")).isTrue());
      assertThat(fixture.send(fixture.request("/healthz").build()).statusCode()).isEqualTo(200);
    } finally {
      for (Socket each : slow) {
        each.close();
      }
    }
  }

  @Test
  void onlyPushesKeepTheirConnectionOpen() throws IOException {
    try (WebServerFixture fixture =
        WebServerFixture.withLimits(
            new WebServer.Limits(LONG, WebServerFixture.TIMEOUT, WebServerFixture.TIMEOUT))) {
      for (String path :
          List.of("/healthz", "/readyz", "/metrics", "/nowhere", WebServerFixture.PATH)) {
        try (Socket stranger = fixture.connect()) {
          WebServerFixture.write(stranger, "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");

          assertThat(new String(stranger.getInputStream().readAllBytes(), US_ASCII))
              .as(path)
              .startsWith("HTTP/1.1 ");
        }
      }
    }
  }

  private static String push(String length) {
    return WebServerFixture.pushHeader("Content-Length: " + length);
  }

  /** Reads the header of the only response. */
  private static String responseHead(Socket socket) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int read = socket.getInputStream().read();
      assertThat(read).as("a byte of the answer after: " + head).isNotNegative();
      head.append((char) read);
    }
    return head.toString();
  }

  /**
   * Writes one byte at a time until the server closes the connection; returns false when it never
   * does.
   */
  private static boolean isClosedByServer(Socket socket, String start) throws IOException {
    socket.setSoTimeout(5);
    long end = System.nanoTime() + WebServerFixture.TIMEOUT.dividedBy(2).toNanos();
    try {
      WebServerFixture.write(socket, start);
      while (System.nanoTime() < end) {
        if (hasEnded(socket)) {
          return true;
        }
        WebServerFixture.write(socket, "x");
      }
      return false;
    } catch (SocketTimeoutException unexpected) {
      throw unexpected;
    } catch (IOException broken) {
      return true;
    }
  }

  private static boolean hasEnded(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException nothingYet) {
      return false;
    }
  }

  private static boolean isSilentFor(Socket socket, Duration time) throws IOException {
    socket.setSoTimeout(Math.toIntExact(time.toMillis()));
    try {
      socket.getInputStream().read();
      return false;
    } catch (SocketTimeoutException silent) {
      return true;
    } finally {
      socket.setSoTimeout(Math.toIntExact(WebServerFixture.TIMEOUT.toMillis()));
    }
  }
}
