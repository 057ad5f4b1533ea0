package backtalk.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import java.util.regex.Pattern;

/**
 * Masks every bot token in the log lines of another encoder.
 *
 * <p>The finished line is masked rather than the message, so that a token in a nested exception is
 * masked as well.
 */
final class TokenMaskingEncoder extends EncoderBase<ILoggingEvent> {
  /**
   * Matches the bot's number, a colon (or %3A in a URL) and the secret. The secret has 35
   * characters today; the settings accept 20 and more.
   */
  private static final Pattern TOKEN = Pattern.compile("\\d{3,}(?::|%3[Aa])[\\w-]{20,}");

  private final Encoder<ILoggingEvent> inner;

  TokenMaskingEncoder(Encoder<ILoggingEvent> inner) {
    this.inner = inner;
  }

  @Override
  public byte[] headerBytes() {
    return inner.headerBytes();
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    String line = new String(inner.encode(event), UTF_8);
    return TOKEN.matcher(line).replaceAll("<token>").getBytes(UTF_8);
  }

  @Override
  public byte[] footerBytes() {
    return inner.footerBytes();
  }
}
