package backtalk.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Collects the messages that people type, from the labelled files of the understanding tests. */
final class SampleMessages {
  private static final List<String> FILES = List.of("topics.tsv", "red-flags.tsv");

  private SampleMessages() {}

  static List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String name : FILES) {
      Path file = Replica.HOME.resolve("src/test/resources/understanding").resolve(name);
      Files.readAllLines(file).stream()
          .skip(1)
          .map(line -> line.substring(0, line.indexOf('\t')))
          .forEach(lines::add);
    }
    return lines;
  }
}
