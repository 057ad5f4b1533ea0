package backtalk.store.sql;

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
 * Locates the native library of SQLite's driver. By default the driver unpacks a copy into the
 * shared temporary folder and leaves it there when the process is killed.
 *
 * @param unpacked the folder of libraries that the build placed beside the program; may be missing
 */
public record SqliteLibrary(Path unpacked) {

  private static final String FOLDER_OF_LIBRARY = "org.sqlite.lib.path";
  private static final String FOLDER_OF_COPIES = "org.sqlite.tmpdir";

  public static SqliteLibrary ofProgram() {
    String location =
        SqliteLibrary.class.getProtectionDomain().getCodeSource().getLocation().toString();
    return new SqliteLibrary(Path.of(URI.create(location)).resolveSibling("lib/unpacked"));
  }

  /**
   * Makes the driver load the unpacked library, or else unpack its copy below {@code
   * dataDirectory}. Must be called before the driver is used; properties that an operator has set
   * are kept.
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

  /** Deletes copies left by killed processes; the caller must hold the directory's lock. */
  public static void cleanUp(Path dataDirectory) {
    try {
      for (Path copy : copiesIn(copies(dataDirectory))) {
        Files.deleteIfExists(copy);
      }
    } catch (IOException e) {
      throw new StoreException(
          "DATA_DIR: " + copies(dataDirectory) + " cannot be emptied; give this user access", e);
    }
  }

  private static List<Path> copiesIn(Path folder) throws IOException {
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

  /** Returns the driver's name for this machine; only Linux libraries are unpacked. */
  private static String machine() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String folder = system.equals("linux") ? "Linux" : "none";
    return folder + "/" + System.getProperty("os.arch").replace("amd64", "x86_64");
  }
}
