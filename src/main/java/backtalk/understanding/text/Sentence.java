package backtalk.understanding.text;

import java.util.List;

/**
 * One sentence in plain form.
 *
 * @param tokens its words, with commas among them
 * @param asks it ended in a question mark
 */
public record Sentence(List<String> tokens, boolean asks) {

  public static final String COMMA = ",";

  public Sentence {
    tokens = List.copyOf(tokens);
  }

  /** Its words without the commas, as one text. */
  public String plain() {
    return String.join(" ", words());
  }

  /** Its words without the commas. */
  public List<String> words() {
    return tokens.stream().filter(token -> !token.equals(COMMA)).toList();
  }

  /** True when its first word is one of these. */
  public boolean begins(String... words) {
    return !tokens.isEmpty() && List.of(words).contains(tokens.getFirst());
  }
}
