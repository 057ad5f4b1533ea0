package backtalk.telegram;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.NotKept;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** What log lines say in place of things that they must not say. */
final class Disguise {

  private static final String HASH = "SHA-256";
  private static final int KEY_BYTES = 32;
  private static final int SHOWN = 8;
  private static final Pattern TOKEN = Pattern.compile("\\d+:[\\w-]{20,}");

  private final byte[] key = new byte[KEY_BYTES];

  /** A disguise with a key of its own, so that two runs of the bot cannot be told together. */
  Disguise() {
    new SecureRandom().nextBytes(key);
  }

  /** The chat as eight letters: the same for the same chat, as long as the program runs. */
  String of(ChatId chat) {
    try {
      MessageDigest digest = MessageDigest.getInstance(HASH);
      digest.update(key);
      byte[] hash = digest.digest(ByteBuffer.allocate(Long.BYTES).putLong(chat.value()).array());
      return HexFormat.of().formatHex(hash).substring(0, SHOWN);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has " + HASH, missing);
    }
  }

  /**
   * The kind of an exception and where it was thrown; what it says could hold anything, unless it
   * is meant for operators.
   */
  static String of(Throwable failure) {
    return failure instanceof NotKept said ? String.valueOf(said.getMessage()) : kind(failure);
  }

  private static String kind(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    String where = trace.length == 0 ? "" : " at " + trace[0];
    return failure.getClass().getSimpleName() + where;
  }

  /** The kind of a connection's failure and what it says, without a token. */
  static String ofConnection(Throwable failure) {
    String says = Optional.ofNullable(failure.getMessage()).orElse("");
    String kind = failure.getClass().getSimpleName();
    return (kind + " " + TOKEN.matcher(says).replaceAll("<token>")).strip();
  }
}
