package backtalk.conversation;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds everything that an author wrote about one subject.
 *
 * <p>It is read from files, checked as a whole, and immutable.
 *
 * @param topicGroups the label of each group of topics, by id
 * @param cautions lines added to every exercise and to every calm outcome
 * @param factRenames facts of earlier versions, for stored dialogues
 * @param phrases the engine's own short sentences, by id
 * @param mostAsked ids of the topics that /start offers
 */
public record Conversation(
    About about,
    FactRenames factRenames,
    StateMachine machine,
    Map<String, Topic> topics,
    Map<String, String> topicGroups,
    List<SourcedText> cautions,
    Sources sources,
    Map<String, String> phrases,
    LanguageData wording,
    List<String> mostAsked) {

  public Conversation {
    cautions = List.copyOf(cautions);
    mostAsked = List.copyOf(mostAsked);
  }

  /**
   * Identifies a conversation and states how long its answers hold.
   *
   * @param hash hash of the files, to notice a change
   * @param freshFor how long a no to a red flag counts
   */
  public record About(String id, String title, String language, String hash, Duration freshFor) {}

  /**
   * Returns the phrase with this id; placeholders are written {@code {name}}.
   *
   * @throws IllegalArgumentException when there is none
   */
  public String phrase(String id) {
    String phrase = phrases.get(id);
    if (phrase == null) {
      throw new IllegalArgumentException("the conversation has no phrase " + id);
    }
    return phrase;
  }

  /** Returns a copy whose privacy text says that unanswered questions are stored. */
  public Conversation withStoredQuestionsNotice() {
    Map<String, String> filled = new LinkedHashMap<>(phrases);
    filled.put("privacy", phrase("privacy") + "\n\n" + phrase("privacy-questions"));
    return withPhrases(filled);
  }

  /**
   * Returns a copy whose phrases name the number of days after which silent dialogues are deleted.
   */
  public Conversation withRetentionDays(int days) {
    Map<String, String> filled = new LinkedHashMap<>(phrases);
    filled.replaceAll((id, phrase) -> phrase.replace("{days}", String.valueOf(days)));
    return withPhrases(filled);
  }

  private Conversation withPhrases(Map<String, String> filled) {
    return new Conversation(
        about,
        factRenames,
        machine,
        topics,
        topicGroups,
        cautions,
        sources,
        filled,
        wording,
        mostAsked);
  }
}
