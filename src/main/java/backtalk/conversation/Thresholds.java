package backtalk.conversation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * From where on a likeness counts: numbers between 0 and 1, found by trying on messages that nobody
 * wrote for the purpose.
 *
 * @param model the embedding model whose likenesses these are
 */
public record Thresholds(String model, Map<Name, Double> values) {

  /** No model, and nothing is ever sure. */
  public static final Thresholds NONE = new Thresholds("", Map.of());

  /** What there is a threshold of. */
  public enum Name {
    /** From here on a message that may tell a red flag is asked back. */
    FLAG_CONFIRM,
    /** The same for a message that reads like a question, a denial, or about somebody else. */
    FLAG_CONFIRM_GATED,
    /** From here on it is asked back if it would be an emergency, and clearly which one. */
    FLAG_CONFIRM_EMERGENCY,
    /** Words of the lexicon that tell less than an emergency tell it only from here on. */
    FLAG_DOUBT_WORDS,
    /** Words of the lexicon that tell an emergency tell it only from here on. */
    FLAG_DOUBT_EMERGENCY_WORDS,
    /** From here on a message tells a red flag. */
    FLAG_ESCALATE,
    /** From here on a message tells an emergency of somebody else. */
    FLAG_SOMEONE,
    /** So sure must be which fact it is, for telling it. */
    FLAG_FACT,
    /** So sure must be which emergency it is, for asking early. */
    FLAG_FACT_EMERGENCY,
    /** Where it is less about any topic, a question is out of scope. */
    TOPIC_OFFER,
    /** From this likeness on a question may be answered at once. */
    TOPIC_ANSWER,
    /** So far must the best topic be ahead of the second to be answered at once. */
    TOPIC_MARGIN,
    /** The same for one of several questions in a message. */
    TOPIC_MARGIN_PART,
    /** From here on something is the small talk that it is closest to. */
    TOPIC_TALK;

    /** The word in files, for instance {@code flag-confirm}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private double otherwise() {
      return switch (this) {
        case FLAG_DOUBT_WORDS, FLAG_DOUBT_EMERGENCY_WORDS -> Double.NEGATIVE_INFINITY;
        default -> Double.POSITIVE_INFINITY;
      };
    }

    /** Every word in files. */
    public static List<String> words() {
      return Arrays.stream(values()).map(Name::word).toList();
    }
  }

  public Thresholds {
    values = values.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(values));
  }

  /** The threshold of that name; where there is none, likeness alone decides nothing. */
  public double of(Name name) {
    return values.getOrDefault(name, name.otherwise());
  }
}
