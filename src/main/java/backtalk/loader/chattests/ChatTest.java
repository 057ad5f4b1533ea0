package backtalk.loader.chattests;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Describes a chat test: inputs of a person, and expectations of the bot's turns.
 *
 * @param name sentence that says what the chat shows
 * @param file path below the conversation's folder, with slashes
 * @param line counted from 1
 */
public record ChatTest(String name, String file, int line, List<Step> steps) {
  public ChatTest {
    steps = List.copyOf(steps);
  }

  public sealed interface Step {

    /** Returns the line of the step in its file, counted from 1. */
    int line();

    /**
     * Holds the inputs of the person: typed text, a {@code /command}, {@code [label]} or {@code #2}
     * to press a button, {@code ~3d} to let time pass.
     */
    record You(int line, List<String> inputs) implements Step {
      public You {
        inputs = List.copyOf(inputs);
      }
    }

    /** Holds the expectations of the turn that answers the last input. */
    record Bot(int line, Expected expected) implements Step {}
  }

  /**
   * Holds the expectations of one turn; an empty one is not checked.
   *
   * @param facts from fact id to yes, no, unsure or unknown
   * @param state id of the state or outcome, or {@code welcome}
   * @param outcome id of the outcome, or the urgency so far
   * @param topics the exact topics that were answered or offered; present and empty means none
   */
  public record Expected(
      Map<String, String> facts,
      Optional<String> state,
      Optional<String> outcome,
      ExpectedTexts texts,
      Optional<String> action,
      Optional<List<String>> topics) {

    public static final Expected NOTHING =
        new Expected(
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            new ExpectedTexts(List.of(), List.of(), List.of()),
            Optional.empty(),
            Optional.empty());

    /** Returns the same expectations with other texts. */
    public Expected with(ExpectedTexts other) {
      return new Expected(facts, state, outcome, other, action, topics);
    }
  }

  /**
   * Holds the expectations of texts on the phone.
   *
   * @param says each is part of the messages of the turn
   * @param saysNot none is part of them
   * @param buttons each labels a button of the newest keyboard
   */
  public record ExpectedTexts(List<String> says, List<String> saysNot, List<String> buttons) {
    public ExpectedTexts {
      says = List.copyOf(says);
      saysNot = List.copyOf(saysNot);
      buttons = List.copyOf(buttons);
    }
  }
}
