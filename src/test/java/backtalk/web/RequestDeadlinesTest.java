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

/** Connections that trickle, each byte of which comes long before the silence is too long. */
class RequestDeadlinesTest {
  private static final Duration SHORT = Duration.ofMillis(400);

  /** Longer than a test waits: silence is never what ends a connection here. */
  private static final Duration LONG = Duration.ofMinutes(5);

  private static final String GET = "GET /healthz HTTP/1.1\r\nHost: x\r\n";

  @Test
  void aHeaderThatTricklesIsCutOff() throws IOException {
    try (Slot slot = Slot.impatient(new WebServer.Limits(LONG, SHORT, Slot.PATIENCE));
        Socket slow = slot.connect()) {
      Slot.write(slow, GET);

      assertThat(isCutOff(slow, "X-Slow: ")).isTrue();
    }
  }

  @Test
  void whoConnectsAndSaysNothingIsCutOff() throws IOException {
    try (Slot slot = Slot.impatient(new WebServer.Limits(LONG, SHORT, Slot.PATIENCE));
        Socket silent = slot.connect()) {
      assertThat(silent.getInputStream().read()).isNegative();
    }
  }

  @Test
  void theHeaderOfALaterRequestThatTricklesIsCutOff() throws IOException {
    try (Slot slot = Slot.impatient(new WebServer.Limits(LONG, SHORT, Slot.PATIENCE));
        Socket kept = slot.connect()) {
      Slot.write(kept, push("2") + "{}");
      answered(kept);
      Slot.write(kept, GET);

      assertThat(isCutOff(kept, "X-Slow: ")).isTrue();
    }
  }

  @Test
  void aBodyThatTricklesIsRefused() throws IOException {
    try (Slot slot = Slot.impatient(new WebServer.Limits(LONG, Slot.PATIENCE, SHORT));
        Socket slow = slot.connect()) {
      Slot.write(slow, push("100000"));

      assertThat(isCutOff(slow, "{")).isTrue();
      assertThat(slot.taken()).isEmpty();
    }
  }

  @Test
  void aBodyThatStopsIsCutOff() throws IOException {
    try (Slot slot = Slot.impatient(new WebServer.Limits(LONG, SHORT, SHORT));
        Socket stopped = slot.connect()) {
      Slot.write(stopped, push("100") + "{");

      stopped.getInputStream().readAllBytes();
      assertThat(slot.taken()).isEmpty();
    }
  }

  @Test
  void aConnectionThatWaitsForItsNextPushIsKept() throws IOException {
    try (Slot slot = Slot.impatient(new WebServer.Limits(LONG, SHORT, SHORT));
        Socket kept = slot.connect()) {
      Slot.write(kept, push("2") + "{}");
      answered(kept);
      assertThat(isSilentFor(kept, SHORT.multipliedBy(3))).isTrue();
      Slot.write(kept, push("2") + "{}");

      assertThat(answered(kept)).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void manyThatTrickleGiveTheirPlacesToOthers() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try (Slot slot = Slot.impatient(new WebServer.Limits(LONG, SHORT, SHORT))) {
      for (int i = 0; i < 20; i++) {
        slow.add(slot.connect());
        Slot.write(slow.getLast(), GET);
      }

      assertThat(slow).allSatisfy(each -> assertThat(isCutOff(each, "X-Slow: ")).isTrue());
      assertThat(slot.send(slot.request("/healthz").build()).statusCode()).isEqualTo(200);
    } finally {
      for (Socket each : slow) {
        each.close();
      }
    }
  }

  @Test
  void strangersGetNoConnectionToHold() throws IOException {
    try (Slot slot = Slot.impatient(new WebServer.Limits(LONG, Slot.PATIENCE, Slot.PATIENCE))) {
      for (String path : List.of("/healthz", "/readyz", "/metrics", "/nowhere", Slot.PATH)) {
        try (Socket stranger = slot.connect()) {
          Slot.write(stranger, "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");

          assertThat(new String(stranger.getInputStream().readAllBytes(), US_ASCII))
              .as(path)
              .startsWith("HTTP/1.1 ");
        }
      }
    }
  }

  private static String push(String length) {
    return Slot.begun("Content-Length: " + length);
  }

  /** The head of the one answer that is there. */
  private static String answered(Socket socket) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int read = socket.getInputStream().read();
      assertThat(read).as("a byte of the answer after: " + head).isNotNegative();
      head.append((char) read);
    }
    return head.toString();
  }

  /** Writes on, a byte at a time, until the server has hung up; false where it never does. */
  private static boolean isCutOff(Socket socket, String begun) throws IOException {
    socket.setSoTimeout(5);
    long end = System.nanoTime() + Slot.PATIENCE.dividedBy(2).toNanos();
    try {
      Slot.write(socket, begun);
      while (System.nanoTime() < end) {
        if (hasEnded(socket)) {
          return true;
        }
        Slot.write(socket, "x");
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
      socket.setSoTimeout(Math.toIntExact(Slot.PATIENCE.toMillis()));
    }
  }
}
