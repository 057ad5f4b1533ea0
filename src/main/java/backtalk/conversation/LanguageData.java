package backtalk.conversation;

import java.util.List;
import java.util.Map;

/**
 * Holds the language data for understanding typed messages; none of it is shown.
 *
 * @param facts fact id, then answer, to phrases that state it
 * @param answers {@code yes, no, unsure, none, skip} to phrases that answer an open question, and
 *     {@code other} to phrases that only look like an answer
 * @param topics topic id to example questions, including {@link #OUT_OF_SCOPE}
 * @param verbs command or small talk to phrases
 * @param lexicon word patterns of the facts
 * @param flags example messages that state a red flag, and messages that only resemble them
 * @param slang spellings used on phones, and their full form
 * @param cues words that change the meaning of the words around them
 * @param thresholds the scores that decisions require
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

  /** Names the examples that belong to no topic. */
  public static final String OUT_OF_SCOPE = "out-of-scope";

  /**
   * Holds the word patterns of the facts.
   *
   * @param classes names for any of several words, for instance {@code leg}
   * @param facts fact id to its patterns
   */
  public record Lexicon(Map<String, List<String>> classes, Map<String, Patterns> facts) {}

  /**
   * Holds the patterns of one fact.
   *
   * @param yes patterns that state it
   * @param maybe patterns that possibly state it
   * @param no patterns that deny it as a whole
   * @param mentions words that only a person with this fact is likely to use
   * @param subjects words of which one must stand in a message before it is compared with the
   *     examples of this fact; empty: it is always compared
   */
  public record Patterns(
      List<String> yes,
      List<String> maybe,
      List<String> no,
      List<String> mentions,
      List<String> subjects) {}

  /**
   * Holds whole example messages, as people type them.
   *
   * @param now fact id to messages about the writer's present state
   * @param someoneElse fact id to messages about another person's present state
   * @param negatives kind ({@code negated, question, idiom} and so on) to messages that state no
   *     fact
   */
  public record FlagExamples(
      Map<String, List<String>> now,
      Map<String, List<String>> someoneElse,
      Map<String, List<String>> negatives) {}

  /**
   * Maps slang, emoji and known words to plain text.
   *
   * @param question meanings in questions and statements ({@code y} is why)
   * @param answer meanings in answers ({@code y} is yes)
   * @param emoji emoji to words
   * @param words correct spellings that the spelling correction may choose
   */
  public record Slang(
      Map<String, String> question,
      Map<String, String> answer,
      Map<String, String> emoji,
      List<String> words) {}

  /**
   * Holds the cue words.
   *
   * @param lists kind of cue, for instance {@code negation}, to its phrases
   * @param languages name of another language to words that are common in it
   */
  public record Cues(Map<String, List<String>> lists, Map<String, List<String>> languages) {

    /** Returns the cues of a kind; empty when none are listed. */
    public List<String> list(String kind) {
      return lists.getOrDefault(kind, List.of());
    }
  }
}
