package backtalk.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What people type: the practice messages of the understanding, as far as they are first words. */
final class Lines {
  private static final List<String> PRACTICE = List.of("topics.tsv", "red-flags.tsv");

  private Lines() {}

  /** One message a line. */
  static Path file() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String practice : PRACTICE) {
      Path file = Replica.HOME.resolve("src/test/resources/understanding").resolve(practice);
      Files.readAllLines(file).stream()
          .skip(1)
          .map(line -> line.substring(0, line.indexOf('\t')))
          .forEach(lines::add);
    }
    Path file = Files.createTempFile("backtalk-lines", ".txt");
    return Files.write(file, lines);
  }
}
