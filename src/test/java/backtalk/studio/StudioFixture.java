package backtalk.studio;

import backtalk.config.Config;
import backtalk.config.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Copies conversations for the studio, with one chat test. */
final class StudioFixture {
  private static final Path HOME = Path.of(System.getProperty("backtalk.home", "."));
  static final Path BACK = HOME.resolve("conversations/back-cracking");
  static final Path JAW = HOME.resolve("src/test/resources/jaw-clicking");

  private StudioFixture() {}

  /** Returns settings for a copy of the conversation in this folder. */
  static Config settings(Path conversation, Path folder) {
    Path copy = copy(conversation, folder.resolve("conversation"));
    return Config.read(
        Map.of(
            Setting.CONVERSATION, copy.toString(),
            Setting.DATA_DIR, folder.resolve("data").toString()),
        Map.of(),
        folder,
        folder);
  }

  private static Path copy(Path conversation, Path target) {
    try (Stream<Path> files = Files.walk(conversation)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = conversation.relativize(file).toString();
        if (!name.startsWith("tests")) {
          Files.createDirectories(target.resolve(name).resolveSibling(""));
          Files.copy(file, target.resolve(name));
        }
      }
      Path tests = Files.createDirectories(target.resolve("tests"));
      Files.write(
          tests.resolve("mine.yaml"), List.of("Mine:", "  - you: /check", "  - bot: {topics: []}"));
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
