package backtalk.conversation;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that an author wrote about one subject: the machine, the texts, the sources, the wording.
 * Read from files and checked as a whole; never changed afterwards.
 *
 * @param cautions said with every movement and calm ending
 * @param factRenames how dialogues of earlier versions go on
 * @param phrases every small sentence of the engine, by id
 */
public record Conversation(
    About about,
    FactRenames factRenames,
    StateMachine machine,
    Map<String, Topic> topics,
    List<SourcedText> cautions,
    Sources sources,
    Map<String, String> phrases,
    LanguageData wording) {

  public Conversation {
    cautions = List.copyOf(cautions);
  }

  /**
   * What a conversation is called and how long its answers hold.
   *
   * @param hash hash of the files, so that a change is noticed
   * @param freshFor how long a no to a red flag counts
   */
  public record About(String id, String title, String language, String hash, Duration freshFor) {}

  /** The phrase of that id, which must exist; placeholders stand in it as {@code {name}}. */
  public String phrase(String id) {
    String phrase = phrases.get(id);
    if (phrase == null) {
      throw new IllegalArgumentException("the conversation has no phrase " + id);
    }
    return phrase;
  }

  /** This conversation, telling people that questions it cannot answer are kept. */
  public Conversation keepingQuestions() {
    Map<String, String> filled = new LinkedHashMap<>(phrases);
    filled.put("privacy", phrase("privacy") + "\n\n" + phrase("privacy-questions"));
    return new Conversation(
        about, factRenames, machine, topics, cautions, sources, filled, wording);
  }

  /** This conversation, saying for how many days of silence answers are kept. */
  public Conversation keptFor(int days) {
    Map<String, String> filled = new LinkedHashMap<>(phrases);
    filled.replaceAll((id, phrase) -> phrase.replace("{days}", String.valueOf(days)));
    return new Conversation(
        about, factRenames, machine, topics, cautions, sources, filled, wording);
  }
}
