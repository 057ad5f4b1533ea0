package backtalk.loader;

import backtalk.loader.yaml.SourceLocation;
import backtalk.understanding.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds the YAML files of a folder as text.
 *
 * @param texts from path below the folder, with slashes, to text; sorted by path
 * @param isRead false when the folder exceeds {@link FolderLimits}; {@code texts} is then empty
 */
public record ConversationFolder(Map<String, String> texts, boolean isRead) {
  /**
   * Reads the files of the conversation without its tests. A file that is not UTF-8 is an issue.
   */
  public static ConversationFolder withoutTests(Path folder, Issues issues) {
    return open(folder, false, issues);
  }

  /** Reads the test files only. */
  public static ConversationFolder tests(Path folder, Issues issues) {
    return open(folder, true, issues);
  }

  private static ConversationFolder open(Path folder, boolean tests, Issues issues) {
    Issues excess = new Issues();
    List<Path> files =
        yamlFiles(folder, excess).stream()
            .filter(file -> name(folder, file).startsWith("tests/") == tests)
            .toList();
    FolderLimits.check(folder, files, excess);
    for (Issue issue : excess.sorted()) {
      issues.add(new SourceLocation(issue.file(), issue.line()), issue.what(), issue.fix());
    }
    return excess.isEmpty() ? read(folder, files, issues) : new ConversationFolder(Map.of(), false);
  }

  private static ConversationFolder read(Path folder, List<Path> files, Issues issues) {
    Map<String, String> texts = new TreeMap<>();
    for (Path file : files) {
      String name = name(folder, file);
      texts.put(name, text(file, name, issues));
    }
    return new ConversationFolder(OrderedMaps.copy(texts), true);
  }

  /** Returns the path of a file below its folder, with slashes. */
  static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static List<Path> yamlFiles(Path folder, Issues excess) {
    return Files.isDirectory(folder)
        ? FolderLimits.entries(folder, excess).stream()
            .filter(ConversationFolder::isYaml)
            .sorted()
            .toList()
        : List.of();
  }

  private static boolean isYaml(Path file) {
    String name = file.toString();
    return (name.endsWith(".yaml") || name.endsWith(".yml")) && Files.isRegularFile(file);
  }

  private static String text(Path file, String name, Issues issues) {
    try {
      String text = Files.readString(file);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      issues.add(new SourceLocation(name, 1), "The file is not UTF-8 text.", "Save it as UTF-8.");
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the SHA-256 of names and texts, in hexadecimal digits. */
  String sha256() {
    Sha256 sha256 = new Sha256();
    texts.forEach((name, text) -> sha256.add(name + '\0' + text + '\0'));
    return sha256.hex();
  }
}
