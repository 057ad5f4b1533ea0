package backtalk.cli.chattest;

import backtalk.app.Bot;
import backtalk.cli.TerminalSession;
import backtalk.cli.TurnJson;
import backtalk.dialogue.Button;
import backtalk.dialogue.Message;
import backtalk.loader.chattests.ChatTest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Plays chat tests, each in a dialogue of its own.
 *
 * @param watcher receives each exchange
 */
public record TestPlayer(Bot bot, Consumer<TerminalSession.Exchange> watcher) {
  /** Starts each chat at a fixed time; time passes only where the test says so. */
  static final Clock MORNING = Clock.fixed(Instant.parse("2026-01-05T09:00:00Z"), ZoneOffset.UTC);

  /** Plays a test up to its first failing step; empty when it holds. */
  public Optional<TestFailure> play(ChatTest test) {
    Play play = new Play(new TerminalSession(bot, MORNING), new ArrayList<>());
    Optional<TerminalSession.Exchange> newest = Optional.empty();
    for (int step = 0; step < test.steps().size(); step++) {
      List<Mismatch> mismatches = new ArrayList<>();
      switch (test.steps().get(step)) {
        case ChatTest.Step.You you -> newest = say(play, you, mismatches);
        case ChatTest.Step.Bot(int line, ChatTest.Expected expected) ->
            mismatches.addAll(compare(expected, newest, play.session()));
      }
      if (!mismatches.isEmpty()) {
        return Optional.of(new TestFailure(test, step, shown(play.held()), mismatches));
      }
    }
    return Optional.empty();
  }

  /** Holds a session and its exchanges so far. */
  private record Play(TerminalSession session, List<TerminalSession.Exchange> held) {}

  private Optional<TerminalSession.Exchange> say(
      Play play, ChatTest.Step.You you, List<Mismatch> mismatches) {
    Optional<TerminalSession.Exchange> newest = Optional.empty();
    for (String input : you.inputs()) {
      List<Button> before = play.session().newestKeyboard();
      TerminalSession.Exchange exchange = play.session().take(input);
      play.held().add(exchange);
      watcher.accept(exchange);
      newest = Optional.of(exchange);
      if (exchange.missed()) {
        mismatches.add(
            new Mismatch.Behavior(
                "there is no button " + input + "; there are: " + labels(before)));
        return newest;
      }
    }
    return newest;
  }

  private static List<Mismatch> compare(
      ChatTest.Expected expected,
      Optional<TerminalSession.Exchange> newest,
      TerminalSession session) {
    return newest
        .map(exchange -> ExpectationMatcher.of(expected, exchange, session.newestKeyboard()))
        .orElse(List.of(new Mismatch.Behavior("nothing was said yet that could be looked at")));
  }

  private static String labels(List<Button> buttons) {
    return String.join(", ", buttons.stream().map(Button::label).toList());
  }

  /** Returns the chat for a report: the last answer whole, earlier answers by their first line. */
  private static List<String> shown(List<TerminalSession.Exchange> held) {
    List<String> lines = new ArrayList<>();
    for (TerminalSession.Exchange exchange : held) {
      lines.add("you: " + exchange.line());
      boolean last = exchange.equals(held.getLast());
      exchange.messages().forEach(message -> lines.addAll(last ? whole(message) : brief(message)));
    }
    return lines;
  }

  private static List<String> brief(Message message) {
    return List.of("bot: " + message.text().plain().lines().findFirst().orElse(""));
  }

  private static List<String> whole(Message message) {
    List<String> lines = new ArrayList<>();
    message
        .text()
        .plain()
        .lines()
        .forEach(line -> lines.add(((lines.isEmpty() ? "bot: " : "     ") + line).stripTrailing()));
    if (!message.rows().isEmpty()) {
      lines.add("     [" + String.join("] [", TurnJson.labels(message)) + "]");
    }
    return lines;
  }
}
