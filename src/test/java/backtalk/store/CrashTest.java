package backtalk.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Dialogues;
import backtalk.dialogue.Dialogues.Saved;
import backtalk.dialogue.Outgoing;
import backtalk.dialogue.Stored;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills a program that saves, again and again, and looks for what it had acknowledged. */
class CrashTest {

  private static final int KILLS = 3;
  private static final int SAVES_BEFORE_A_KILL = 40;

  @TempDir Path directory;

  @Test
  @Timeout(120)
  void whatWasAcknowledgedIsThereAfterAKill() throws Exception {
    long next = 1;
    for (int kill = 0; kill < KILLS; kill++) {
      long acknowledged = saveAndKill(next);
      assertThat(acknowledged).isGreaterThanOrEqualTo(next + SAVES_BEFORE_A_KILL - 1);
      next = allThere(acknowledged);
    }
  }

  /** The last update that the killed program had acknowledged. */
  private long saveAndKill(long first) throws IOException, InterruptedException {
    Process saving = SavingTurns.start(directory, first, Redirect.INHERIT);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(saving.getInputStream(), UTF_8))) {
      long last = 0;
      for (int saves = 0; saves < SAVES_BEFORE_A_KILL; saves++) {
        last = Long.parseLong(lines.readLine());
      }
      // Not through the process itself, which would close what is to be read.
      saving.toHandle().destroyForcibly();
      return Math.max(last, saidMeanwhile(lines));
    } finally {
      saving.destroyForcibly().waitFor();
    }
  }

  /** What was said before the kill came through; a line cut off was not said. */
  private static long saidMeanwhile(BufferedReader lines) throws IOException {
    StringBuilder rest = new StringBuilder();
    for (int letter = lines.read(); letter >= 0; letter = lines.read()) {
      rest.append((char) letter);
    }
    int end = rest.lastIndexOf("\n");
    return end < 0 ? 0 : rest.substring(0, end).lines().mapToLong(Long::parseLong).max().orElse(0);
  }

  /** Whether all that was acknowledged is there, and nothing half; the next update to come. */
  private long allThere(long acknowledged) {
    try (Store store = Store.open(directory)) {
      long turns =
          LongStream.range(0, SavingTurns.CHATS)
              .map(chat -> turnsOf(store.dialogues(), new ChatId(chat)))
              .sum();
      assertThat(turns)
          .as("one save may have been under way")
          .isBetween(acknowledged, acknowledged + 1);
      LongStream.rangeClosed(1, turns).forEach(update -> assertTaken(store.dialogues(), update));
      return turns + 1;
    }
  }

  private static long turnsOf(Dialogues dialogues, ChatId chat) {
    long revision = dialogues.find(chat).map(Stored::revision).orElse(0L);
    List<Long> waiting =
        dialogues.unsent(Integer.MAX_VALUE).stream()
            .filter(outgoing -> outgoing.chat().equals(chat))
            .map(Outgoing::revision)
            .toList();
    assertThat(waiting).isEqualTo(LongStream.rangeClosed(1, revision).boxed().toList());
    return revision;
  }

  private static void assertTaken(Dialogues dialogues, long update) {
    ChatId chat = SavingTurns.chat(update);
    assertThat(dialogues.save(Turns.turn(chat, update, 0, "again"))).isEqualTo(Saved.SEEN);
  }
}
