package backtalk.conversation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Holds the thresholds for classifier scores, each about 0 to 1.
 *
 * <p>They were tuned on messages that were not written for this purpose.
 *
 * @param model the embedding model whose scores they apply to
 */
public record Thresholds(String model, Map<Name, Double> values) {

  /** Holds no thresholds: no score alone decides anything. */
  public static final Thresholds NONE = new Thresholds("", Map.of());

  public enum Name {
    /** Requires a score to ask whether a red flag was meant. */
    FLAG_CONFIRM,
    /**
     * Requires a score to ask, when the message reads like a question, a denial, or about somebody
     * else.
     */
    FLAG_CONFIRM_GATED,
    /**
     * Requires a score to ask about an emergency when {@link #FLAG_FACT_EMERGENCY} is reached too.
     */
    FLAG_CONFIRM_EMERGENCY,
    /** Requires a score for a lexicon match below an emergency to be recorded without asking. */
    FLAG_DOUBT_WORDS,
    /** Requires a score for a lexicon match of an emergency to be recorded without asking. */
    FLAG_DOUBT_EMERGENCY_WORDS,
    /** Requires a score to record a red flag. */
    FLAG_ESCALATE,
    /** Requires a score to report another person's emergency. */
    FLAG_SOMEONE,
    /**
     * Requires a score to report it where the words say that it is over or a habit, or ask about
     * it.
     */
    FLAG_SOMEONE_OVER,
    /** Requires a score of the fact itself to record it. */
    FLAG_FACT,
    /** Requires a score of the emergency itself for the early question. */
    FLAG_FACT_EMERGENCY,
    /** Requires a score to offer topics; below it a question is out of scope. */
    TOPIC_OFFER,
    /** Requires a probability of the first topic to answer a question at once. */
    TOPIC_ANSWER,
    /** Requires a score for being about any topic to answer a question at once. */
    TOPIC_SCOPE,
    /** Requires a probability of the first topic to answer it while an emergency is active. */
    TOPIC_SURE,
    /** Requires a probability to show another topic below an answer. */
    TOPIC_ALTERNATIVE,
    /** Divides the scores of topics before they become probabilities; fitted, no threshold. */
    TOPIC_TEMPERATURE,
    /** Requires a score to classify a message as small talk. */
    TOPIC_TALK,
    /**
     * Requires a score to classify a message, for which topics would only be offered, as one about
     * what was shown last.
     */
    TOPIC_FOLLOW_UP;

    /** Returns the word in files, for instance {@code flag-confirm}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private double otherwise() {
      return switch (this) {
        case FLAG_DOUBT_WORDS, FLAG_DOUBT_EMERGENCY_WORDS -> Double.NEGATIVE_INFINITY;
        default -> Double.POSITIVE_INFINITY;
      };
    }

    public static List<String> words() {
      return Arrays.stream(values()).map(Name::word).toList();
    }
  }

  public Thresholds {
    values = values.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(values));
  }

  /** Returns a threshold; a missing one never lets a score decide. */
  public double of(Name name) {
    return values.getOrDefault(name, name.otherwise());
  }
}
