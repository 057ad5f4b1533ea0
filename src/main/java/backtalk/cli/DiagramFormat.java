package backtalk.cli;

import backtalk.proof.diagram.Diagram;
import backtalk.proof.diagram.DotWriter;
import backtalk.proof.diagram.MermaidWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Lists the languages in which diagrams are written. */
@SuppressWarnings("ImmutableEnumChecker") // the functions hold no state
enum DiagramFormat {
  MERMAID(MermaidWriter::of),
  DOT(DotWriter::of);

  private final Function<Diagram, String> writer;

  DiagramFormat(Function<Diagram, String> writer) {
    this.writer = writer;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the diagram in this language. */
  String write(Diagram diagram) {
    return writer.apply(diagram);
  }

  /** Returns the diagram as a code block of a Markdown file. */
  String block(Diagram diagram) {
    return "```" + word() + "\n" + write(diagram) + "```\n";
  }

  /** Converts the value of {@code --format}. */
  static final class Converter implements ITypeConverter<DiagramFormat> {
    @Override
    public DiagramFormat convert(String word) {
      return Arrays.stream(values())
          .filter(format -> format.word().equals(word))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException("there are: " + all()));
    }

    private static String all() {
      return Arrays.stream(values()).map(DiagramFormat::word).collect(Collectors.joining(", "));
    }
  }
}
