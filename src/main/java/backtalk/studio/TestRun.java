package backtalk.studio;

import backtalk.app.Bot;
import backtalk.cli.chattest.Coverage;
import backtalk.cli.chattest.TestPlayer;
import backtalk.conversation.ConversationPart;
import backtalk.conversation.StateMachine;
import backtalk.loader.chattests.ChatTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Plays the chat tests of a version, and notes which states and outcomes each of them reaches. */
record TestRun(Bot bot) {
  private static final int MAX_NAMES = 12;

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
    Coverage all = new Coverage(bot.conversation());
    List<String> failures = new ArrayList<>();
    Map<String, List<String>> reach = new LinkedHashMap<>();
    for (ChatTest test : tests) {
      if (outdated.getAsBoolean()) {
        return Optional.empty();
      }
      Coverage one = new Coverage(bot.conversation());
      new TestPlayer(bot, exchange -> List.of(all, one).forEach(it -> it.record(exchange)))
          .play(test)
          .ifPresent(failure -> failures.add(failure.text(folder)));
      note(test.name(), one, reach);
    }
    return Optional.of(new Results(tests.size(), failures, all.summary(), reach));
  }

  private void note(String test, Coverage reached, Map<String, List<String>> reach) {
    StateMachine machine = bot.conversation().machine();
    List<String> ids = new ArrayList<>();
    machine.states().keySet().stream()
        .filter(id -> reached.covers(new ConversationPart.OfState(id)))
        .forEach(ids::add);
    machine.outcomes().keySet().stream()
        .filter(id -> reached.covers(new ConversationPart.OfOutcome(id)))
        .forEach(ids::add);
    ids.stream()
        .map(id -> reach.computeIfAbsent(id, any -> new ArrayList<>()))
        .filter(names -> names.size() < MAX_NAMES)
        .forEach(names -> names.add(test));
  }
}
