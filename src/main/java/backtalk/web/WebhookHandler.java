package backtalk.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;

/** Handles pushed updates; the secret is checked before any of the body is read. */
final class WebhookHandler implements Handler {

  /** Limits a body; Telegram's updates stay below 100 kB. */
  static final int MAX_BYTES = 1 << 20;

  private static final int BUFFER_BYTES = 16 << 10;

  static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";
  private static final String GENUINE = "backtalk.push";
  private static final String RETRY_SECONDS = "1";

  private final byte[] secret;
  private final UpdateReceiver updateReceiver;
  private final Duration bodyLimit;

  /** Creates a handler whose bodies must arrive within {@code bodyLimit}. */
  WebhookHandler(WebhookEndpoint webhookEndpoint, Duration bodyLimit) {
    this.secret = webhookEndpoint.secret().getBytes(UTF_8);
    this.updateReceiver = webhookEndpoint.updateReceiver();
    this.bodyLimit = bodyLimit;
  }

  @Override
  public void handle(Context context) throws IOException {
    if (!isGenuine(context)) {
      refuse(context, HttpStatus.FORBIDDEN);
    } else if (context.contentLength() > MAX_BYTES) {
      refuse(context, HttpStatus.CONTENT_TOO_LARGE);
    } else {
      take(context);
    }
  }

  /** Refuses a request and closes its connection instead of reading the rest. */
  private static void refuse(Context context, HttpStatus status) {
    context.status(status).header(Header.CONNECTION, "close");
  }

  /** Compares the secret in constant time. */
  private boolean isGenuine(Context context) {
    String given = Optional.ofNullable(context.header(SECRET_HEADER)).orElse("");
    return MessageDigest.isEqual(given.getBytes(UTF_8), secret);
  }

  /** Returns true when the request carried the right secret. */
  static boolean isGenuinePush(Context context) {
    return context.attribute(GENUINE) != null;
  }

  private void take(Context context) throws IOException {
    context.attribute(GENUINE, true);
    switch (read(context.bodyInputStream())) {
      case Body.Whole(byte[] update) ->
          respond(
              context,
              update.length == 0 ? UpdateReceiver.Reply.UNREADABLE : updateReceiver.take(update));
      case Body.TooLarge large -> refuse(context, HttpStatus.CONTENT_TOO_LARGE);
      case Body.TooSlow slow -> refuse(context, HttpStatus.REQUEST_TIMEOUT);
    }
  }

  /** Holds the result of reading a body. */
  private sealed interface Body {
    record Whole(@SuppressWarnings("ArrayRecordComponent") byte[] bytes) implements Body {}

    record TooLarge() implements Body {}

    record TooSlow() implements Body {}
  }

  /**
   * Reads the body within limits of size and time. The length may be undeclared, and a trickle of
   * bytes defeats an idle timeout.
   */
  private Body read(InputStream body) throws IOException {
    long deadline = System.nanoTime() + bodyLimit.toNanos();
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER_BYTES];
    for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
      whole.write(buffer, 0, read);
      if (whole.size() > MAX_BYTES) {
        return new Body.TooLarge();
      } else if (System.nanoTime() - deadline > 0) {
        return new Body.TooSlow();
      }
    }
    return new Body.Whole(whole.toByteArray());
  }

  private static void respond(Context context, UpdateReceiver.Reply reply) {
    switch (reply) {
      case TAKEN -> context.status(HttpStatus.OK);
      case BUSY ->
          context.status(HttpStatus.SERVICE_UNAVAILABLE).header(Header.RETRY_AFTER, RETRY_SECONDS);
      case UNREADABLE -> context.status(HttpStatus.BAD_REQUEST);
      case CLOSED -> context.status(HttpStatus.SERVICE_UNAVAILABLE);
    }
  }
}
