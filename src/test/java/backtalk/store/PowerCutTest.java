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
 * Cuts the power of a disk under a program that saves: an ext4 in a file, mounted, and shut down in
 * such a way that all that was not flushed is gone. Needs root, mkfs.ext4 and xfs_io (xfsprogs).
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
  void whatWasAcknowledgedIsThereAfterAPowerCut() throws Exception {
    long next = 1;
    for (int cut = 0; cut < CUTS; cut++) {
      Told told = saveAndCut(next);
      assertThat(run("umount", disk().toString())).isZero();
      assertThat(run("mount", "-o", "loop", image().toString(), disk().toString())).isZero();
      allThere(told.before());
      next = SavingTurns.after(told.ever());
    }
  }

  /**
   * Updates that were acknowledged.
   *
   * @param before those before the cut began
   * @param ever those and later ones; while ext4 shuts down, it tells even a program that does
   *     nothing but append and call fdatasync of a success now and then that is none
   */
  private record Told(Set<Long> before, Set<Long> ever) {}

  private Told saveAndCut(long first) throws IOException, InterruptedException {
    // Its complaints about the dead disk are of no use here.
    Process saving = SavingTurns.start(disk().resolve("data"), first, Redirect.DISCARD);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(saving.getInputStream(), UTF_8))) {
      Set<Long> before = new HashSet<>();
      while (before.size() < SAVES_BEFORE_A_CUT) {
        before.add(Long.valueOf(lines.readLine()));
      }
      assertThat(run("xfs_io", "-x", "-c", "shutdown", disk().toString())).isZero();
      Set<Long> ever = new HashSet<>(before);
      lines.lines().map(Long::valueOf).forEach(ever::add);
      return new Told(before, ever);
    } finally {
      saving.destroyForcibly().waitFor();
    }
  }

  private void allThere(Set<Long> acknowledged) {
    try (Store store = Store.open(disk().resolve("data"))) {
      assertThat(acknowledged)
          .allSatisfy(
              update ->
                  assertThat(
                          store
                              .dialogues()
                              .save(Turns.turn(SavingTurns.chat(update), update, 0, "again")))
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
