package backtalk.understanding;

/** Hears a message in the light of what is expected. Pure: the same words always mean the same. */
@FunctionalInterface
public interface Listener {

  /** What {@code text} says; the text may be empty or very long. */
  Heard hear(String text, Expected expected);
}
