package backtalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks the launcher in a separate folder, with scripts in place of Maven and Java. */
class LauncherTest {
  private static final Path LAUNCHER =
      Path.of(System.getProperty("backtalk.home", "."), "backtalk");
  private static final long SECONDS = 30;

  @TempDir Path folder;
  private Path home;
  private Path lock;
  private Instant later = Instant.now();

  private record Result(int code, String out, String err) {}

  @BeforeEach
  void build() throws IOException {
    assumeThat(MachineCommands.run("flock", "--version")).as("there is the command flock").isZero();
    home = Files.createDirectory(folder.resolve("home"));
    lock = home.resolve("target").resolve("launcher.lock");
    Files.createDirectories(home.resolve("src").resolve("main"));
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    Files.copy(LAUNCHER, home.resolve("backtalk"));
    script(home.resolve("backtalk"));
    script(
        "bin/mvn",
        "echo build >>'%2$s' && mkdir -p '%1$s' && : >'%1$s/backtalk.jar'"
            .formatted(lock.getParent(), folder.resolve("builds")));
    script("jdk/bin/javac", ":");
    script("jdk/bin/java", "echo started");
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"21.0.1\"\n");
  }

  @Test
  void aLockOnAReadableFileDoesNotBlockIt() throws Exception {
    try (Holder holder = new Holder(home.resolve("pom.xml"))) {
      Result result = launch();

      assertThat(holder.process.isAlive()).isTrue();
      assertThat(result.out()).as(result.err()).isEqualTo("started\n");
      assertThat(result.code()).isZero();
    }
  }

  @Test
  void theLockIsPrivate() throws Exception {
    launch();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(lock)))
        .isEqualTo("rw-------");
  }

  @Test
  void aTimeoutNamesTheLock() throws Exception {
    Files.createDirectories(lock.getParent());
    Files.createFile(lock);
    try (Holder holder = new Holder(lock)) {
      Result result = launch();

      assertThat(holder.process.isAlive()).isTrue();
      assertThat(result.code()).isEqualTo(1);
      assertThat(result.out()).isEmpty();
      assertThat(result.err().lines())
          .singleElement()
          .asString()
          .contains("another launcher", lock.toString());
    }
  }

  @Test
  void itBuildsWithoutAJarAndWhenTheSourcesHaveChanged() throws Exception {
    launch();
    launch();
    assertThat(builds()).isEqualTo(1);

    Files.writeString(home.resolve("src/main/New.java"), "class New {}");
    touch(home.resolve("src/main/New.java"));
    launch();
    launch();

    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void aNewTimeWithTheSameContentBuildsNothing() throws Exception {
    launch();

    touch(home.resolve("pom.xml"));
    Result result = launch();

    assertThat(result.out()).as(result.err()).isEqualTo("started\n");
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void aJarOfALaterBuildIsNotJudgedByAnEarlierChecksum() throws Exception {
    launch();
    touch(lock.resolveSibling("backtalk.jar"));
    touch(home.resolve("pom.xml"));

    launch();

    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void aCopyWithoutSourcesNeverBuilds() throws Exception {
    launch();
    Files.delete(home.resolve("src/main"));
    touch(home.resolve("pom.xml"));

    assertThat(launch().out()).isEqualTo("started\n");
    assertThat(builds()).isEqualTo(1);

    Files.delete(lock.resolveSibling("backtalk.jar"));
    Result withoutJar = launch();

    assertThat(withoutJar.code()).isEqualTo(1);
    assertThat(withoutJar.err().lines()).singleElement().asString().contains("backtalk.jar");
    assertThat(builds()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"0, true", "1, false"})
  void onlyACompleteTrainingRunLeavesACacheOfClasses(int code, boolean used) throws Exception {
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
    script(
        "jdk/bin/java",
        """
        for it in "$@"; do
          case $it in
            *AOTCacheOutput=*) echo classes >"${it#*=}"; exit %d ;;
            *AOTCache=*) echo cached ;;
          esac
        done
        echo started\
        """
            .formatted(code));

    launch();

    assertThat(launch().out()).isEqualTo(used ? "cached\nstarted\n" : "started\n");
  }

  private int builds() throws IOException {
    return Files.readAllLines(folder.resolve("builds")).size();
  }

  /** Sets a time that is later than that of anything built before. */
  private void touch(Path file) throws IOException {
    later = later.plusSeconds(10);
    Files.setLastModifiedTime(file, FileTime.from(later));
  }

  private Result launch() throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(home.resolve("backtalk").toString())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "JAVA_HOME",
                folder.resolve("jdk").toString(),
                "BACKTALK_LOCK_SECONDS",
                "1",
                "PATH",
                folder.resolve("bin") + ":/usr/bin:/bin"));
    Process process = builder.start();
    try {
      assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private void script(String name, String line) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + line + "\n");
    script(file);
  }

  private static void script(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Locks a file from another process until it is closed. */
  private static final class Holder implements AutoCloseable {
    private final Process process;

    Holder(Path file) throws IOException {
      process =
          new ProcessBuilder(List.of("flock", file.toString(), "sh", "-c", "echo held; cat"))
              .start();
      assertThat((char) process.getInputStream().read()).isEqualTo('h');
    }

    @Override
    public void close() throws IOException {
      process.getOutputStream().close();
      process.onExit().join();
    }
  }
}
