package backtalk.store.sqlite;

import backtalk.store.PrivateDirectory;
import backtalk.store.StoreException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Finds the native library of SQLite's driver. Left to itself the driver unpacks a copy into the
 * temporary folder that all users share, and a process that is killed leaves it there.
 *
 * @param unpacked the folder of libraries that the build laid beside the program; it need not be
 *     there
 */
public record SqliteLibrary(Path unpacked) {

  private static final String FOLDER_OF_LIBRARY = "org.sqlite.lib.path";
  private static final String FOLDER_OF_COPIES = "org.sqlite.tmpdir";

  /** The library of the running program. */
  public static SqliteLibrary ofProgram() {
    String place =
        SqliteLibrary.class.getProtectionDomain().getCodeSource().getLocation().toString();
    return new SqliteLibrary(Path.of(URI.create(place)).resolveSibling("lib/unpacked"));
  }

  /**
   * Has the driver load what the build unpacked, or else unpack its copies below a directory of
   * one's own. Before the driver is used; what an operator has set stays.
   */
  public void use(Path dataDirectory) {
    Path libraries = unpacked.resolve("org/sqlite/native").resolve(machine());
    if (Files.isDirectory(libraries)) {
      set(FOLDER_OF_LIBRARY, libraries);
    } else {
      Path copies = copies(dataDirectory);
      PrivateDirectory.make(copies);
      set(FOLDER_OF_COPIES, copies);
    }
  }

  /** Deletes copies that killed processes left; for whoever holds the directory's lock. */
  public static void cleanUp(Path dataDirectory) {
    try {
      for (Path copy : found(copies(dataDirectory))) {
        Files.deleteIfExists(copy);
      }
    } catch (IOException e) {
      throw new StoreException(
          "DATA_DIR: " + copies(dataDirectory) + " cannot be emptied; give this user access", e);
    }
  }

  private static List<Path> found(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith("sqlite-")).toList();
    }
  }

  private static Path copies(Path dataDirectory) {
    return dataDirectory.resolve("native");
  }

  private static void set(String property, Path folder) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, folder.toString());
    }
  }

  /** This machine, as the driver names it; others than Linux have nothing unpacked. */
  private static String machine() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String folder = system.equals("linux") ? "Linux" : "none";
    return folder + "/" + System.getProperty("os.arch").replace("amd64", "x86_64");
  }
}
