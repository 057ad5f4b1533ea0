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

/** What log lines say in place of things that they must not say. */
public final class LogRedaction {

  private static final String HASH = "HmacSHA256";
  private static final String PURPOSE = "the names of chats in Backtalk's log";
  private static final int LENGTH = 12;
  private static final Pattern TOKEN = Pattern.compile("\\d+:[\\w-]{20,}");

  private final byte[] key;

  /**
   * A disguise under a key made of the bot's token: replicas and later runs have the same one, and
   * who has not the token cannot find a chat by trying all numbers.
   */
  public LogRedaction(String token) {
    key = hmac(token.getBytes(UTF_8), PURPOSE.getBytes(UTF_8));
  }

  /** The chat as twelve letters: the same for the same chat. */
  public String of(ChatId chat) {
    byte[] hash = hmac(key, ByteBuffer.allocate(Long.BYTES).putLong(chat.value()).array());
    return HexFormat.of().formatHex(hash).substring(0, LENGTH);
  }

  private static byte[] hmac(byte[] key, byte[] text) {
    try {
      Mac mac = Mac.getInstance(HASH);
      mac.init(new SecretKeySpec(key, HASH));
      return mac.doFinal(text);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java has " + HASH, missing);
    }
  }

  /**
   * The kind of an exception and where it was thrown; what it says could hold anything, unless it
   * is meant for operators.
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

  /** The kind of a connection's failure and what it says, without a token. */
  public static String ofConnection(Throwable failure) {
    String message = Optional.ofNullable(failure.getMessage()).orElse("");
    String kind = failure.getClass().getSimpleName();
    return (kind + " " + TOKEN.matcher(message).replaceAll("<token>")).strip();
  }
}
