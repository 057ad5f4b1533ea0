package backtalk.understanding;

/** Interprets a message in the context of the open question; pure. */
@FunctionalInterface
public interface Interpreter {

  /** Returns the meaning of {@code text}, which may be empty or very long. */
  NluResult interpret(String text, OpenPrompt prompt);

  /**
   * Returns the red flags and answers in {@code text} by rules alone, without a model, topics or
   * small talk.
   *
   * <p>It is fast however long the text is.
   */
  default NluResult interpretByRules(String text, OpenPrompt prompt) {
    return interpret(text, prompt);
  }
}
