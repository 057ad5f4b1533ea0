package backtalk.cli.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Messages with what they mean, from a file of tab-separated columns.
 *
 * @param of what they are practice for, by the first line of the file
 */
public record EvaluationSet(Of of, List<Row> rows) {

  private static final long MOST_BYTES = 16 << 20;

  public EvaluationSet {
    rows = List.copyOf(rows);
  }

  /** What practice is for. */
  enum Of {
    FLAGS("message\tred_flags\tkind"),
    TOPICS("message\ttopics"),
    ANSWERS("reply\tanswer");

    private final String header;

    Of(String header) {
      this.header = header;
    }
  }

  /**
   * One message.
   *
   * @param meant facts, topics or an answer: any of them is right
   * @param kind why it is hard; empty where the file does not say
   */
  record Row(String message, Set<String> meant, String kind) {}

  /** Reads a file; throws {@link InvalidEvaluationFile} where it is none. */
  public static EvaluationSet read(Path file) {
    List<String> lines = lines(file);
    String header = lines.isEmpty() ? "" : lines.getFirst();
    Of of =
        Stream.of(Of.values())
            .filter(kind -> kind.header.equals(header))
            .findFirst()
            .orElseThrow(
                () ->
                    new InvalidEvaluationFile(
                        file + " does not begin with a line of column names"));
    return new EvaluationSet(of, lines.stream().skip(1).map(line -> row(file, line)).toList());
  }

  private static List<String> lines(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new InvalidEvaluationFile(file + " holds more than 16 MB");
      }
      return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  private static Row row(Path file, String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length < 2) {
      throw new InvalidEvaluationFile(file + " has a line without a tab");
    }
    return new Row(
        cells[0],
        Set.copyOf(List.of(cells[1].strip().split("\\s*,\\s*"))),
        cells.length > 2 ? cells[2] : "");
  }
}
