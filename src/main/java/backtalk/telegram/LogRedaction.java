package backtalk.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.ports.StoreUnavailableException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Replaces in log lines anything that could identify a person or reveal the token. */
public final class LogRedaction {

  private static final String HASH = "HmacSHA256";

  /** Derives the key for pseudonyms of chats; another text would change all of them. */
  private static final String PURPOSE = "the names of chats in Backtalk's log";

  private static final int LENGTH = 12;
  private static final Pattern TOKEN = Pattern.compile("\\d+:[\\w-]{20,}");

  private final byte[] key;

  /**
   * Derives the key from the bot's token. Replicas and later runs have the same key, and nobody
   * without the token can find a chat by trying all ids.
   */
  public LogRedaction(String token) {
    key = hmac(token.getBytes(UTF_8), PURPOSE.getBytes(UTF_8));
  }

  /** Returns a pseudonym of twelve hexadecimal digits, always the same for a chat. */
  public String of(ChatId chat) {
    byte[] hash = hmac(key, ByteBuffer.allocate(Long.BYTES).putLong(chat.value()).array());
    return HexFormat.of().formatHex(hash).substring(0, LENGTH);
  }

  static byte[] hmac(byte[] key, byte[] text) {
    try {
      Mac mac = Mac.getInstance(HASH);
      mac.init(new SecretKeySpec(key, HASH));
      return mac.doFinal(text);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java runtime has " + HASH, missing);
    }
  }

  /**
   * Returns the class of an exception and where it was thrown. Its message could hold anything, so
   * only the message of a {@link StoreUnavailableException}, which is written for operators, is
   * shown.
   */
  public static String of(Throwable failure) {
    return failure instanceof StoreUnavailableException unavailable
        ? String.valueOf(unavailable.getMessage())
        : kind(failure);
  }

  private static String kind(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    String location = trace.length == 0 ? "" : " at " + trace[0];
    return failure.getClass().getSimpleName() + location;
  }

  /** Returns the class and the message of a connection's failure, without a token. */
  public static String ofConnection(Throwable failure) {
    String message = Optional.ofNullable(failure.getMessage()).orElse("");
    String kind = failure.getClass().getSimpleName();
    return (kind + " " + TOKEN.matcher(message).replaceAll("<token>")).strip();
  }
}
