package backtalk.cli.evaluation;

import backtalk.loader.InvalidFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Holds labelled messages from a file of tab-separated columns.
 *
 * @param task the task, given by the header line
 */
public record EvaluationSet(Task task, List<Row> rows) {

  private static final long MAX_BYTES = 16 << 20;

  public EvaluationSet {
    rows = List.copyOf(rows);
  }

  /** Lists the tasks and their header lines. */
  enum Task {
    FLAGS("message\tred_flags\tkind"),
    TOPICS("message\ttopics"),
    ANSWERS("reply\tanswer");

    private final String header;

    Task(String header) {
      this.header = header;
    }
  }

  /**
   * Holds one labelled message.
   *
   * @param meant facts, topics or an answer; any of them is correct
   * @param kind why the message is difficult; empty where the file does not say
   */
  record Row(String message, Set<String> meant, String kind) {}

  /** Reads a file; throws {@link InvalidFileException} where its format is wrong. */
  public static EvaluationSet read(Path file) {
    List<String> lines = lines(file);
    String header = lines.isEmpty() ? "" : lines.getFirst();
    Task task =
        Stream.of(Task.values())
            .filter(each -> each.header.equals(header))
            .findFirst()
            .orElseThrow(() -> unfit(file, "does not begin with a line of column names"));
    return new EvaluationSet(task, lines.stream().skip(1).map(line -> row(file, line)).toList());
  }

  static List<String> lines(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw unfit(file, "holds more than 16 MB");
      }
      return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  private static InvalidFileException unfit(Path file, String why) {
    return new InvalidFileException(file + " " + why);
  }

  private static Row row(Path file, String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length < 2) {
      throw unfit(file, "has a line without a tab");
    }
    return new Row(
        cells[0],
        Set.copyOf(List.of(cells[1].strip().split("\\s*,\\s*"))),
        cells.length > 2 ? cells[2] : "");
  }
}
