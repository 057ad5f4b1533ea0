package backtalk.store;

import static backtalk.Commands.run;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import backtalk.dialogue.Dialogues.Saved;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
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
      assertThat(told.before()).isEqualTo(next + SAVES_BEFORE_A_CUT - 1);
      assertThat(run("umount", disk().toString())).isZero();
      assertThat(run("mount", "-o", "loop", image().toString(), disk().toString())).isZero();
      allThere(next, told.before());
      // One more may have been kept, and not told of any more.
      next = told.last() + 2;
    }
  }

  /**
   * Updates that were acknowledged.
   *
   * @param before the last one before the cut began
   * @param last the last one ever; while ext4 shuts down, it tells even a program that does nothing
   *     but append and call fdatasync of a success now and then that is none
   */
  private record Told(long before, long last) {}

  private Told saveAndCut(long first) throws IOException, InterruptedException {
    // Its complaints about the dead disk are of no use here.
    Process saving = SavingTurns.start(disk().resolve("data"), first, Redirect.DISCARD);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(saving.getInputStream(), UTF_8))) {
      long last = 0;
      for (int saves = 0; saves < SAVES_BEFORE_A_CUT; saves++) {
        last = Long.parseLong(lines.readLine());
      }
      long before = last;
      assertThat(run("xfs_io", "-x", "-c", "shutdown", disk().toString())).isZero();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        last = Math.max(last, Long.parseLong(line));
      }
      return new Told(before, last);
    } finally {
      saving.destroyForcibly().waitFor();
    }
  }

  private void allThere(long first, long acknowledged) {
    try (Store store = Store.open(disk().resolve("data"))) {
      LongStream.rangeClosed(first, acknowledged)
          .forEach(
              update ->
                  assertThat(
                          store
                              .dialogues()
                              .save(Turns.turn(SavingTurns.chat(update), update, 0, "again")))
                      .as("update %d of %d", update, acknowledged)
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
