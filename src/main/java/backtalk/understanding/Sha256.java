package backtalk.understanding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Computes one SHA-256 hash of several texts and byte arrays. */
public final class Sha256 {
  private final MessageDigest digest;

  /** Creates a hash of empty input. */
  public Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform provides SHA-256", e);
    }
  }

  /** Adds a text as UTF-8 bytes. */
  public Sha256 add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  public Sha256 add(byte[] bytes) {
    digest.update(bytes);
    return this;
  }

  /** Returns the hash as hexadecimal digits and starts a new one. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
