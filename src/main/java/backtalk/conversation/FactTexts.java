package backtalk.conversation;

import java.util.List;

/**
 * How a fact is spoken of: {@code name} in lists, {@code button} on a button, {@code ask} as the
 * only question, {@code why} we ask it, and what it means in plain words ({@code help}).
 */
public record FactTexts(
    String name, String button, String ask, List<SourcedText> why, List<SourcedText> help) {

  public FactTexts {
    why = List.copyOf(why);
    help = List.copyOf(help);
  }
}
