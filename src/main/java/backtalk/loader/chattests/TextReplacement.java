package backtalk.loader.chattests;

import backtalk.loader.chattests.ChatTest.Expected;
import backtalk.loader.chattests.ChatTest.ExpectedTexts;
import backtalk.loader.chattests.ChatTest.Step;
import backtalk.loader.yaml.SourceLocation;
import java.util.ArrayList;
import java.util.List;

/**
 * Replaces one expected text of a chat test by another.
 *
 * @param step index of the step in the test, from 0
 * @param index index of the text under the key, from 0
 */
public record TextReplacement(ChatTest test, int step, Key key, int index, String text) {

  /** Keys of a step whose texts can be replaced. */
  public enum Key {
    SAYS,
    BUTTONS;

    /** Returns the key as written in files. */
    public String word() {
      return this == SAYS ? "says" : "buttons";
    }

    /** Returns the texts that are expected under this key. */
    public List<String> of(ExpectedTexts texts) {
      return this == SAYS ? texts.says() : texts.buttons();
    }
  }

  /** Returns the text that was expected before. */
  public String old() {
    return test.steps().get(step) instanceof Step.Bot bot
        ? key.of(bot.expected().texts()).get(index)
        : "";
  }

  public ChatTest applied(ChatTest other) {
    List<Step> steps = new ArrayList<>(other.steps());
    if (steps.get(step) instanceof Step.Bot(int line, Expected expected)) {
      steps.set(step, new Step.Bot(line, expected.with(replaced(expected.texts()))));
    }
    return new ChatTest(other.name(), other.file(), other.line(), steps);
  }

  private ExpectedTexts replaced(ExpectedTexts before) {
    List<String> texts = new ArrayList<>(key.of(before));
    texts.set(index, text);
    return switch (key) {
      case SAYS -> new ExpectedTexts(texts, before.saysNot(), before.buttons());
      case BUTTONS -> new ExpectedTexts(before.says(), before.saysNot(), texts);
    };
  }

  /** Describes a replacement that was made, at the location of its text. */
  public record Done(SourceLocation at, TextReplacement replacement) {}
}
