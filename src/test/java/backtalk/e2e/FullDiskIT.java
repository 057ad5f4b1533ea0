package backtalk.e2e;

import static backtalk.Commands.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import backtalk.Setting;
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

/** A disk that is full or cannot be written: small file systems, mounted where that is allowed. */
class FullDiskIT {
  private static final int BLOCK = 4096;

  @RegisterExtension final Stage stage = Stage.empty();

  @BeforeEach
  void mountASmallDisk() throws IOException {
    Files.createDirectories(disk());
    assumeThat(run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk().toString()))
        .as("mounting a small disk, which only root may")
        .isZero();
    stage.bot().set(Setting.DATA_DIR, disk().toString());
  }

  @AfterEach
  void unmount() {
    if (stage.bot().isRunning()) {
      stage.bot().kill();
    }
    run("umount", disk().toString());
  }

  @Test
  void whatCannotBeKeptIsAnsweredOnceThereIsRoom() throws IOException {
    stage.start();
    Visitor ann = stage.visitor("Ann");
    ann.begins();
    stage.quiet();
    Path filler = fill();

    ann.person().taps(stage.back().none("urgent"));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(stage.bot().err("disk is full")).isNotEmpty());
    assertThat(stage.telegram().unconfirmed()).isPositive();
    Files.delete(filler);

    ann.asked("worrying");
    stage.quiet(ann.person());
    assertThat(ann.person().screen().fromBot()).hasSize(1);
  }

  @Test
  void whoeverWritesForTheFirstTimeIsToldSoAndAnsweredOnceThereIsRoom() throws IOException {
    stage.start();
    Path filler = fill();
    Person bea = stage.person("Bea");

    bea.says("my back cracks");
    bea.awaits(LockedIT.BROKEN);
    assertThat(stage.telegram().unconfirmed()).isPositive();
    Files.delete(filler);

    bea.awaits(message -> message.fromBot() && !message.text().contains(LockedIT.BROKEN));
    stage.quiet();
    assertThat(bea.screen().fromBot()).as("the fallback and the answer").hasSize(2);
  }

  @Test
  void aFullDiskAtTheStartIsSaidInOneLine() throws IOException {
    fill();

    stage.bot().start();

    assertThat(stage.bot().awaitExit(Stage.PATIENCE)).isNotZero();
    assertThat(stage.bot().err()).singleElement().asString().contains("disk is full");
  }

  @Test
  void aDiskThatCannotBeWrittenIsSaidInOneLine() {
    run("mount", "-o", "remount,ro", disk().toString());

    stage.bot().start();

    assertThat(stage.bot().awaitExit(Stage.PATIENCE)).isNotZero();
    assertThat(stage.bot().err()).singleElement().asString().contains("DATA_DIR");
  }

  private Path disk() {
    return stage.folder().resolve("disk");
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
