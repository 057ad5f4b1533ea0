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
 * A test whose texts are brought up to date with what the bot says now, step by step.
 *
 * @param rewrites the texts that were replaced
 * @param failure how it fails even so; empty when it then holds
 */
record ExpectationUpdate(List<TextReplacement> rewrites, Optional<TestFailure> failure) {
  ExpectationUpdate {
    rewrites = List.copyOf(rewrites);
  }

  /** Plays a test, each time with one more step mended, as far as texts alone are out of date. */
  static ExpectationUpdate of(ChatTest test, TestPlayer player) {
    List<TextReplacement> rewrites = new ArrayList<>();
    ChatTest mended = test;
    Optional<TestFailure> failure = player.play(mended);
    while (failure.isPresent() && !failure.get().differsInDeeds()) {
      List<TextReplacement> more = mend(test, failure.get());
      if (more.isEmpty()) {
        break;
      }
      rewrites.addAll(more);
      mended = with(mended, more);
      failure = player.play(mended);
    }
    return new ExpectationUpdate(rewrites, failure);
  }

  private static List<TextReplacement> mend(ChatTest test, TestFailure failure) {
    List<TextReplacement> rewrites = new ArrayList<>();
    for (Mismatch difference : failure.differences()) {
      if (difference instanceof Mismatch.Gone gone) {
        List<String> free = free(gone, failure, rewrites);
        TextSimilarity.to(gone.text(), free)
            .map(text -> new TextReplacement(test, failure.step(), gone.key(), gone.index(), text))
            .ifPresent(rewrites::add);
      }
    }
    return rewrites;
  }

  /** What the step expects already is not expected a second time. */
  private static List<String> free(
      Mismatch.Gone gone, TestFailure failure, List<TextReplacement> rewrites) {
    List<String> taken = new ArrayList<>(rewrites.stream().map(TextReplacement::text).toList());
    if (failure.test().steps().get(failure.step()) instanceof Step.Bot bot) {
      taken.addAll(gone.key().of(bot.expected().texts()));
    }
    return gone.offered().stream().filter(text -> !taken.contains(text)).toList();
  }

  private static ChatTest with(ChatTest test, List<TextReplacement> rewrites) {
    List<Step> steps = new ArrayList<>(test.steps());
    for (TextReplacement textReplacement : rewrites) {
      if (steps.get(textReplacement.step()) instanceof Step.Bot(int line, Expected expected)) {
        steps.set(
            textReplacement.step(),
            new Step.Bot(line, expected.with(said(expected, textReplacement))));
      }
    }
    return new ChatTest(test.name(), test.file(), test.line(), steps);
  }

  private static ExpectedTexts said(Expected expected, TextReplacement textReplacement) {
    ExpectedTexts said = expected.texts();
    List<String> texts = new ArrayList<>(textReplacement.key().of(said));
    texts.set(textReplacement.index(), textReplacement.text());
    return switch (textReplacement.key()) {
      case SAYS -> new ExpectedTexts(texts, said.saysNot(), said.buttons());
      case BUTTONS -> new ExpectedTexts(said.says(), said.saysNot(), texts);
    };
  }
}
