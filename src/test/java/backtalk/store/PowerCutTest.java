package backtalk.store;

import static backtalk.MachineCommands.run;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import backtalk.dialogue.ports.DialogueStore.Saved;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Simulates power cuts under a program that saves. The disk is an ext4 file system in a file, shut
 * down so that all unflushed data is lost. Needs root, mkfs.ext4 and xfs_io (xfsprogs).
 */
class PowerCutTest {

  private static final int CUTS = 3;
  private static final int SAVES_BEFORE_A_CUT = 300;
  private static final long DISK_BYTES = 64L << 20;

  @TempDir Path folder;

  @BeforeEach
  void mount() throws IOException {
    try (RandomAccessFile image = new RandomAccessFile(image().toFile(), "rw")) {
      image.setLength(DISK_BYTES);
    }
    Files.createDirectories(disk());
    assumeThat(run("mkfs.ext4", "-q", image().toString()))
        .as("making an ext4: needs mkfs.ext4")
        .isZero();
    assumeThat(run("mount", "-o", "loop", image().toString(), disk().toString()))
        .as("mounting it: needs root")
        .isZero();
    assumeThat(run("xfs_io", "-V")).as("cutting its power: needs xfs_io of xfsprogs").isZero();
  }

  @AfterEach
  void unmount() {
    run("umount", "-l", disk().toString());
  }

  @Test
  @Timeout(180)
  void acknowledgedTurnsSurviveAPowerCut() throws Exception {
    long next = 1;
    for (int cut = 0; cut < CUTS; cut++) {
      Acknowledged acknowledged = saveAndCut(next);
      assertThat(run("umount", disk().toString())).isZero();
      assertThat(run("mount", "-o", "loop", image().toString(), disk().toString())).isZero();
      assertAllStored(acknowledged.before());
      next = SavingProgram.after(acknowledged.ever());
    }
  }

  /**
   * Holds acknowledged updates.
   *
   * @param before those before the cut began
   * @param ever those and later ones; while ext4 shuts down, even a plain append with fdatasync
   *     sometimes reports a false success
   */
  private record Acknowledged(Set<Long> before, Set<Long> ever) {}

  private Acknowledged saveAndCut(long first) throws IOException, InterruptedException {
    // Its error messages about the failed disk are discarded.
    Process saving = SavingProgram.start(disk().resolve("data"), first, Redirect.DISCARD);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(saving.getInputStream(), UTF_8))) {
      Set<Long> before = new HashSet<>();
      while (before.size() < SAVES_BEFORE_A_CUT) {
        before.add(Long.valueOf(lines.readLine()));
      }
      assertThat(run("xfs_io", "-x", "-c", "shutdown", disk().toString())).isZero();
      Set<Long> ever = new HashSet<>(before);
      lines.lines().map(Long::valueOf).forEach(ever::add);
      return new Acknowledged(before, ever);
    } finally {
      saving.destroyForcibly().waitFor();
    }
  }

  private void assertAllStored(Set<Long> acknowledged) {
    try (Store store = Store.open(disk().resolve("data"))) {
      assertThat(acknowledged)
          .allSatisfy(
              update ->
                  assertThat(
                          store
                              .dialogues()
                              .save(
                                  SampleTurns.turn(SavingProgram.chat(update), update, 0, "again")))
                      .isEqualTo(Saved.SEEN));
    }
  }

  private Path image() {
    return folder.resolve("disk.img");
  }

  private Path disk() {
    return folder.resolve("disk");
  }
}
