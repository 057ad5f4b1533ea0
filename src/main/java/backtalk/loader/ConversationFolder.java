package backtalk.loader;

import backtalk.loader.yaml.SourceLocation;
import backtalk.understanding.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Holds the YAML files of a folder as text. A folder that is larger than any conversation is
 * rejected before a file is read: the largest file of a real conversation has 0.3 MB, and parsing
 * 10 MB takes a minute.
 *
 * @param texts from path below the folder, with slashes, to text; sorted by path
 * @param isRead false when there is no such folder, or it is too large; {@code texts} is then empty
 */
public record ConversationFolder(Map<String, String> texts, boolean isRead) {
  private static final long MEGABYTE = 1 << 20;

  /** Maximum size of one file, in bytes. */
  public static final long MAX_FILE_BYTES = 2 * MEGABYTE;

  private static final long MAX_BYTES = 8 * MEGABYTE;
  private static final int MAX_FILES = 1_000;

  /** Maximum number of entries of any kind. A folder with more is a home folder or a whole disk. */
  private static final int MAX_ENTRIES = 20_000;

  private static final SourceLocation WHOLE = new SourceLocation("", 1);
  private static final String NAME_FOLDER = "Name the folder that holds conversation.yaml.";

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
    Map<String, String> texts = new TreeMap<>();
    try {
      Map<String, Path> files = yamlFiles(folder, tests, excess);
      checkSizes(files, excess);
      issues.addAll(excess);
      if (excess.isEmpty()) {
        for (Map.Entry<String, Path> file : files.entrySet()) {
          texts.put(file.getKey(), text(file.getKey(), file.getValue(), issues));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ConversationFolder(OrderedMaps.copy(texts), excess.isEmpty());
  }

  /** Returns the YAML files by their path below the folder, with slashes. */
  private static Map<String, Path> yamlFiles(Path folder, boolean tests, Issues excess)
      throws IOException {
    Map<String, Path> files = new TreeMap<>();
    for (Path file : entries(folder, excess)) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      if (isYaml(name) && name.startsWith("tests/") == tests) {
        files.put(name, file);
      }
    }
    return files;
  }

  private static boolean isYaml(String name) {
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  /** Lists the files of a folder at any depth; empty, with an issue, when there are too many. */
  private static List<Path> entries(Path folder, Issues excess) throws IOException {
    if (!Files.isDirectory(folder)) {
      excess.add(WHOLE, "There is no such folder.", NAME_FOLDER);
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      List<Path> entries = paths.limit(MAX_ENTRIES + 1L).toList();
      if (entries.size() > MAX_ENTRIES) {
        excess.add(WHOLE, "The folder holds more than 20,000 files.", NAME_FOLDER);
        return List.of();
      }
      return entries.stream().filter(Files::isRegularFile).toList();
    }
  }

  /** Reports each file that is too large, a total that is too large, and too many files. */
  private static void checkSizes(Map<String, Path> files, Issues excess) throws IOException {
    long total = 0;
    for (Map.Entry<String, Path> file : files.entrySet()) {
      long bytes = Files.size(file.getValue());
      total += bytes;
      if (bytes > MAX_FILE_BYTES) {
        excess.add(
            new SourceLocation(file.getKey(), 1),
            megabytes("The file holds %.1f MB, and 2 MB at most are read.", bytes),
            "Split it, or take it out of the folder.");
      }
    }
    if (excess.isEmpty() && total > MAX_BYTES) {
      excess.add(
          WHOLE,
          megabytes("The files hold %.1f MB, and 8 MB at most are read.", total),
          "Take out what is no part of the conversation.");
    }
    if (files.size() > MAX_FILES) {
      excess.add(WHOLE, "There are more than 1,000 YAML files.", NAME_FOLDER);
    }
  }

  private static String megabytes(String format, long bytes) {
    return String.format(Locale.ROOT, format, (double) bytes / MEGABYTE);
  }

  private static String text(String name, Path file, Issues issues) throws IOException {
    try {
      String text = Files.readString(file);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      issues.add(new SourceLocation(name, 1), "The file is not UTF-8 text.", "Save it as UTF-8.");
      return "";
    }
  }

  /** Returns the SHA-256 of names, texts and pictures, in hexadecimal digits. */
  String sha256(Map<String, byte[]> pictures) {
    Sha256 sha256 = new Sha256();
    pictures.forEach((name, picture) -> sha256.add(name + '\0').add(picture));
    texts.forEach((name, text) -> sha256.add(name + '\0' + text + '\0'));
    return sha256.hex();
  }
}
