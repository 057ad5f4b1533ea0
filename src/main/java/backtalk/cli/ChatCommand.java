package backtalk.cli;

import backtalk.Config;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "adds the chat as a test to this YAML file when it ends")
  private @Nullable Path record;

  /** A chat by these streams. */
  public ChatCommand(Streams streams, Supplier<Config> settings) {
    this.streams = streams;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    if (record != null) {
      return holdRecorded(Recording.into(record, streams.err())) ? 0 : 1;
    }
    hold(new Session(Shelf.bot(settings.get()), Clock.systemUTC()));
    return 0;
  }

  private boolean holdRecorded(Recording recording) {
    Recorder recorder =
        new Recorder(Shelf.bot(settings.get()), Clock.system(ZoneId.systemDefault()));
    recording.keepOnEnd(recorder);
    boolean kept = false;
    try {
      hold(recorder);
    } finally {
      kept = recording.keep(recorder);
    }
    return kept;
  }

  private void hold(Talk talk) {
    if (json) {
      holdAsJson(talk);
    } else {
      hold(talk, Screen.ofProcess());
    }
  }

  private void holdAsJson(Talk talk) {
    boolean heard = true;
    for (var line = streams.line(); heard && line.isPresent(); line = streams.line()) {
      Session.Exchange exchange = talk.take(line.get());
      warn(exchange);
      heard = streams.print(Json.chat(exchange));
    }
  }

  private void hold(Talk talk, Screen screen) {
    Layout layout = new Layout(screen);
    streams.err().println(HOW);
    boolean heard = say(layout, talk.begin());
    while (heard) {
      Optional<String> line = ask(screen);
      if (line.isEmpty()) {
        return;
      }
      Session.Exchange exchange = talk.take(numbered(talk, line.get()));
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
  private static String numbered(Talk talk, String line) {
    String number = line.strip();
    boolean button =
        number.matches("[1-9]\\d?") && Integer.parseInt(number) <= talk.newestKeyboard().size();
    return button ? "#" + number : line;
  }

  private void warn(Session.Exchange exchange) {
    if (exchange.missed()) {
      streams.err().println("backtalk: no such button in sight; taken as typed words");
    }
  }
}
