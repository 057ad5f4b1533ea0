package backtalk.loader;

import backtalk.loader.yaml.SourceLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Refuses a folder that holds more than any conversation does, before anything in it is read: the
 * largest file of one measures 0.3 MB, and to parse one of 10 MB takes a minute.
 */
public final class FolderLimits {
  private static final long MEGABYTE = 1 << 20;

  /** The most that one file may measure. */
  public static final long MOST_BYTES_OF_A_FILE = 2 * MEGABYTE;

  private static final long MOST_BYTES = 8 * MEGABYTE;
  private static final int MOST_FILES = 1_000;

  /** Of whatever kind: a folder with more is somebody's home, or the whole disk. */
  private static final int MOST_ENTRIES = 20_000;

  private FolderLimits() {}

  /** Adds an issue for each file that is too large, or one for all that are too many. */
  static void check(Path folder, List<Path> files, Issues issues) {
    long all = 0;
    for (Path file : files) {
      long bytes = size(file);
      all += bytes;
      if (bytes > MOST_BYTES_OF_A_FILE) {
        issues.add(
            new SourceLocation(ConversationFolder.name(folder, file), 1),
            String.format(
                Locale.ROOT,
                "The file holds %.1f MB, and 2 MB at most are read.",
                inMegabytes(bytes)),
            "Split it, or take it out of the folder.");
      }
    }
    if (issues.isEmpty() && all > MOST_BYTES) {
      issues.add(
          new SourceLocation("", 1),
          String.format(
              Locale.ROOT, "The files hold %.1f MB, and 8 MB at most are read.", inMegabytes(all)),
          "Take out what is no part of the conversation.");
    }
    if (files.size() > MOST_FILES) {
      issues.add(
          new SourceLocation("", 1),
          "There are more than 1,000 YAML files.",
          "Name the folder that holds conversation.yaml.");
    }
  }

  /** What a folder holds, at any depth; no more than a conversation may. */
  static List<Path> entries(Path folder, Issues issues) {
    try (Stream<Path> walk = Files.walk(folder)) {
      List<Path> entries = walk.limit(MOST_ENTRIES + 1L).toList();
      if (entries.size() > MOST_ENTRIES) {
        issues.add(
            new SourceLocation("", 1),
            "The folder holds more than 20,000 files.",
            "Name the folder that holds conversation.yaml.");
        return List.of();
      }
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double inMegabytes(long bytes) {
    return (double) bytes / MEGABYTE;
  }
}
