package backtalk.cli;

import backtalk.Config;
import backtalk.understanding.Expected;
import backtalk.understanding.Reply;
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
  private static final Expected YES_OR_NO = new Expected(List.of(), true);

  private final Streams streams;
  private final Supplier<Config> settings;

  @Option(
      names = "--expect",
      paramLabel = "KIND",
      description = "yes-no: the line answers a yes/no question; adds \"answer\"",
      converter = ExpectKind.Words.class)
  private @Nullable ExpectKind expect;

  /** An asking by these streams. */
  public AskCommand(Streams streams, Supplier<Config> settings) {
    this.streams = streams;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    Bot bot = Shelf.bot(settings.get());
    boolean heard = true;
    for (var line = streams.line(); heard && line.isPresent(); line = streams.line()) {
      Session.Exchange exchange = new Session(bot, Clock.systemUTC()).takeWords(line.get());
      heard = streams.print(Json.ask(exchange, answer(bot, line.get())));
    }
    return 0;
  }

  private @Nullable String answer(Bot bot, String line) {
    return expect == null
        ? null
        : answer(bot.listener().hear(line, YES_OR_NO).reply().orElse(null));
  }

  static String answer(@Nullable Reply reply) {
    return switch (reply) {
      case YES -> "yes";
      case NO, NONE -> "no";
      case UNSURE -> "unsure";
      case SKIP -> "other";
      case null -> "other";
    };
  }
}
