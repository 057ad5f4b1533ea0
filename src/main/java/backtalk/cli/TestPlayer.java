package backtalk.cli;

import backtalk.dialogue.Button;
import backtalk.dialogue.Message;
import backtalk.library.ChatTest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Plays chats that must hold, each as a dialogue of its own. */
final class TestPlayer {
  /** Some morning: a test's chat begins then, and time passes only where the test says so. */
  static final Clock MORNING = Clock.fixed(Instant.parse("2026-01-05T09:00:00Z"), ZoneOffset.UTC);

  private final Bot bot;
  private final Consumer<Session.Exchange> watcher;

  /** A player that shows each exchange to the watcher. */
  TestPlayer(Bot bot, Consumer<Session.Exchange> watcher) {
    this.bot = bot;
    this.watcher = watcher;
  }

  /** Plays a chat up to where it first differs; empty when it holds. */
  Optional<Failure> play(ChatTest test) {
    Play play = new Play(new Session(bot, MORNING), new ArrayList<>());
    Optional<Session.Exchange> newest = Optional.empty();
    for (int step = 0; step < test.steps().size(); step++) {
      List<Difference> differences = new ArrayList<>();
      switch (test.steps().get(step)) {
        case ChatTest.Step.You you -> newest = say(play, you, differences);
        case ChatTest.Step.Bot(int line, ChatTest.Expected expected) ->
            differences.addAll(compare(expected, newest, play.session()));
      }
      if (!differences.isEmpty()) {
        return Optional.of(new Failure(test, step, shown(play.held()), differences));
      }
    }
    return Optional.empty();
  }

  /** A chat under way, and what was said in it so far. */
  private record Play(Session session, List<Session.Exchange> held) {}

  private Optional<Session.Exchange> say(
      Play play, ChatTest.Step.You you, List<Difference> differences) {
    Optional<Session.Exchange> newest = Optional.empty();
    for (String input : you.inputs()) {
      List<Button> before = play.session().newestKeyboard();
      Session.Exchange exchange = play.session().take(input);
      play.held().add(exchange);
      watcher.accept(exchange);
      newest = Optional.of(exchange);
      if (exchange.missed()) {
        differences.add(
            new Difference.Deed("there is no button " + input + "; there are: " + labels(before)));
        return newest;
      }
    }
    return newest;
  }

  private static List<Difference> compare(
      ChatTest.Expected expected, Optional<Session.Exchange> newest, Session session) {
    return newest
        .map(exchange -> Comparison.of(expected, exchange, session.newestKeyboard()))
        .orElse(List.of(new Difference.Deed("nothing was said yet that could be looked at")));
  }

  private static String labels(List<Button> buttons) {
    return String.join(", ", buttons.stream().map(Button::label).toList());
  }

  /** The chat as a reader needs it: the last answer whole, those before by their beginning. */
  private static List<String> shown(List<Session.Exchange> held) {
    List<String> lines = new ArrayList<>();
    for (Session.Exchange exchange : held) {
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
      lines.add("     [" + String.join("] [", Json.labels(message)) + "]");
    }
    return lines;
  }
}
