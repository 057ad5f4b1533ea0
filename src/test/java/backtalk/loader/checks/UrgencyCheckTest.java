package backtalk.loader.checks;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Picture;
import backtalk.conversation.Urgency;
import backtalk.loader.ConversationFiles;
import backtalk.loader.ConversationFilesTest;
import backtalk.loader.yaml.YamlDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that lowering or dropping any level of the conversations is an issue. */
class UrgencyCheckTest {
  private static final Path HOME = Path.of(System.getProperty("backtalk.home", "."));

  private static final List<String> LEVELS =
      Stream.of(Urgency.values()).map(Urgency::word).toList();

  @TempDir private Path folder;

  static Stream<Path> conversations() {
    return Stream.of(
        HOME.resolve("conversations/back-cracking"),
        Path.of("src/test/resources/jaw-clicking"),
        Path.of("src/test/resources/small"));
  }

  @ParameterizedTest
  @MethodSource("conversations")
  void everyLoweredOrDroppedLevelIsAnIssue(Path conversation) throws IOException {
    copyRequiredFiles(conversation);
    assertThat(ConversationFilesTest.issues(ConversationFiles.of(folder).read())).isEmpty();
    List<String> facts = Files.readAllLines(folder.resolve(YamlDocuments.FACTS));

    List<String> unnoticed = new ArrayList<>();
    for (int i = 0; i < facts.size(); i++) {
      if (facts.get(i).matches("  if-(yes|unsure): .*")) {
        for (List<String> changed : List.of(lowered(facts, i), dropped(facts, i, i + 1))) {
          if (passes(changed)) {
            unnoticed.add("line " + (i + 1) + ", " + changed.get(i));
          }
        }
      }
      if (facts.get(i).startsWith("  if-yes:") && passes(dropped(facts, i, i + 2))) {
        unnoticed.add("line " + (i + 1) + " and the next");
      }
    }
    assertThat(unnoticed).isEmpty();
  }

  /**
   * Copies the required files and the pictures: the language data takes long to parse and is
   * optional.
   */
  private void copyRequiredFiles(Path conversation) throws IOException {
    for (String file : YamlDocuments.FILES) {
      copy(conversation, file);
    }
    Path pictures = conversation.resolve(Picture.FOLDER);
    if (Files.isDirectory(pictures)) {
      try (Stream<Path> files = Files.list(pictures)) {
        for (Path picture : files.toList()) {
          copy(conversation, conversation.relativize(picture).toString());
        }
      }
    }
  }

  private void copy(Path conversation, String file) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.copy(conversation.resolve(file), folder.resolve(file));
  }

  private boolean passes(List<String> facts) throws IOException {
    Files.write(folder.resolve(YamlDocuments.FACTS), facts);
    return ConversationFilesTest.issues(ConversationFiles.of(folder).read()).isEmpty();
  }

  private static List<String> lowered(List<String> facts, int line) {
    List<String> changed = new ArrayList<>(facts);
    String[] parts = facts.get(line).split(": ", 2);
    int level = LEVELS.indexOf(parts[1].strip());
    changed.set(line, parts[0] + ": " + LEVELS.get(level - 1));
    return changed;
  }

  private static List<String> dropped(List<String> facts, int from, int to) {
    return IntStream.range(0, facts.size())
        .filter(line -> line < from || line >= to)
        .mapToObj(facts::get)
        .toList();
  }
}
