package backtalk.cli;

import backtalk.library.ChatTest;
import backtalk.library.ChatTest.Expected;
import backtalk.library.ChatTest.Said;
import backtalk.library.ChatTest.Step;
import backtalk.library.Rewrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A test whose texts are brought up to date with what the bot says now, step by step.
 *
 * @param rewrites the texts that were replaced
 * @param failure how it fails even so; empty when it then holds
 */
record Mending(List<Rewrite> rewrites, Optional<Failure> failure) {
  Mending {
    rewrites = List.copyOf(rewrites);
  }

  /** Plays a test, each time with one more step mended, as far as texts alone are out of date. */
  static Mending of(ChatTest test, TestPlayer player) {
    List<Rewrite> rewrites = new ArrayList<>();
    ChatTest mended = test;
    Optional<Failure> failure = player.play(mended);
    while (failure.isPresent() && !failure.get().differsInDeeds()) {
      List<Rewrite> more = mend(test, failure.get());
      if (more.isEmpty()) {
        break;
      }
      rewrites.addAll(more);
      mended = with(mended, more);
      failure = player.play(mended);
    }
    return new Mending(rewrites, failure);
  }

  private static List<Rewrite> mend(ChatTest test, Failure failure) {
    List<Rewrite> rewrites = new ArrayList<>();
    for (Difference difference : failure.differences()) {
      if (difference instanceof Difference.Gone gone) {
        List<String> free = free(gone, failure, rewrites);
        MostAlike.to(gone.text(), free)
            .map(text -> new Rewrite(test, failure.step(), gone.key(), gone.index(), text))
            .ifPresent(rewrites::add);
      }
    }
    return rewrites;
  }

  /** What the step expects already is not expected a second time. */
  private static List<String> free(Difference.Gone gone, Failure failure, List<Rewrite> rewrites) {
    List<String> taken = new ArrayList<>(rewrites.stream().map(Rewrite::text).toList());
    if (failure.test().steps().get(failure.step()) instanceof Step.Bot bot) {
      taken.addAll(gone.key().of(bot.expected().said()));
    }
    return gone.offered().stream().filter(text -> !taken.contains(text)).toList();
  }

  private static ChatTest with(ChatTest test, List<Rewrite> rewrites) {
    List<Step> steps = new ArrayList<>(test.steps());
    for (Rewrite rewrite : rewrites) {
      if (steps.get(rewrite.step()) instanceof Step.Bot(int line, Expected expected)) {
        steps.set(rewrite.step(), new Step.Bot(line, expected.with(said(expected, rewrite))));
      }
    }
    return new ChatTest(test.name(), test.file(), test.line(), steps);
  }

  private static Said said(Expected expected, Rewrite rewrite) {
    Said said = expected.said();
    List<String> texts = new ArrayList<>(rewrite.key().of(said));
    texts.set(rewrite.index(), rewrite.text());
    return switch (rewrite.key()) {
      case SAYS -> new Said(texts, said.saysNot(), said.buttons());
      case BUTTONS -> new Said(said.says(), said.saysNot(), texts);
    };
  }
}
