package backtalk.cli.chattest;

import backtalk.loader.chattests.ChatTest;
import backtalk.loader.chattests.ExpectationRewriter;
import backtalk.loader.yaml.TextReplacement;
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

  /** Creates an updater for the tests of a folder. */
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
    List<ExpectationUpdate> updates =
        tests.stream().map(test -> ExpectationUpdate.of(test, player)).toList();
    List<TestFailure> failed =
        updates.stream().map(ExpectationUpdate::failure).flatMap(Optional::stream).toList();
    List<TextReplacement> rewrites = updates.stream().flatMap(m -> m.rewrites().stream()).toList();
    if (rewrites.isEmpty()) {
      failures.addAll(failed);
    } else if (failed.stream().anyMatch(TestFailure::differsInBehavior)) {
      leave(file, tests, "a chat in it goes another way");
    } else {
      List<TextReplacement.Done> done = ExpectationRewriter.rewrite(folder, file, rewrites);
      if (done.isEmpty()) {
        leave(file, tests, "it was changed meanwhile");
      } else {
        done.forEach(one -> lines.add(line(one)));
        failures.addAll(failed);
      }
    }
  }

  /** Keeps a file unchanged and plays its tests as they stand. */
  private void leave(String file, List<ChatTest> tests, String why) {
    lines.add(folder.resolve(file) + ": left alone, because " + why);
    tests.stream().map(player::play).flatMap(Optional::stream).forEach(failures::add);
  }

  private String line(TextReplacement.Done done) {
    return "%s:%d: %s: \"%s\" is now \"%s\""
        .formatted(
            folder.resolve(done.at().file()),
            done.at().line(),
            done.key().word(),
            done.old(),
            done.text());
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
