package backtalk.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import backtalk.emulator.TelegramMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that /forget leaves no byte of a person's data in the files. */
class ForgetIT {
  private static final Duration SOON = Duration.ofSeconds(10);

  /** SQLite stores a number of this size in six bytes. */
  private static final int NUMBER = 6;

  @RegisterExtension final TestEnvironment testEnvironment = TestEnvironment.forEach();

  @Test
  void aConfirmedForgetLeavesNothingInTheFiles() {
    TestUser ann = testEnvironment.testUser("Ann");
    ann.begins();
    ann.deniesFrom("urgent", "feeling", "signs");
    ann.tells("swelling");
    ann.person()
        .awaits(message -> message.text().contains(testEnvironment.texts().question("signs")));
    ann.says("xyzzyplugh");
    ann.reads("not-understood");
    testEnvironment.quiet();
    List<byte[]> stored = List.of("\"swelling\"".getBytes(UTF_8), number(ann.person().id()));
    assertThat(stored).allMatch(this::isInFiles);

    ann.person().command("/forget");
    TelegramMessage question = ann.reads("forget-ask");
    ann.taps("forget-yes");
    ann.reads("forgotten");
    testEnvironment.quiet();

    assertThat(ann.person().message(question.id()).labels()).isEmpty();
    await().atMost(SOON).until(() -> stored.stream().noneMatch(this::isInFiles));
    assertThat(isInFiles("xyzzyplugh".getBytes(UTF_8))).isFalse();
    ann.person().command("/mydata");
    ann.reads("my-data-none");
  }

  private static byte[] number(long id) {
    byte[] all = ByteBuffer.allocate(Long.BYTES).putLong(id).array();
    return Arrays.copyOfRange(all, Long.BYTES - NUMBER, Long.BYTES);
  }

  private boolean isInFiles(byte[] bytes) {
    try (Stream<Path> files = Files.list(testEnvironment.bot().dataDir())) {
      return files.anyMatch(file -> holds(file, bytes));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static boolean holds(Path file, byte[] bytes) {
    try {
      return latin(Files.readAllBytes(file)).contains(latin(bytes));
    } catch (IOException gone) {
      return false;
    }
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }
}
