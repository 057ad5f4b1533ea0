package backtalk.cli;

import backtalk.Config;
import backtalk.conversation.Machine;
import backtalk.proof.Picture;
import backtalk.proof.Tested;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code graph}: a conversation's machine as a picture. */
@Command(
    name = "graph",
    description = "Draws a conversation: its states, the ways between them and the outcomes.",
    mixinStandardHelpOptions = true)
public final class GraphCommand implements Callable<Integer> {
  private static final Marks MARKS = new Marks("picture", "./backtalk graph");

  private final Streams streams;
  private final Supplier<Config> settings;

  @Parameters(arity = "0..1", paramLabel = "DIR", description = "default: the CONVERSATION setting")
  private @Nullable Path folder;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "mermaid, which GitHub draws (the default), or dot, for Graphviz",
      converter = PictureFormat.Words.class)
  private PictureFormat format = PictureFormat.MERMAID;

  @Option(
      names = "--into",
      paramLabel = "FILE",
      description = "writes the picture into this Markdown file, between its marks")
  private @Nullable Path into;

  @Option(
      names = "--untested",
      description = "plays the conversation's tests and draws dashed what none reaches")
  private boolean untested;

  /** A drawing that writes to these streams. */
  public GraphCommand(Streams streams, Supplier<Config> settings) {
    this.streams = streams;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    Path folder = this.folder == null ? settings.get().conversation() : this.folder;
    Machine machine = Shelf.take(folder).machine();
    Picture picture =
        Picture.of(machine, untested ? Optional.of(tested(folder)) : Optional.empty());
    if (into == null) {
      streams.print(format.write(picture).stripTrailing());
    } else {
      MARKS.write(into, format.block(picture));
    }
    return 0;
  }

  private Tested tested(Path folder) {
    Bot bot = Shelf.bot(folder, settings.get());
    Coverage coverage = new Coverage(bot.conversation());
    TestPlayer player = new TestPlayer(bot, coverage::note);
    long failed =
        Shelf.tests(folder).stream().map(player::play).filter(Optional::isPresent).count();
    if (failed > 0) {
      streams
          .err()
          .println("backtalk: chats that do not hold, and count as far as they do: " + failed);
    }
    return new Tested(
        state -> coverage.covers(new Waypoint.OfState(state)),
        way -> coverage.covers(new Waypoint.OfWay(way)),
        outcome -> coverage.covers(new Waypoint.OfOutcome(outcome)));
  }
}
