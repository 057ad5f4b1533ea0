package backtalk.conversation;

import java.util.List;
import java.util.Map;

/**
 * How people say things; never shown.
 *
 * @param facts fact id, then answer, to phrases that tell it
 * @param answers {@code yes, no, unsure, none, skip} to phrases that answer an open question, and
 *     {@code other} to what only looks like an answer
 * @param topics topic id to example questions, with {@code out-of-scope} beside them
 * @param verbs verb or small talk to phrases
 * @param lexicon patterns of words that tell a fact
 * @param flags whole messages that tell a red flag, and such as only look like it
 * @param slang how words typed on a phone are spelt in full
 * @param cues words that change what the words around them mean
 * @param thresholds from where on a likeness counts
 */
public record LanguageData(
    Map<String, Map<Answer, List<String>>> facts,
    Map<String, List<String>> answers,
    Map<String, List<String>> topics,
    Map<String, List<String>> verbs,
    Lexicon lexicon,
    FlagExamples flags,
    Slang slang,
    Cues cues,
    Thresholds thresholds) {

  /** The key of the examples that belong to no topic. */
  public static final String OUT_OF_SCOPE = "out-of-scope";

  /**
   * Patterns over words.
   *
   * @param classes names that stand for any of several words, for instance {@code leg}
   * @param facts fact id to its patterns
   */
  public record Lexicon(Map<String, List<String>> classes, Map<String, Patterns> facts) {}

  /**
   * The patterns of a fact.
   *
   * @param yes tells it
   * @param maybe tells it perhaps
   * @param no denies it as a whole
   * @param mentions words that only people speak of whom it may concern
   */
  public record Patterns(
      List<String> yes, List<String> maybe, List<String> no, List<String> mentions) {}

  /**
   * Whole messages, as people type them.
   *
   * @param now fact id to messages that tell it of the writer, now
   * @param someoneElse fact id to messages that tell it of another person, now
   * @param negatives kind ({@code negated, question, idiom} ...) to messages that tell nothing
   */
  public record FlagExamples(
      Map<String, List<String>> now,
      Map<String, List<String>> someoneElse,
      Map<String, List<String>> negatives) {}

  /**
   * Words and what they stand for, in plain letters.
   *
   * @param question read so in questions and tellings ({@code y} is why)
   * @param answer read so in answers ({@code y} is yes)
   * @param emoji pictures in words
   * @param words rightly spelt words that misspelt ones are taken for
   */
  public record Slang(
      Map<String, String> question,
      Map<String, String> answer,
      Map<String, String> emoji,
      List<String> words) {}

  /**
   * Cue words.
   *
   * @param lists name of a kind of cue, for instance {@code negation}, to its phrases
   * @param languages name of another language to words that are common in it
   */
  public record Cues(Map<String, List<String>> lists, Map<String, List<String>> languages) {

    /** The cues of that kind; none where the wording lists none. */
    public List<String> list(String kind) {
      return lists.getOrDefault(kind, List.of());
    }
  }
}
