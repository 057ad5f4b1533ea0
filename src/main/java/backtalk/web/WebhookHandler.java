package backtalk.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * Handles pushed updates; the secret is checked before any of the body is read.
 *
 * @param bodyLimit limits the time in which a body must arrive
 */
record WebhookHandler(WebhookEndpoint endpoint, Duration bodyLimit) {

  /** Limits a body; Telegram's updates stay below 100 kB. */
  static final int MAX_BYTES = 1 << 20;

  private static final int BUFFER_BYTES = 16 << 10;

  static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";
  private static final String RETRY_SECONDS = "1";

  String path() {
    return endpoint.path();
  }

  /** Sets the status of the response, and keeps the connection open after a whole push. */
  void handle(Request request, Response response) throws IOException {
    if (!isGenuine(request)) {
      response.setStatus(HttpStatus.FORBIDDEN_403);
    } else if (request.getLength() > MAX_BYTES) {
      response.setStatus(HttpStatus.PAYLOAD_TOO_LARGE_413);
    } else {
      ByteArrayOutputStream update = new ByteArrayOutputStream();
      response.setStatus(read(Request.asInputStream(request), update));
      if (response.getStatus() == HttpStatus.OK_200) {
        response.getHeaders().remove(HttpHeader.CONNECTION);
        take(update.toByteArray(), response);
      }
    }
  }

  /** Compares the secret in constant time. */
  private boolean isGenuine(Request request) {
    String given = Optional.ofNullable(request.getHeaders().get(SECRET_HEADER)).orElse("");
    return MessageDigest.isEqual(given.getBytes(UTF_8), endpoint.secret().getBytes(UTF_8));
  }

  /**
   * Reads the body within limits of size and time, and returns the status. The length may be
   * undeclared, and a trickle of bytes defeats an idle timeout.
   */
  private int read(InputStream body, ByteArrayOutputStream whole) throws IOException {
    long deadline = System.nanoTime() + bodyLimit.toNanos();
    byte[] buffer = new byte[BUFFER_BYTES];
    for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
      whole.write(buffer, 0, read);
      if (whole.size() > MAX_BYTES) {
        return HttpStatus.PAYLOAD_TOO_LARGE_413;
      } else if (System.nanoTime() - deadline > 0) {
        return HttpStatus.REQUEST_TIMEOUT_408;
      }
    }
    return HttpStatus.OK_200;
  }

  private void take(byte[] update, Response response) {
    switch (update.length == 0
        ? WebhookEndpoint.Reply.UNREADABLE
        : endpoint.receiver().apply(update)) {
      case TAKEN -> response.setStatus(HttpStatus.OK_200);
      case BUSY -> {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE_503);
        response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_SECONDS);
      }
      case UNREADABLE -> response.setStatus(HttpStatus.BAD_REQUEST_400);
    }
  }
}
