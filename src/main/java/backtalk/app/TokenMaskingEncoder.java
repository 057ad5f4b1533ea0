package backtalk.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes log lines as another encoder does, with every bot token in them blacked out.
 *
 * <p>It masks the finished line rather than the message, so that a token in the text of an
 * exception, however deeply nested, is masked as well. Named in {@code logback.xml}.
 */
public final class TokenMaskingEncoder extends EncoderBase<ILoggingEvent> {
  /**
   * The bot's number, a colon, which an address may write as %3A, and the secret: 35 characters
   * when this was written, and 20 at the least that the settings take.
   */
  private static final Pattern TOKEN = Pattern.compile("\\d{3,}(?::|%3[Aa])[\\w-]{20,}");

  private @Nullable Encoder<ILoggingEvent> inner;

  /** Takes the encoder that lays out the line; logback calls this for the element of that name. */
  public void setInner(Encoder<ILoggingEvent> inner) {
    this.inner = inner;
  }

  @Override
  public void start() {
    if (inner == null) {
      addError("an <inner> encoder is missing");
    } else {
      super.start();
    }
  }

  @Override
  public byte[] headerBytes() {
    return inner().headerBytes();
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    String line = new String(inner().encode(event), UTF_8);
    return TOKEN.matcher(line).replaceAll("<token>").getBytes(UTF_8);
  }

  @Override
  public byte[] footerBytes() {
    return inner().footerBytes();
  }

  private Encoder<ILoggingEvent> inner() {
    if (inner == null) {
      throw new IllegalStateException("an <inner> encoder is missing");
    }
    return inner;
  }
}
