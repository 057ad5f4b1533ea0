package backtalk.understanding.model;

import backtalk.conversation.LanguageData;
import backtalk.understanding.rules.Cue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Holds one training example.
 *
 * @param kind what kind of message it is an example of
 * @param label the fact, the topic, the kind of small talk or the kind of negative
 */
public record TrainingExample(Kind kind, String label, String text) {

  /** Lists the kinds of training examples. */
  public enum Kind {
    /** Marks a red flag of the writer. */
    NOW,
    /** Marks a fact of the writer that is no red flag. */
    OTHER_FACT,
    /** Marks a red flag of another person. */
    SOMEONE_ELSE,
    /** Marks a message that only resembles a red flag. */
    NEGATIVE,
    /** Marks a question about a topic. */
    TOPIC,
    /** Marks a question about no topic of the conversation. */
    OUT_OF_SCOPE,
    /** Marks small talk or a command. */
    SMALL_TALK
  }

  /**
   * Returns the examples in the language data of a conversation, in the order of its files.
   *
   * <p>Small talk that may hide a sign is left out: it would make similar words harmless.
   */
  public static List<TrainingExample> of(LanguageData language, Set<String> redFlags) {
    List<TrainingExample> all = new ArrayList<>();
    List<String> hiding = language.cues().list(Cue.HEARD_THROUGH.word());
    language
        .flags()
        .now()
        .forEach(
            (fact, texts) ->
                add(all, redFlags.contains(fact) ? Kind.NOW : Kind.OTHER_FACT, fact, texts));
    language
        .flags()
        .someoneElse()
        .forEach((fact, texts) -> add(all, Kind.SOMEONE_ELSE, fact, texts));
    language.flags().negatives().forEach((kind, texts) -> add(all, Kind.NEGATIVE, kind, texts));
    language.topics().forEach((topic, texts) -> add(all, topicKind(topic), topic, texts));
    language.verbs().entrySet().stream()
        .filter(verb -> !hiding.contains(verb.getKey()))
        .forEach(verb -> add(all, Kind.SMALL_TALK, verb.getKey(), verb.getValue()));
    return all;
  }

  private static Kind topicKind(String topic) {
    return topic.equals(LanguageData.OUT_OF_SCOPE) ? Kind.OUT_OF_SCOPE : Kind.TOPIC;
  }

  private static void add(List<TrainingExample> all, Kind kind, String label, List<String> texts) {
    texts.forEach(text -> all.add(new TrainingExample(kind, label, text)));
  }

  /** Returns the example in plain form. */
  public TrainingExample plain(UnaryOperator<String> plain) {
    return new TrainingExample(kind, label, plain.apply(text));
  }
}
