package backtalk.cli;

import backtalk.app.Bot;
import backtalk.app.BotFactory;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs {@code learn}: trains the classifiers of a conversation before the first start. */
@Command(
    name = "learn",
    hidden = true,
    description = "Trains on a conversation's examples now; the build does so with its own.",
    mixinStandardHelpOptions = true)
public final class TrainCommand implements Callable<Integer> {

  @Parameters(paramLabel = "DIR", description = "the conversation")
  private Path conversation = Path.of("conversations/back-cracking");

  @Option(
      names = "--into",
      required = true,
      paramLabel = "FOLDER",
      description = "folder of the trained model, unless it can be stored beside the program")
  private Path folder = Path.of("target/hearing");

  @Override
  public Integer call() {
    Bot.interpreter(BotFactory.take(conversation), folder);
    return 0;
  }
}
