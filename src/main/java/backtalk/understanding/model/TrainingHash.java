package backtalk.understanding.model;

import backtalk.conversation.LanguageData;
import backtalk.understanding.Sha256;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Hashes the training data, so that a changed hash marks a trained model as out of date. */
public final class TrainingHash {

  private final Sha256 sha256 = new Sha256();

  private TrainingHash() {}

  /**
   * Returns the hash of the examples and of everything that normalises them.
   *
   * @param subject words that misspelt words are corrected to
   * @param guarded words that are never corrected
   */
  public static String of(
      TrainingExamples examples,
      LanguageData.Slang slang,
      Collection<String> subject,
      Collection<String> guarded) {
    TrainingHash hash = new TrainingHash();
    examples.all().forEach(each -> hash.add(each.kind() + " " + each.label() + " " + each.text()));
    hash.add(slang.question());
    hash.add(slang.answer());
    hash.add(slang.emoji());
    new TreeSet<>(subject).forEach(hash::add);
    new TreeSet<>(guarded).forEach(hash::add);
    return hash.sha256.hex();
  }

  private void add(Map<String, String> table) {
    new TreeMap<>(table).forEach((from, to) -> add(from + " " + to));
  }

  private void add(String line) {
    sha256.add(line + '\0');
  }
}
