package backtalk.cli;

import backtalk.app.Bot;
import backtalk.app.BotFactory;
import backtalk.config.Config;
import backtalk.understanding.AnswerKind;
import backtalk.understanding.OpenPrompt;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ask}: what the bot makes of first messages, a line each. */
@Command(
    name = "ask",
    description = "Takes each line as the first message of a new dialogue; answers in JSON.",
    mixinStandardHelpOptions = true)
public final class AskCommand implements Callable<Integer> {
  private static final OpenPrompt YES_OR_NO = new OpenPrompt(List.of(), true);

  private final Console console;
  private final Supplier<Config> settings;

  @Option(
      names = "--expect",
      paramLabel = "KIND",
      description = "yes-no: the line answers a yes/no question; adds \"answer\"",
      converter = ExpectedAnswerKind.Words.class)
  private @Nullable ExpectedAnswerKind expect;

  /** An asking by these streams. */
  public AskCommand(Console console, Supplier<Config> settings) {
    this.console = console;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    Bot bot = BotFactory.bot(settings.get());
    boolean heard = true;
    for (var line = console.line(); heard && line.isPresent(); line = console.line()) {
      TerminalSession.Exchange exchange =
          new TerminalSession(bot, Clock.systemUTC()).takeWords(line.get());
      heard = console.print(TurnJson.ask(exchange, answer(bot, line.get())));
    }
    return 0;
  }

  private @Nullable String answer(Bot bot, String line) {
    return expect == null
        ? null
        : answer(bot.interpreter().interpret(line, YES_OR_NO).reply().orElse(null));
  }

  public static String answer(@Nullable AnswerKind answerKind) {
    return switch (answerKind) {
      case YES -> "yes";
      case NO, NONE -> "no";
      case UNSURE -> "unsure";
      case SKIP -> "other";
      case null -> "other";
    };
  }
}
