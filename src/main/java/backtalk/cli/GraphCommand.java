package backtalk.cli;

import backtalk.app.Bot;
import backtalk.app.BotFactory;
import backtalk.cli.chattest.Coverage;
import backtalk.cli.chattest.TestPlayer;
import backtalk.config.Config;
import backtalk.conversation.ConversationPart;
import backtalk.conversation.StateMachine;
import backtalk.proof.diagram.Diagram;
import backtalk.proof.diagram.DotWriter;
import backtalk.proof.diagram.MermaidWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Runs {@code graph}: draws a conversation's state machine as a diagram. */
@Command(
    name = "graph",
    description = "Draws a conversation: its states, the ways between them and the outcomes.",
    mixinStandardHelpOptions = true)
final class GraphCommand extends FolderCommand {
  private static final MarkdownSection SECTION = new MarkdownSection("picture", "./backtalk graph");

  /** Lists the languages in which diagrams are written. */
  private enum Format {
    MERMAID,
    DOT;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    private String write(Diagram diagram) {
      return this == MERMAID ? MermaidWriter.of(diagram) : DotWriter.of(diagram);
    }

    /** Converts the value of {@code --format}. */
    static final class Converter implements ITypeConverter<Format> {
      @Override
      public Format convert(String word) {
        return switch (word) {
          case "mermaid" -> MERMAID;
          case "dot" -> DOT;
          default -> throw new TypeConversionException("there are: mermaid, dot");
        };
      }
    }
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "mermaid, which GitHub draws (the default), or dot, for Graphviz",
      converter = Format.Converter.class)
  private Format format = Format.MERMAID;

  @Option(
      names = "--into",
      paramLabel = "FILE",
      description = "writes the picture into this Markdown file, between its markers")
  private @Nullable Path into;

  @Option(
      names = "--untested",
      description = "plays the conversation's tests and draws dashed what none reaches")
  private boolean untested;

  GraphCommand(Console console, Supplier<Config> settings) {
    super(console, settings);
  }

  @Override
  int run(Path folder) {
    StateMachine machine = BotFactory.take(folder).machine();
    Diagram diagram =
        Diagram.of(machine, untested ? Optional.of(tested(folder)) : Optional.empty());
    if (into == null) {
      console.print(format.write(diagram).stripTrailing());
    } else {
      SECTION.write(into, "```" + format.word() + "\n" + format.write(diagram) + "```\n");
    }
    return 0;
  }

  private Predicate<ConversationPart.Reachable> tested(Path folder) {
    Bot bot = BotFactory.bot(folder, settings.get());
    Coverage coverage = new Coverage(bot.conversation());
    TestPlayer player = new TestPlayer(bot, coverage::record);
    long failed =
        BotFactory.tests(folder).stream().map(player::play).filter(Optional::isPresent).count();
    if (failed > 0) {
      console
          .err()
          .println("backtalk: chats that do not hold, and count as far as they do: " + failed);
    }
    return coverage::covers;
  }
}
