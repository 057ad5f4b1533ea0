package backtalk.emulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Holds an HTTP answer. */
record Reply(int status, String contentType, String body) {

  static Reply json(int status, String body) {
    return new Reply(status, "application/json", body);
  }

  static Reply refused(Refusal refusal) {
    return json(refusal.code(), refusal.envelope().toString());
  }

  /** Returns the same answer with half of its body and the length of that half. */
  Reply halved() {
    return new Reply(status, contentType, body.substring(0, body.length() / 2));
  }

  void send(HttpExchange exchange) throws IOException {
    byte[] bytes = bytes();
    head(exchange, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** Announces the whole body, writes half of it and closes the connection. */
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
