package backtalk.studio;

import backtalk.cli.TerminalSession;
import backtalk.cli.chattest.Coverage;
import backtalk.cli.chattest.TestPlayer;
import backtalk.conversation.Position;
import backtalk.conversation.StateMachine;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Message;
import backtalk.loader.chattests.ChatTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Plays the chat tests of a version, and notes what each of them shows. */
final class TestRun {
  private static final int MAX_NAMES = 12;

  private final Version version;
  private final Coverage coverage;
  private final Map<String, List<String>> reach = new LinkedHashMap<>();
  private final Map<String, Cards.Card> cards = new LinkedHashMap<>();
  private String playing = "";

  TestRun(Version version) {
    this.version = version;
    coverage = new Coverage(version.bot().conversation());
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
    TestPlayer player = new TestPlayer(version.bot(), this::note);
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
    StateMachine machine = version.bot().conversation().machine();
    machine.path(after.facts(), after.begun()).passed().forEach(it -> reached(it.id()));
    switch (machine.where(after.facts(), after.begun())) {
      case Position.Welcome welcome -> {}
      case Position.Asking(var state, var open) ->
          show("state", state.id(), Message.Kind.QUESTION, exchange);
      case Position.Ended(var outcome) -> {
        reached(outcome.id());
        show("outcome", outcome.id(), Message.Kind.OUTCOME, exchange);
      }
    }
  }

  private void reached(String id) {
    List<String> names = reach.computeIfAbsent(id, any -> new ArrayList<>());
    if (names.size() < MAX_NAMES && !names.contains(playing)) {
      names.add(playing);
    }
  }

  private void show(String kind, String id, Message.Kind role, TerminalSession.Exchange exchange) {
    exchange.messages().stream()
        .filter(message -> message.kind() == role)
        .findFirst()
        .ifPresent(message -> cards.putIfAbsent(id, Cards.of(kind, id, message)));
  }

  /** Returns the card of each state and outcome, as the first test to reach it has shown it. */
  List<Cards.Card> cards() {
    return List.copyOf(cards.values());
  }
}
