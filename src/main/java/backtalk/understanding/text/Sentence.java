package backtalk.understanding.text;

import java.util.List;

/**
 * Represents one sentence in plain form.
 *
 * @param tokens its words and commas
 * @param asks true when it ended in a question mark
 */
public record Sentence(List<String> tokens, boolean asks) {

  public static final String COMMA = ",";

  public Sentence {
    tokens = List.copyOf(tokens);
  }

  /** Returns its words without the commas, as one text. */
  public String plain() {
    return String.join(" ", words());
  }

  /** Returns its words without the commas. */
  public List<String> words() {
    return tokens.contains(COMMA)
        ? tokens.stream().filter(token -> !token.equals(COMMA)).toList()
        : tokens;
  }

  /** Returns the words of several sentences as one text. */
  public static String plain(List<Sentence> sentences) {
    return String.join(" ", sentences.stream().map(Sentence::plain).toList());
  }
}
