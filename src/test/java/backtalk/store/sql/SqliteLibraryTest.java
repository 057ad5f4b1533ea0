package backtalk.store.sql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import backtalk.store.SavingProgram;
import backtalk.store.Store;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Checks the location of the driver's native library. */
class SqliteLibraryTest {
  private static final String COPIES = "org.sqlite.tmpdir";

  @TempDir Path folder;

  @Test
  @EnabledOnOs(OS.LINUX)
  void aKilledProgramLeavesNothingInTheTemporaryFolder() throws Exception {
    assumeThat(System.getProperty("os.arch")).isIn("amd64", "aarch64");
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Process saving =
        SavingProgram.start(
            folder.resolve("data"), 1, Redirect.INHERIT, "-Djava.io.tmpdir=" + temporary);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(saving.getInputStream(), UTF_8))) {
      assertThat(lines.readLine()).isNotNull();
    } finally {
      saving.destroyForcibly().waitFor();
    }

    assertThat(names(temporary)).isEmpty();
    assertThat(names(folder.resolve("data"))).doesNotContain("native");
  }

  @Test
  void withoutUnpackedLibrariesCopiesGoIntoTheDataDirectory() throws IOException {
    String before = System.clearProperty(COPIES);
    try {
      new SqliteLibrary(folder.resolve("nothing")).use(folder.resolve("data"));

      assertThat(System.getProperty(COPIES))
          .isEqualTo(folder.resolve("data").resolve("native").toString());
    } finally {
      if (before == null) {
        System.clearProperty(COPIES);
      } else {
        System.setProperty(COPIES, before);
      }
    }
  }

  @Test
  void leftoverCopiesAreDeletedAtTheNextStart() throws IOException {
    Path copies = Files.createDirectories(folder.resolve("data").resolve("native"));
    Files.createFile(copies.resolve("sqlite-3.0.0-1-libsqlitejdbc.so"));
    Files.createFile(copies.resolve("sqlite-3.0.0-1-libsqlitejdbc.so.lck"));
    Path other = Files.createFile(copies.resolve("other"));

    Store.open(folder.resolve("data")).close();

    try (Stream<Path> left = Files.list(copies)) {
      assertThat(left).containsExactly(other);
    }
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
