package backtalk.cli;

import backtalk.app.Bot;
import backtalk.app.BotFactory;
import backtalk.config.Config;
import backtalk.understanding.AnswerKind;
import backtalk.understanding.Explanation;
import backtalk.understanding.NluPipeline;
import backtalk.understanding.OpenPrompt;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Runs {@code ask}: answers each input line as the first message of a new dialogue, in JSON. */
@Command(
    name = "ask",
    description = "Takes each line as the first message of a new dialogue; answers in JSON.",
    mixinStandardHelpOptions = true)
public final class AskCommand implements Callable<Integer> {
  /** Converts the value of {@code --expect} to the question that each line answers. */
  private static final class PromptConverter implements ITypeConverter<OpenPrompt> {
    @Override
    public OpenPrompt convert(String word) {
      if (!word.equals("yes-no")) {
        throw new TypeConversionException("the only kind there is: yes-no");
      }
      return new OpenPrompt(List.of(), true);
    }
  }

  private final Console console;
  private final Supplier<Config> settings;

  @Option(
      names = "--expect",
      paramLabel = "KIND",
      description = "yes-no: the line answers a yes/no question; adds \"answer\"",
      converter = PromptConverter.class)
  private @Nullable OpenPrompt expect;

  @Option(
      names = "--explain",
      description = "adds how the message was taken apart: clauses, candidates, thresholds")
  private boolean explain;

  public AskCommand(Console console, Supplier<Config> settings) {
    this.console = console;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    Bot bot = BotFactory.bot(settings.get());
    boolean open = true;
    for (var line = console.line(); open && line.isPresent(); line = console.line()) {
      TerminalSession.Exchange exchange =
          new TerminalSession(bot, Clock.systemUTC()).takeTyped(line.get());
      open =
          console.print(
              TurnJson.ask(exchange, answer(bot, line.get()), explanation(bot, line.get())));
    }
    return 0;
  }

  private @Nullable Explanation explanation(Bot bot, String line) {
    return explain && bot.interpreter() instanceof NluPipeline pipeline
        ? pipeline.explain(line)
        : null;
  }

  private @Nullable String answer(Bot bot, String line) {
    return expect == null
        ? null
        : answer(bot.interpreter().interpret(line, expect).reply().orElse(null));
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
