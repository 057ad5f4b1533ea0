package backtalk.cli;

import backtalk.library.ChatTest;
import backtalk.library.Rewrite;
import backtalk.library.TestTexts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings the texts that a conversation's tests expect up to date, in the author's own files. */
final class Updating {
  private final Path folder;
  private final TestPlayer player;
  private final List<String> lines = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();

  /** An updating of the tests of a folder, as this player plays them. */
  Updating(Path folder, TestPlayer player) {
    this.folder = folder;
    this.player = player;
  }

  /** Updates each file of these tests; one of which a chat goes another way is left alone. */
  void update(List<ChatTest> tests) {
    Map<String, List<ChatTest>> files = new LinkedHashMap<>();
    tests.forEach(test -> files.computeIfAbsent(test.file(), file -> new ArrayList<>()).add(test));
    files.forEach(this::update);
  }

  private void update(String file, List<ChatTest> tests) {
    List<Mending> mendings = tests.stream().map(test -> Mending.of(test, player)).toList();
    List<Failure> failed =
        mendings.stream().map(Mending::failure).flatMap(Optional::stream).toList();
    List<Rewrite> rewrites = mendings.stream().flatMap(m -> m.rewrites().stream()).toList();
    if (rewrites.isEmpty()) {
      failures.addAll(failed);
    } else if (failed.stream().anyMatch(Failure::differsInDeeds)) {
      leave(file, tests, "a chat in it goes another way");
    } else {
      List<Rewrite.Done> done = TestTexts.rewrite(folder, file, rewrites);
      if (done.isEmpty()) {
        leave(file, tests, "it was changed meanwhile");
      } else {
        done.forEach(one -> lines.add(line(one)));
        failures.addAll(failed);
      }
    }
  }

  /** As the file is, so its chats are judged. */
  private void leave(String file, List<ChatTest> tests, String why) {
    lines.add(folder.resolve(file) + ": left alone, because " + why);
    tests.stream().map(player::play).flatMap(Optional::stream).forEach(failures::add);
  }

  private String line(Rewrite.Done done) {
    return "%s:%d: %s: \"%s\" is now \"%s\""
        .formatted(
            folder.resolve(done.at().file()),
            done.at().line(),
            done.key().word(),
            done.old(),
            done.text());
  }

  /** What was rewritten, a line each, and which files could not be. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  /** The chats that still do not hold. */
  List<Failure> failures() {
    return List.copyOf(failures);
  }
}
