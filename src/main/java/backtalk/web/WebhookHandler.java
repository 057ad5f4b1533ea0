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

/** Takes the pushes of updates: whose they are is checked before anything of them is read. */
final class WebhookHandler implements Handler {

  /** Telegram's updates stay below 100 kB. */
  static final int MOST_BYTES = 1 << 20;

  private static final int PART_BYTES = 16 << 10;

  static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";
  private static final String TAKEN = "backtalk.push";
  private static final String SECONDS_TO_WAIT = "1";

  private final byte[] secret;
  private final UpdateReceiver updateReceiver;
  private final Duration longest;

  /** Pushes that each come in within {@code longest}. */
  WebhookHandler(WebhookEndpoint webhookEndpoint, Duration longest) {
    this.secret = webhookEndpoint.secret().getBytes(UTF_8);
    this.updateReceiver = webhookEndpoint.updateReceiver();
    this.longest = longest;
  }

  @Override
  public void handle(Context context) throws IOException {
    if (!isGenuine(context)) {
      refuse(context, HttpStatus.FORBIDDEN);
    } else if (context.contentLength() > MOST_BYTES) {
      refuse(context, HttpStatus.CONTENT_TOO_LARGE);
    } else {
      take(context);
    }
  }

  /** What is unread is not waited for: the connection goes. */
  private static void refuse(Context context, HttpStatus status) {
    context.status(status).header(Header.CONNECTION, "close");
  }

  /** Takes the same time whatever part of the secret is right. */
  private boolean isGenuine(Context context) {
    String given = Optional.ofNullable(context.header(SECRET)).orElse("");
    return MessageDigest.isEqual(given.getBytes(UTF_8), secret);
  }

  /** Whether this request was a push with the right secret. */
  static boolean isTaken(Context context) {
    return context.attribute(TAKEN) != null;
  }

  private void take(Context context) throws IOException {
    context.attribute(TAKEN, true);
    switch (read(context.bodyInputStream())) {
      case Body.Whole(byte[] update) ->
          answer(
              context,
              update.length == 0 ? UpdateReceiver.Reply.UNREADABLE : updateReceiver.take(update));
      case Body.TooLarge large -> refuse(context, HttpStatus.CONTENT_TOO_LARGE);
      case Body.TooSlow slow -> refuse(context, HttpStatus.REQUEST_TIMEOUT);
    }
  }

  /** What came in of a body. */
  private sealed interface Body {
    record Whole(@SuppressWarnings("ArrayRecordComponent") byte[] bytes) implements Body {}

    record TooLarge() implements Body {}

    record TooSlow() implements Body {}
  }

  /**
   * Its length may not be told before, and each byte may come just before the silence is too long.
   */
  private Body read(InputStream body) throws IOException {
    long end = System.nanoTime() + longest.toNanos();
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    byte[] part = new byte[PART_BYTES];
    for (int read = body.read(part); read >= 0; read = body.read(part)) {
      whole.write(part, 0, read);
      if (whole.size() > MOST_BYTES) {
        return new Body.TooLarge();
      } else if (System.nanoTime() - end > 0) {
        return new Body.TooSlow();
      }
    }
    return new Body.Whole(whole.toByteArray());
  }

  private static void answer(Context context, UpdateReceiver.Reply reply) {
    switch (reply) {
      case TAKEN -> context.status(HttpStatus.OK);
      case BUSY ->
          context
              .status(HttpStatus.SERVICE_UNAVAILABLE)
              .header(Header.RETRY_AFTER, SECONDS_TO_WAIT);
      case UNREADABLE -> context.status(HttpStatus.BAD_REQUEST);
      case CLOSED -> context.status(HttpStatus.SERVICE_UNAVAILABLE);
    }
  }
}
