package backtalk.conversation;

import java.util.List;

/**
 * Holds the texts about a fact.
 *
 * @param name the noun phrase for lists
 * @param button the label of its button
 * @param ask the question when it is asked alone
 * @param why the reason for asking it
 * @param help its meaning in plain words
 */
public record FactTexts(
    String name, String button, String ask, List<SourcedText> why, List<SourcedText> help) {

  public FactTexts {
    why = List.copyOf(why);
    help = List.copyOf(help);
  }
}
