package backtalk.conversation;

import java.util.List;

/** What a state waits for. */
public sealed interface Prompt {

  /** Which of these are so? Each tap tells one; every fact that is unknown is asked. */
  record AnyOf(List<String> facts, boolean askEach) implements Prompt {
    public AnyOf {
      facts = List.copyOf(facts);
    }
  }

  /** Which one of these fits? One yes is enough; {@code none} labels the button for none. */
  record OneOf(List<String> facts, String none, boolean askEach) implements Prompt {
    public OneOf {
      facts = List.copyOf(facts);
    }
  }

  /** Nothing: the state only weighs what is known. */
  record Nothing() implements Prompt {}

  /** The facts that are asked here. */
  default List<String> facts() {
    return switch (this) {
      case AnyOf any -> any.facts();
      case OneOf one -> one.facts();
      case Nothing nothing -> List.of();
    };
  }

  /** True when "not sure" about the whole group asks its facts one by one. */
  default boolean asksEach() {
    return switch (this) {
      case AnyOf any -> any.askEach();
      case OneOf one -> one.askEach();
      case Nothing nothing -> false;
    };
  }
}
