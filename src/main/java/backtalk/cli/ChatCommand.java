package backtalk.cli;

import backtalk.Config;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code chat}: a dialogue in the terminal, or with another program by JSON lines. */
@Command(
    name = "chat",
    description = "Holds a dialogue here in the terminal.",
    mixinStandardHelpOptions = true)
public final class ChatCommand implements Callable<Integer> {
  private static final String HOW =
      "Type words, a button's number or [label], /help, or ~3d to let three days pass;"
          + " Ctrl-D ends the chat.";

  private final Streams streams;
  private final Supplier<Config> settings;

  @Option(names = "--json", description = "one input a line, one JSON object a line")
  private boolean json;

  /** A chat by these streams. */
  public ChatCommand(Streams streams, Supplier<Config> settings) {
    this.streams = streams;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    Bot bot = Shelf.bot(settings.get());
    Session session = new Session(bot, Clock.systemUTC());
    if (json) {
      holdAsJson(session);
    } else {
      hold(session, Screen.ofProcess());
    }
    return 0;
  }

  private void holdAsJson(Session session) {
    boolean heard = true;
    for (var line = streams.line(); heard && line.isPresent(); line = streams.line()) {
      Session.Exchange exchange = session.take(line.get());
      warn(exchange);
      heard = streams.print(Json.chat(exchange));
    }
  }

  private void hold(Session session, Screen screen) {
    Layout layout = new Layout(screen);
    streams.err().println(HOW);
    boolean heard = say(layout, session.begin());
    while (heard) {
      Optional<String> line = ask(screen);
      if (line.isEmpty()) {
        return;
      }
      Session.Exchange exchange = session.take(numbered(session, line.get()));
      warn(exchange);
      heard = say(layout, exchange);
    }
  }

  private boolean say(Layout layout, Session.Exchange exchange) {
    return streams.print("\n" + layout.page(exchange.messages()).stripTrailing());
  }

  private Optional<String> ask(Screen screen) {
    if (screen.terminal()) {
      streams.out().print("\n> ");
      streams.out().flush();
    }
    Optional<String> line = streams.line();
    if (line.isEmpty() && screen.terminal()) {
      streams.print("");
    }
    return line;
  }

  /** People type the bare number that stands before a button. */
  private static String numbered(Session session, String line) {
    String number = line.strip();
    boolean button =
        number.matches("[1-9]\\d?") && Integer.parseInt(number) <= session.newestKeyboard().size();
    return button ? "#" + number : line;
  }

  private void warn(Session.Exchange exchange) {
    if (exchange.missed()) {
      streams.err().println("backtalk: no such button in sight; taken as typed words");
    }
  }
}
