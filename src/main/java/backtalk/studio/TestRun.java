package backtalk.studio;

import backtalk.cli.TerminalSession;
import backtalk.cli.chattest.Coverage;
import backtalk.cli.chattest.TestFailure;
import backtalk.cli.chattest.TestPlayer;
import backtalk.conversation.Position;
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
  private final Path folder;
  private final Coverage coverage;
  private final List<Failure> failures = new ArrayList<>();
  private final Map<String, List<String>> reach = new LinkedHashMap<>();
  private final Map<String, Message> shown = new LinkedHashMap<>();
  private String playing = "";

  TestRun(Version version, Path folder) {
    this.version = version;
    this.folder = folder;
    coverage = new Coverage(version.bot().conversation());
  }

  /** Defines a failed test in JSON. */
  record Failure(String name, String place, String text) {}

  /**
   * Defines the results in JSON.
   *
   * @param reach names of tests by the id of a state or outcome that they pass, at most twelve
   */
  record Results(
      int total, List<Failure> failures, String coverage, Map<String, List<String>> reach) {}

  /** Plays the tests until one is to be the last; empty when it was. */
  Optional<Results> play(List<ChatTest> tests, BooleanSupplier outdated) {
    TestPlayer player = new TestPlayer(version.bot(), this::note);
    for (ChatTest test : tests) {
      if (outdated.getAsBoolean()) {
        return Optional.empty();
      }
      playing = test.name();
      player.play(test).ifPresent(it -> failures.add(failure(it)));
    }
    return Optional.of(new Results(tests.size(), failures, coverage.summary(), reach));
  }

  private Failure failure(TestFailure failure) {
    ChatTest test = failure.test();
    return new Failure(test.name(), test.file() + ":" + test.line(), failure.text(folder));
  }

  private void note(TerminalSession.Exchange exchange) {
    coverage.record(exchange);
    Dialogue after = exchange.turn().dialogue();
    var machine = version.bot().conversation().machine();
    machine.path(after.facts(), after.begun()).passed().forEach(it -> reached(it.id()));
    Position position = machine.where(after.facts(), after.begun());
    if (position instanceof Position.Ended) {
      reached(position.word());
    }
    boolean ended = position instanceof Position.Ended;
    exchange.messages().stream()
        .filter(it -> it.kind() == (ended ? Message.Kind.OUTCOME : Message.Kind.QUESTION))
        .findFirst()
        .ifPresent(message -> shown.putIfAbsent(position.word(), message));
  }

  private void reached(String id) {
    List<String> names = reach.computeIfAbsent(id, any -> new ArrayList<>());
    if (names.size() < MAX_NAMES && !names.contains(playing)) {
      names.add(playing);
    }
  }

  /** Returns the first message that a test has shown at each state and outcome. */
  Map<String, Message> shown() {
    return shown;
  }
}
