package backtalk.cli;

import backtalk.app.BotFactory;
import backtalk.cli.chattest.ChatRecorder;
import backtalk.cli.chattest.RecordingFile;
import backtalk.config.Config;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs {@code chat}: holds a dialogue in the terminal, or with another program by JSON lines. */
@Command(
    name = "chat",
    description = "Holds a dialogue here in the terminal.",
    mixinStandardHelpOptions = true)
public final class ChatCommand implements Callable<Integer> {
  private static final String INSTRUCTIONS =
      "Type words, a button's number or [label], /help, or ~3d to let three days pass;"
          + " Ctrl-D ends the chat.";

  private final Console console;
  private final Supplier<Config> settings;

  @Option(names = "--json", description = "one input a line, one JSON object a line")
  private boolean json;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "adds the chat as a test to this YAML file when it ends")
  private @Nullable Path record;

  public ChatCommand(Console console, Supplier<Config> settings) {
    this.console = console;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    if (record != null) {
      return holdRecorded(RecordingFile.into(record, console.err())) ? 0 : 1;
    }
    hold(new TerminalSession(BotFactory.bot(settings.get()), Clock.systemUTC()));
    return 0;
  }

  private boolean holdRecorded(RecordingFile recording) {
    ChatRecorder recorder =
        new ChatRecorder(BotFactory.bot(settings.get()), Clock.system(ZoneId.systemDefault()));
    recording.saveOnExit(recorder);
    boolean saved = false;
    try {
      hold(recorder);
    } finally {
      saved = recording.save(recorder);
    }
    return saved;
  }

  private void hold(TerminalSession session) {
    if (json) {
      holdAsJson(session);
    } else {
      hold(session, TerminalCapabilities.ofProcess());
    }
  }

  private void holdAsJson(TerminalSession session) {
    boolean open = true;
    for (var line = console.line(); open && line.isPresent(); line = console.line()) {
      TerminalSession.Exchange exchange = session.take(line.get());
      warn(exchange);
      open = console.print(TurnJson.chat(exchange));
    }
  }

  private void hold(TerminalSession session, TerminalCapabilities terminal) {
    TerminalRenderer renderer = new TerminalRenderer(terminal);
    console.err().println(INSTRUCTIONS);
    boolean open = show(renderer, session.begin());
    while (open) {
      Optional<String> line = readLine(terminal);
      if (line.isEmpty()) {
        return;
      }
      TerminalSession.Exchange exchange = session.take(numbered(session, line.get()));
      warn(exchange);
      open = show(renderer, exchange);
    }
  }

  private boolean show(TerminalRenderer renderer, TerminalSession.Exchange exchange) {
    return console.print("\n" + renderer.page(exchange.messages()).stripTrailing());
  }

  private Optional<String> readLine(TerminalCapabilities terminal) {
    if (terminal.terminal()) {
      console.out().print("\n> ");
      console.out().flush();
    }
    Optional<String> line = console.line();
    if (line.isEmpty() && terminal.terminal()) {
      console.print("");
    }
    return line;
  }

  /** Maps a bare number to the button of that number, because people type what is shown. */
  private static String numbered(TerminalSession session, String line) {
    String number = line.strip();
    boolean button =
        number.matches("[1-9]\\d?") && Integer.parseInt(number) <= session.newestKeyboard().size();
    return button ? "#" + number : line;
  }

  private void warn(TerminalSession.Exchange exchange) {
    if (exchange.missed()) {
      console.err().println("backtalk: no such button in sight; taken as typed words");
    }
  }
}
