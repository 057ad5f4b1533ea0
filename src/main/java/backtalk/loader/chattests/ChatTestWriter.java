package backtalk.loader.chattests;

import backtalk.loader.chattests.ChatTest.Expected;
import backtalk.loader.chattests.ChatTest.ExpectedTexts;
import backtalk.loader.chattests.ChatTest.Step;
import backtalk.loader.yaml.YamlQuoting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Formats a chat test in the style that authors use. */
public final class ChatTestWriter {
  private ChatTestWriter() {}

  /**
   * Formats the name, then one line for each step; {@link ChatTestReader} reads the same test back.
   */
  public static String of(String name, List<Step> steps) {
    return YamlQuoting.written(name)
        + ":\n"
        + steps.stream().map(step -> "  - " + of(step) + "\n").collect(Collectors.joining());
  }

  private static String of(Step step) {
    return switch (step) {
      case Step.You(int line, List<String> inputs) -> "you: " + inputs(inputs);
      case Step.Bot(int line, Expected expected) -> "bot: {" + of(expected) + "}";
    };
  }

  /**
   * Formats inputs. An empty input needs a list, because {@link ChatTestReader} rejects it
   * elsewhere.
   */
  private static String inputs(List<String> inputs) {
    return inputs.size() == 1 && !inputs.getFirst().isBlank()
        ? YamlQuoting.written(inputs.getFirst())
        : listed(inputs);
  }

  private static String of(Expected expected) {
    List<String> keys = new ArrayList<>();
    expected.state().ifPresent(state -> keys.add("state: " + state));
    expected.outcome().ifPresent(outcome -> keys.add("outcome: " + outcome));
    expected.action().ifPresent(action -> keys.add("action: " + action));
    expected.topics().ifPresent(topics -> keys.add("topics: " + listed(topics)));
    if (!expected.facts().isEmpty()) {
      keys.add(
          expected.facts().entrySet().stream()
              .map(fact -> fact.getKey() + ": " + fact.getValue())
              .collect(Collectors.joining(", ", "facts: {", "}")));
    }
    ExpectedTexts texts = expected.texts();
    add(keys, TextReplacement.Key.SAYS.word(), texts.says());
    add(keys, "says-not", texts.saysNot());
    add(keys, TextReplacement.Key.BUTTONS.word(), texts.buttons());
    return String.join(", ", keys);
  }

  private static void add(List<String> keys, String key, List<String> texts) {
    if (!texts.isEmpty()) {
      keys.add(key + ": " + listed(texts));
    }
  }

  private static String listed(List<String> texts) {
    return texts.stream().map(YamlQuoting::written).collect(Collectors.joining(", ", "[", "]"));
  }
}
