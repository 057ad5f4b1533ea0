package backtalk.understanding;

/** Hears a message in the light of what is expected. Pure: the same words always mean the same. */
@FunctionalInterface
public interface Interpreter {

  /** What {@code text} says; the text may be empty or very long. */
  NluResult hear(String text, OpenPrompt prompt);

  /**
   * What {@code text} says of signs and answers by its words alone, without a model: no topic and
   * no small talk. Quick, however long the text is.
   */
  default NluResult hearSigns(String text, OpenPrompt prompt) {
    return hear(text, prompt);
  }
}
