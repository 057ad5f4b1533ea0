package backtalk.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Checks that nothing of a malformed request reaches the log. */
class RequestLoggingTest {
  private static final String MARK = "Wilhelmina";
  private static final String HOST = "Host: x\r\n";

  static List<String> requests() {
    return List.of(
        "GET / HTTP/1.1\r\nHost: " + MARK + "\r\nHost: " + MARK + "\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: "
            + MARK
            + "\r\n"
            + ("Host: " + MARK + "\r\n").repeat(200)
            + "\r\n",
        "GET / HTTP/1.1\r\nHost: " + MARK + ":port:" + MARK + "\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: [" + MARK + "\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: " + MARK + "/\\<>@\u0001\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n" + MARK,
        MARK + " / HTTP/1.1\r\n" + HOST + "\r\n",
        MARK + "\u0000\u0001 / HTTP/1.1\r\n" + HOST + "\r\n",
        "GET /%zz%" + MARK + " HTTP/1.1\r\n" + HOST + "\r\n",
        "GET /..%2f../" + MARK + ";a=b HTTP/1.1\r\n" + HOST + "\r\n",
        "GET http://" + MARK + ":99999/ HTTP/1.1\r\n" + HOST + "\r\n",
        "GET /" + MARK.repeat(2000) + " HTTP/1.1\r\n" + HOST + "\r\n",
        "GET / HTTP/1.1\r\n" + HOST + "X: " + MARK.repeat(2000) + "\r\n\r\n",
        "GET / HTTP/1.1\r\n" + HOST + MARK + "\r\n\r\n",
        "GET / HTTP/9." + MARK + "\r\n" + HOST + "\r\n",
        "GET / HTTP/1.1\r\n" + HOST + "Content-Length: " + MARK + "\r\n\r\n",
        "GET / HTTP/1.1\r\n" + HOST + "Transfer-Encoding: " + MARK + "\r\n\r\n",
        "POST / HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\n" + MARK + "\r\n",
        "GET / HTTP/1.1\r\n" + HOST + "Cookie: a=\"" + MARK + "\u0007;;=\r\n\r\n",
        "GET / HTTP/1.1\r\n" + HOST + "Expect: " + MARK + "\r\n\r\n",
        "GET / HTTP/1.1\r\n" + HOST + "Upgrade: " + MARK + "\r\nConnection: Upgrade\r\n\r\n",
        "\u0016\u0003\u0001\u0002\u0000" + MARK + "\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + MARK);
  }

  @ParameterizedTest
  @MethodSource("requests")
  void nothingOfAMalformedRequestIsLogged(String request) throws IOException {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    root.addAppender(lines);
    try (WebServerFixture fixture = WebServerFixture.with(update -> WebhookEndpoint.Reply.TAKEN);
        Socket stranger = fixture.connect()) {
      stranger.getOutputStream().write(request.getBytes(ISO_8859_1));
      stranger.shutdownOutput();
      stranger.getInputStream().readAllBytes();
    } finally {
      root.detachAppender(lines);
    }

    assertThat(List.copyOf(lines.list))
        .noneMatch(line -> line.getFormattedMessage().contains(MARK))
        .noneMatch(line -> line.getLoggerName().startsWith("org.eclipse.jetty"));
  }
}
