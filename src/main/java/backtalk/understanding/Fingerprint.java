package backtalk.understanding;

import backtalk.conversation.Wording;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** A short hash of what is learned from: when it changes, what was learned is out of date. */
final class Fingerprint {

  private static final int LETTERS = 16;

  private final MessageDigest digest;

  private Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * Of the examples, and of all that brings them to plain form.
   *
   * @param subject words that misspelt ones are taken for
   * @param guarded words that are never taken for misspelt ones
   */
  static String of(
      Lessons lessons,
      Wording.Slang slang,
      Collection<String> subject,
      Collection<String> guarded) {
    Fingerprint print = new Fingerprint();
    print.add(Learning.RECIPE);
    lessons.all().forEach(each -> print.add(each.kind() + " " + each.label() + " " + each.text()));
    print.add(slang.question());
    print.add(slang.answer());
    print.add(slang.emoji());
    new TreeSet<>(subject).forEach(print::add);
    new TreeSet<>(guarded).forEach(print::add);
    return HexFormat.of().formatHex(print.digest.digest()).substring(0, LETTERS);
  }

  private void add(Map<String, String> table) {
    new TreeMap<>(table).forEach((from, to) -> add(from + " " + to));
  }

  private void add(String line) {
    digest.update(line.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }
}
