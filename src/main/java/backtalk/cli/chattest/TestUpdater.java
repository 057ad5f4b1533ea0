package backtalk.cli.chattest;

import backtalk.loader.chattests.ChatTest;
import backtalk.loader.chattests.ExpectationRewriter;
import backtalk.loader.chattests.TextReplacement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Updates the texts that a conversation's tests expect, in the author's files. */
public final class TestUpdater {
  private final Path folder;
  private final TestPlayer player;
  private final List<String> lines = new ArrayList<>();
  private final List<TestFailure> failures = new ArrayList<>();

  public TestUpdater(Path folder, TestPlayer player) {
    this.folder = folder;
    this.player = player;
  }

  /**
   * Updates the files of these tests. A file in which any chat behaves differently stays unchanged.
   */
  public void update(List<ChatTest> tests) {
    Map<String, List<ChatTest>> files = new LinkedHashMap<>();
    tests.forEach(test -> files.computeIfAbsent(test.file(), file -> new ArrayList<>()).add(test));
    files.forEach(this::update);
  }

  private void update(String file, List<ChatTest> tests) {
    List<TextReplacement> replacements = new ArrayList<>();
    List<TestFailure> failed =
        tests.stream().flatMap(test -> play(test, replacements).stream()).toList();
    if (replacements.isEmpty()) {
      failures.addAll(failed);
    } else if (failed.stream().anyMatch(TestFailure::differsInBehavior)) {
      leave(file, tests, "a chat in it goes another way");
    } else {
      List<TextReplacement.Done> done = ExpectationRewriter.rewrite(folder, file, replacements);
      if (done.isEmpty()) {
        leave(file, tests, "it was changed meanwhile");
      } else {
        done.forEach(one -> lines.add(line(one)));
        failures.addAll(failed);
      }
    }
  }

  /**
   * Plays a test and replaces texts of the failing step, until the test holds or differs in more
   * than texts. Returns the failure that remains.
   */
  private Optional<TestFailure> play(ChatTest test, List<TextReplacement> replacements) {
    ChatTest updated = test;
    Optional<TestFailure> failure = player.play(updated);
    while (failure.isPresent() && !failure.get().differsInBehavior()) {
      List<TextReplacement> more = replacements(test, failure.get());
      if (more.isEmpty()) {
        break;
      }
      replacements.addAll(more);
      for (TextReplacement replacement : more) {
        updated = replacement.applied(updated);
      }
      failure = player.play(updated);
    }
    return failure;
  }

  /** Returns a replacement for each missing text that the step says in similar words now. */
  private static List<TextReplacement> replacements(ChatTest test, TestFailure failure) {
    List<TextReplacement> replacements = new ArrayList<>();
    for (Mismatch mismatch : failure.mismatches()) {
      if (mismatch instanceof Mismatch.Missing missing) {
        TextSimilarity.mostSimilar(missing.text(), free(missing, failure, replacements))
            .map(
                text ->
                    new TextReplacement(test, failure.step(), missing.key(), missing.index(), text))
            .ifPresent(replacements::add);
      }
    }
    return replacements;
  }

  /**
   * Returns the offered texts that the step does not expect yet, so that none is expected twice.
   */
  private static List<String> free(
      Mismatch.Missing missing, TestFailure failure, List<TextReplacement> replacements) {
    List<String> free = new ArrayList<>(missing.offered());
    free.removeAll(replacements.stream().map(TextReplacement::text).toList());
    if (failure.test().steps().get(failure.step()) instanceof ChatTest.Step.Bot bot) {
      free.removeAll(missing.key().of(bot.expected().texts()));
    }
    return free;
  }

  /** Keeps a file unchanged and plays its tests as they stand. */
  private void leave(String file, List<ChatTest> tests, String why) {
    lines.add(folder.resolve(file) + ": left alone, because " + why);
    tests.stream().map(player::play).flatMap(Optional::stream).forEach(failures::add);
  }

  private String line(TextReplacement.Done done) {
    TextReplacement replacement = done.replacement();
    return "%s:%d: %s: \"%s\" is now \"%s\""
        .formatted(
            folder.resolve(done.at().file()),
            done.at().line(),
            replacement.key().word(),
            replacement.old(),
            replacement.text());
  }

  /** Returns a line for each replaced text and each file that stayed unchanged. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  /** Returns the tests that still fail. */
  public List<TestFailure> failures() {
    return List.copyOf(failures);
  }
}
