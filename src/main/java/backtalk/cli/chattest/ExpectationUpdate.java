package backtalk.cli.chattest;

import backtalk.loader.chattests.ChatTest;
import backtalk.loader.chattests.ChatTest.Expected;
import backtalk.loader.chattests.ChatTest.ExpectedTexts;
import backtalk.loader.chattests.ChatTest.Step;
import backtalk.loader.yaml.TextReplacement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Updates the expected texts of one test to what the bot says now, step by step.
 *
 * @param rewrites the texts that were replaced
 * @param failure the failure that remains; empty when the updated test holds
 */
record ExpectationUpdate(List<TextReplacement> rewrites, Optional<TestFailure> failure) {
  ExpectationUpdate {
    rewrites = List.copyOf(rewrites);
  }

  /** Plays a test and updates the failing step until it holds or differs in more than texts. */
  static ExpectationUpdate of(ChatTest test, TestPlayer player) {
    List<TextReplacement> rewrites = new ArrayList<>();
    ChatTest updated = test;
    Optional<TestFailure> failure = player.play(updated);
    while (failure.isPresent() && !failure.get().differsInBehavior()) {
      List<TextReplacement> more = replacements(test, failure.get());
      if (more.isEmpty()) {
        break;
      }
      rewrites.addAll(more);
      updated = with(updated, more);
      failure = player.play(updated);
    }
    return new ExpectationUpdate(rewrites, failure);
  }

  private static List<TextReplacement> replacements(ChatTest test, TestFailure failure) {
    List<TextReplacement> rewrites = new ArrayList<>();
    for (Mismatch mismatch : failure.mismatches()) {
      if (mismatch instanceof Mismatch.Missing missing) {
        List<String> free = free(missing, failure, rewrites);
        TextSimilarity.mostSimilar(missing.text(), free)
            .map(
                text ->
                    new TextReplacement(test, failure.step(), missing.key(), missing.index(), text))
            .ifPresent(rewrites::add);
      }
    }
    return rewrites;
  }

  /**
   * Returns the offered texts that the step does not expect yet, so that none is expected twice.
   */
  private static List<String> free(
      Mismatch.Missing missing, TestFailure failure, List<TextReplacement> rewrites) {
    List<String> taken = new ArrayList<>(rewrites.stream().map(TextReplacement::text).toList());
    if (failure.test().steps().get(failure.step()) instanceof Step.Bot bot) {
      taken.addAll(missing.key().of(bot.expected().texts()));
    }
    return missing.offered().stream().filter(text -> !taken.contains(text)).toList();
  }

  private static ChatTest with(ChatTest test, List<TextReplacement> rewrites) {
    List<Step> steps = new ArrayList<>(test.steps());
    for (TextReplacement replacement : rewrites) {
      if (steps.get(replacement.step()) instanceof Step.Bot(int line, Expected expected)) {
        steps.set(
            replacement.step(), new Step.Bot(line, expected.with(replaced(expected, replacement))));
      }
    }
    return new ChatTest(test.name(), test.file(), test.line(), steps);
  }

  private static ExpectedTexts replaced(Expected expected, TextReplacement replacement) {
    ExpectedTexts old = expected.texts();
    List<String> texts = new ArrayList<>(replacement.key().of(old));
    texts.set(replacement.index(), replacement.text());
    return switch (replacement.key()) {
      case SAYS -> new ExpectedTexts(texts, old.saysNot(), old.buttons());
      case BUTTONS -> new ExpectedTexts(old.says(), old.saysNot(), texts);
    };
  }
}
