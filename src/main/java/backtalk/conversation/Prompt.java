package backtalk.conversation;

import java.util.List;

/** Describes the question of a state. */
public sealed interface Prompt {

  /** Asks for all facts that apply: each tap records one, and every unknown fact is asked. */
  record AnyOf(List<String> facts, boolean askEach) implements Prompt {
    public AnyOf {
      facts = List.copyOf(facts);
    }
  }

  /**
   * Asks for the one fact that fits: one yes is enough; {@code none} labels the button for none.
   */
  record OneOf(List<String> facts, String none, boolean askEach) implements Prompt {
    public OneOf {
      facts = List.copyOf(facts);
    }
  }

  /** Asks nothing: the state only branches on known facts. */
  record Nothing() implements Prompt {}

  /** Returns the facts that are asked here. */
  default List<String> facts() {
    return switch (this) {
      case AnyOf any -> any.facts();
      case OneOf one -> one.facts();
      case Nothing nothing -> List.of();
    };
  }

  /** Returns true when "not sure" about the whole group leads to asking its facts one by one. */
  default boolean asksEach() {
    return switch (this) {
      case AnyOf any -> any.askEach();
      case OneOf one -> one.askEach();
      case Nothing nothing -> false;
    };
  }
}
