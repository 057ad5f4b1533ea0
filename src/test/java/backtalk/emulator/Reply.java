package backtalk.emulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An HTTP answer ready to be written. */
record Reply(int status, String contentType, String body) {

  static Reply json(int status, String body) {
    return new Reply(status, "application/json", body);
  }

  static Reply refused(Refusal refusal) {
    return json(refusal.code(), refusal.envelope().toString());
  }

  /** The same answer with half of its body, and a length that fits the half. */
  Reply halved() {
    return new Reply(status, contentType, body.substring(0, body.length() / 2));
  }

  void send(HttpExchange exchange) throws IOException {
    byte[] bytes = bytes();
    head(exchange, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** Promises the whole body, writes half of it and cuts the connection. */
  void sendBrokenOff(HttpExchange exchange) throws IOException {
    byte[] bytes = bytes();
    head(exchange, bytes.length);
    exchange.getResponseBody().write(Arrays.copyOf(bytes, bytes.length / 2));
    exchange.getResponseBody().flush();
  }

  private void head(HttpExchange exchange, int length) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", contentType);
    exchange.sendResponseHeaders(status, length);
  }

  private byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
