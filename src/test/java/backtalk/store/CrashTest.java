package backtalk.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.ports.DialogueStore;
import backtalk.dialogue.ports.DialogueStore.Saved;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.dialogue.ports.StoredDialogue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a program that saves turns several times and checks that every acknowledged turn is stored.
 */
class CrashTest {

  private static final int KILLS = 3;
  private static final int SAVES_BEFORE_A_KILL = 40;

  @TempDir Path directory;

  private final Set<Long> acknowledged = new HashSet<>();

  @Test
  @Timeout(120)
  void acknowledgedTurnsSurviveAKill() throws Exception {
    long next = 1;
    for (int kills = 1; kills <= KILLS; kills++) {
      acknowledged.addAll(saveAndKill(next));
      assertAllStored(kills);
      next = SavingProgram.after(acknowledged);
    }
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLS * SAVES_BEFORE_A_KILL);
  }

  /** Returns the updates that the killed program had acknowledged. */
  private Set<Long> saveAndKill(long first) throws IOException, InterruptedException {
    Process saving = SavingProgram.start(directory, first, Redirect.INHERIT);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(saving.getInputStream(), UTF_8))) {
      Set<Long> updates = new HashSet<>();
      while (updates.size() < SAVES_BEFORE_A_KILL) {
        updates.add(Long.valueOf(lines.readLine()));
      }
      // Not through the process itself, which would close the stream that is to be read.
      saving.toHandle().destroyForcibly();
      updates.addAll(remainingLines(lines));
      return updates;
    } finally {
      saving.destroyForcibly().waitFor();
    }
  }

  /**
   * Returns updates acknowledged before the kill took effect; an incomplete line does not count.
   */
  private static List<Long> remainingLines(BufferedReader lines) throws IOException {
    StringBuilder rest = new StringBuilder();
    for (int letter = lines.read(); letter >= 0; letter = lines.read()) {
      rest.append((char) letter);
    }
    return rest.substring(0, rest.lastIndexOf("\n") + 1).lines().map(Long::valueOf).toList();
  }

  /** Checks that every acknowledged turn is stored and none in part. */
  private void assertAllStored(int kills) {
    try (Store store = Store.open(directory)) {
      acknowledged.forEach(update -> assertTaken(store.dialogues(), update));
      for (long chat = 0; chat < SavingProgram.CHATS; chat++) {
        ChatId id = new ChatId(chat);
        long count = acknowledged.stream().map(SavingProgram::chat).filter(id::equals).count();
        assertThat(turnsOf(store.dialogues(), id))
            .as("at each kill one save of the chat may have been under way")
            .isBetween(count, count + kills);
      }
    }
  }

  private static long turnsOf(DialogueStore dialogues, ChatId chat) {
    long revision = dialogues.find(chat).map(StoredDialogue::revision).orElse(0L);
    List<Long> waiting =
        dialogues.unsent(Integer.MAX_VALUE).stream()
            .filter(message -> message.chat().equals(chat))
            .map(OutboxMessage::revision)
            .toList();
    assertThat(waiting).isEqualTo(LongStream.rangeClosed(1, revision).boxed().toList());
    return revision;
  }

  private static void assertTaken(DialogueStore dialogues, long update) {
    ChatId chat = SavingProgram.chat(update);
    assertThat(dialogues.save(SampleTurns.turn(chat, update, 0, "again"))).isEqualTo(Saved.SEEN);
  }
}
