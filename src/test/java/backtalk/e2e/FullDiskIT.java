package backtalk.e2e;

import static backtalk.MachineCommands.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import backtalk.config.Setting;
import backtalk.emulator.Person;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests a full and a read-only disk. It mounts a small file system, which only root may. */
class FullDiskIT {
  private static final int BLOCK = 4096;

  @RegisterExtension final TestEnvironment testEnvironment = TestEnvironment.empty();

  @BeforeEach
  void mountASmallDisk() throws IOException {
    Files.createDirectories(disk());
    assumeThat(run("mount", "-t", "tmpfs", "-o", "size=1m,mode=700", "tmpfs", disk().toString()))
        .as("mounting a small disk, which only root may")
        .isZero();
    testEnvironment.bot().set(Setting.DATA_DIR, disk().toString());
  }

  @AfterEach
  void unmount() {
    if (testEnvironment.bot().isRunning()) {
      testEnvironment.bot().kill();
    }
    run("umount", disk().toString());
  }

  @Test
  void aTapOnAFullDiskIsAnsweredWhenSpaceIsFree() throws IOException {
    testEnvironment.start();
    TestUser ann = testEnvironment.testUser("Ann");
    ann.begins();
    testEnvironment.quiet();
    Path filler = fill();

    ann.person().taps(testEnvironment.texts().none("urgent"));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(testEnvironment.bot().err("disk is full")).isNotEmpty());
    assertThat(testEnvironment.telegram().unconfirmed()).isPositive();
    Files.delete(filler);

    ann.asked("feeling");
    testEnvironment.quiet(ann.person());
    assertThat(ann.person().screen().fromBot()).hasSize(1);
  }

  @Test
  void aNewPersonOnAFullDiskGetsTheFallbackAndLaterTheAnswer() throws IOException {
    testEnvironment.start();
    Path filler = fill();
    Person bea = testEnvironment.person("Bea");

    bea.says("my back cracks");
    bea.awaits(LockedIT.BROKEN);
    assertThat(testEnvironment.telegram().unconfirmed()).isPositive();
    Files.delete(filler);

    bea.awaits(message -> message.fromBot() && !message.text().contains(LockedIT.BROKEN));
    testEnvironment.quiet();
    assertThat(bea.screen().fromBot()).as("the fallback and the answer").hasSize(2);
  }

  @Test
  void aFullDiskAtStartFailsInOneLine() throws IOException {
    fill();

    testEnvironment.bot().start();

    assertThat(testEnvironment.bot().awaitExit(TestEnvironment.PATIENCE)).isNotZero();
    assertThat(testEnvironment.bot().err()).singleElement().asString().contains("disk is full");
  }

  @Test
  void aReadOnlyDiskAtStartFailsInOneLine() {
    run("mount", "-o", "remount,ro", disk().toString());

    testEnvironment.bot().start();

    assertThat(testEnvironment.bot().awaitExit(TestEnvironment.PATIENCE)).isNotZero();
    assertThat(testEnvironment.bot().err()).singleElement().asString().contains("DATA_DIR");
  }

  private Path disk() {
    return testEnvironment.folder().resolve("disk");
  }

  private Path fill() {
    Path filler = disk().resolve("filler");
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(new byte[BLOCK]);
      }
    } catch (IOException full) {
      return filler;
    }
  }
}
