package backtalk.dialogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Checks how short second messages are heard. No example was made from the messages, which a writer
 * wrote who saw neither code nor examples. A better share calls for a higher floor.
 */
class AfterACardTest {

  private static final Path MESSAGES =
      Path.of("src/test/resources/understanding/frozen/after-a-card.tsv");

  @ParameterizedTest
  @CsvSource({
    "follow-up, 0.54",
    "check, 0.55",
    "talk, 0.50",
    "new, 0.80",
    "elsewhere, 0.60",
  })
  void mostAreHeardInTheLightOfTheCard(String kind, double floor) throws IOException {
    List<String[]> rows =
        Files.readAllLines(MESSAGES, UTF_8).stream()
            .map(line -> line.split("\t"))
            .filter(row -> row[0].equals(kind))
            .toList();
    List<String> missed =
        rows.stream().filter(row -> !isHeard(row)).map(row -> row[1] + " / " + row[2]).toList();

    double share = 1 - missed.size() / (double) rows.size();
    assertThat(share).as("%.2f; missed: %s", share, missed).isGreaterThanOrEqualTo(floor);
  }

  private static boolean isHeard(String[] row) {
    Chat chat = new Chat(BackCracking.CONVERSATION);
    List<String> first = chat.says(row[1]).gist().topics();
    Turn.Gist second = chat.says(row[2]).gist();
    return switch (row[0]) {
      case "follow-up" -> second.kind() == TurnKind.ANSWER && second.topics().equals(first);
      case "check" -> chat.dialogue.begun();
      case "talk" -> second.kind() == TurnKind.MENU;
      case "new" -> second.kind() == TurnKind.ANSWER && !second.topics().isEmpty();
      case "elsewhere" -> second.kind() == TurnKind.DECLINE;
      default -> throw new IllegalArgumentException(row[0]);
    };
  }
}
