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

/** {@code chat}: a dialogue in the terminal, or with another program by JSON lines. */
@Command(
    name = "chat",
    description = "Holds a dialogue here in the terminal.",
    mixinStandardHelpOptions = true)
public final class ChatCommand implements Callable<Integer> {
  private static final String HOW =
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

  /** A chat by these streams. */
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
    ChatRecorder chatRecorder =
        new ChatRecorder(BotFactory.bot(settings.get()), Clock.system(ZoneId.systemDefault()));
    recording.keepOnEnd(chatRecorder);
    boolean kept = false;
    try {
      hold(chatRecorder);
    } finally {
      kept = recording.keep(chatRecorder);
    }
    return kept;
  }

  private void hold(ChatSession talk) {
    if (json) {
      holdAsJson(talk);
    } else {
      hold(talk, TerminalCapabilities.ofProcess());
    }
  }

  private void holdAsJson(ChatSession talk) {
    boolean heard = true;
    for (var line = console.line(); heard && line.isPresent(); line = console.line()) {
      TerminalSession.Exchange exchange = talk.take(line.get());
      warn(exchange);
      heard = console.print(TurnJson.chat(exchange));
    }
  }

  private void hold(ChatSession talk, TerminalCapabilities terminalCapabilities) {
    TerminalRenderer terminalRenderer = new TerminalRenderer(terminalCapabilities);
    console.err().println(HOW);
    boolean heard = say(terminalRenderer, talk.begin());
    while (heard) {
      Optional<String> line = ask(terminalCapabilities);
      if (line.isEmpty()) {
        return;
      }
      TerminalSession.Exchange exchange = talk.take(numbered(talk, line.get()));
      warn(exchange);
      heard = say(terminalRenderer, exchange);
    }
  }

  private boolean say(TerminalRenderer terminalRenderer, TerminalSession.Exchange exchange) {
    return console.print("\n" + terminalRenderer.page(exchange.messages()).stripTrailing());
  }

  private Optional<String> ask(TerminalCapabilities terminalCapabilities) {
    if (terminalCapabilities.terminal()) {
      console.out().print("\n> ");
      console.out().flush();
    }
    Optional<String> line = console.line();
    if (line.isEmpty() && terminalCapabilities.terminal()) {
      console.print("");
    }
    return line;
  }

  /** People type the bare number that stands before a button. */
  private static String numbered(ChatSession talk, String line) {
    String number = line.strip();
    boolean button =
        number.matches("[1-9]\\d?") && Integer.parseInt(number) <= talk.newestKeyboard().size();
    return button ? "#" + number : line;
  }

  private void warn(TerminalSession.Exchange exchange) {
    if (exchange.missed()) {
      console.err().println("backtalk: no such button in sight; taken as typed words");
    }
  }
}
