package backtalk.loader.chattests;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A chat that must hold, as its writer told it.
 *
 * @param name a sentence that says what the chat shows
 * @param file path below the conversation's folder, with slashes
 * @param line counted from 1
 */
public record ChatTest(String name, String file, int line, List<Step> steps) {
  public ChatTest {
    steps = List.copyOf(steps);
  }

  /** One step of a chat. */
  public sealed interface Step {

    /** The line on which it is written. */
    int line();

    /**
     * What the person does: typed text, a {@code /command}, {@code [label]} or {@code #2} to press
     * a button, {@code ~3d} to let time pass.
     */
    record You(int line, List<String> inputs) implements Step {
      public You {
        inputs = List.copyOf(inputs);
      }
    }

    /** What must hold of the last input's turn. */
    record Bot(int line, Expected expected) implements Step {}
  }

  /**
   * What must hold; what is empty is not looked at.
   *
   * @param facts fact id to yes, no, unsure or unknown
   * @param state id of the state, or of the outcome, or {@code welcome}
   * @param outcome id of the ending reached, or the level so far
   * @param topics exactly these were answered or offered; present and empty: none
   */
  public record Expected(
      Map<String, String> facts,
      Optional<String> state,
      Optional<String> outcome,
      Said said,
      Optional<String> action,
      Optional<List<String>> topics) {

    /** Looks at nothing. */
    public static final Expected NOTHING =
        new Expected(
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            new Said(List.of(), List.of(), List.of()),
            Optional.empty(),
            Optional.empty());

    /** The same, with other words on the phone. */
    public Expected with(Said other) {
      return new Expected(facts, state, outcome, other, action, topics);
    }
  }

  /**
   * What is read on the phone.
   *
   * @param says each stands in the messages of the turn
   * @param saysNot none stands there
   * @param buttons each is a label on the newest keyboard
   */
  public record Said(List<String> says, List<String> saysNot, List<String> buttons) {
    public Said {
      says = List.copyOf(says);
      saysNot = List.copyOf(saysNot);
      buttons = List.copyOf(buttons);
    }
  }
}
