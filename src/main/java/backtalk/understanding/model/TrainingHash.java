package backtalk.understanding.model;

import backtalk.conversation.LanguageData;
import backtalk.understanding.Sha256;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Hashes what is learned from: when it changes, what was learned is out of date. */
public final class TrainingHash {

  private final Sha256 sha256 = new Sha256();

  private TrainingHash() {}

  /**
   * Of the examples, and of all that brings them to plain form.
   *
   * @param subject words that misspelt ones are taken for
   * @param guarded words that are never taken for misspelt ones
   */
  public static String of(
      TrainingExamples examples,
      LanguageData.Slang slang,
      Collection<String> subject,
      Collection<String> guarded) {
    TrainingHash print = new TrainingHash();
    examples.all().forEach(each -> print.add(each.kind() + " " + each.label() + " " + each.text()));
    print.add(slang.question());
    print.add(slang.answer());
    print.add(slang.emoji());
    new TreeSet<>(subject).forEach(print::add);
    new TreeSet<>(guarded).forEach(print::add);
    return print.sha256.hex();
  }

  private void add(Map<String, String> table) {
    new TreeMap<>(table).forEach((from, to) -> add(from + " " + to));
  }

  private void add(String line) {
    sha256.add(line + '\0');
  }
}
