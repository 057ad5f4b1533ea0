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
 * Rejects a folder that is larger than any conversation, before a file is read. The largest file of
 * a real conversation has 0.3 MB; parsing 10 MB takes a minute.
 */
public final class FolderLimits {
  private static final long MEGABYTE = 1 << 20;

  /** Maximum size of one file, in bytes. */
  public static final long MAX_FILE_BYTES = 2 * MEGABYTE;

  private static final long MAX_BYTES = 8 * MEGABYTE;
  private static final int MAX_FILES = 1_000;

  /** Maximum number of entries of any kind. A folder with more is a home folder or a whole disk. */
  private static final int MAX_ENTRIES = 20_000;

  private FolderLimits() {}

  /** Reports each file that is too large, a total that is too large, and too many files. */
  static void check(Path folder, List<Path> files, Issues issues) {
    long total = 0;
    for (Path file : files) {
      long bytes = size(file);
      total += bytes;
      if (bytes > MAX_FILE_BYTES) {
        issues.add(
            new SourceLocation(ConversationFolder.name(folder, file), 1),
            String.format(
                Locale.ROOT,
                "The file holds %.1f MB, and 2 MB at most are read.",
                inMegabytes(bytes)),
            "Split it, or take it out of the folder.");
      }
    }
    if (issues.isEmpty() && total > MAX_BYTES) {
      issues.add(
          new SourceLocation("", 1),
          String.format(
              Locale.ROOT,
              "The files hold %.1f MB, and 8 MB at most are read.",
              inMegabytes(total)),
          "Take out what is no part of the conversation.");
    }
    if (files.size() > MAX_FILES) {
      issues.add(
          new SourceLocation("", 1),
          "There are more than 1,000 YAML files.",
          "Name the folder that holds conversation.yaml.");
    }
  }

  /** Lists the entries of a folder at any depth; empty, with an issue, when there are too many. */
  static List<Path> entries(Path folder, Issues issues) {
    try (Stream<Path> paths = Files.walk(folder)) {
      List<Path> entries = paths.limit(MAX_ENTRIES + 1L).toList();
      if (entries.size() > MAX_ENTRIES) {
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
