package backtalk.studio;

import backtalk.app.Bot;
import backtalk.cli.TerminalSession;
import backtalk.cli.chattest.Coverage;
import backtalk.cli.chattest.TestPlayer;
import backtalk.conversation.Outcome;
import backtalk.conversation.StatePath;
import backtalk.dialogue.Dialogue;
import backtalk.loader.chattests.ChatTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Plays the chat tests of a version, and notes what each of them reaches. */
final class TestRun {
  private static final int MAX_NAMES = 12;

  private final Bot bot;
  private final Coverage coverage;
  private final Map<String, List<String>> reach = new LinkedHashMap<>();
  private String playing = "";

  TestRun(Bot bot) {
    this.bot = bot;
    coverage = new Coverage(bot.conversation());
  }

  /**
   * Holds the results.
   *
   * @param failures the report of each failed test
   * @param reach names of tests by the id of a state or outcome that they pass, at most twelve
   */
  record Results(
      int total, List<String> failures, String coverage, Map<String, List<String>> reach) {}

  /** Plays the tests; empty when the version is outdated before the last of them. */
  Optional<Results> play(List<ChatTest> tests, Path folder, BooleanSupplier outdated) {
    TestPlayer player = new TestPlayer(bot, this::note);
    List<String> failures = new ArrayList<>();
    for (ChatTest test : tests) {
      if (outdated.getAsBoolean()) {
        return Optional.empty();
      }
      playing = test.name();
      player.play(test).ifPresent(failure -> failures.add(failure.text(folder)));
    }
    return Optional.of(new Results(tests.size(), failures, coverage.summary(), reach));
  }

  private void note(TerminalSession.Exchange exchange) {
    coverage.record(exchange);
    Dialogue after = exchange.turn().dialogue();
    StatePath path = bot.conversation().machine().path(after.facts(), after.begun());
    path.passed().forEach(state -> reached(state.id()));
    if (path.end() instanceof StatePath.End.At(Outcome outcome)) {
      reached(outcome.id());
    }
  }

  private void reached(String id) {
    List<String> names = reach.computeIfAbsent(id, any -> new ArrayList<>());
    if (names.size() < MAX_NAMES && !names.contains(playing)) {
      names.add(playing);
    }
  }
}
