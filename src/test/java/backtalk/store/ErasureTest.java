package backtalk.store;

import static backtalk.store.SampleTurns.forgetting;
import static backtalk.store.SampleTurns.saying;
import static backtalk.store.SampleTurns.turn;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Message;
import backtalk.dialogue.ports.DialogueStore;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.dialogue.ports.StoredDialogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that erased data is no longer in the database's files, including its log. */
class ErasureTest {

  private static final int PEOPLE = 150;

  /** Large enough that all eight bytes of a chat id are stored. */
  private static final long FIRST_CHAT = 0x5EC0_DE5E_C0DE_0000L;

  /** Makes rows move between pages, so that deleting alone leaves copies. */
  private final Random random = new Random(1);

  private long update;

  @TempDir Path directory;

  @Test
  void forgottenDataIsErasedFromTheFiles() {
    try (Store store = Store.open(directory)) {
      takeTurns(store.dialogues(), 8);
      assertThat(stillInFiles(number -> true)).as("planted").hasSize(PEOPLE);

      IntStream.range(0, PEOPLE).filter(n -> n % 3 != 0).forEach(n -> forget(store, n));

      await().until(() -> stillInFiles(number -> number % 3 != 0).isEmpty());
      assertThat(stillInFiles(number -> number % 3 == 0)).as("not erased").hasSize(PEOPLE / 3);
    }
  }

  @Test
  void dataForgottenJustBeforeTheStopIsErased() {
    try (Store store = Store.open(directory)) {
      takeTurns(store.dialogues(), 2);

      IntStream.range(0, PEOPLE).forEach(n -> forget(store, n));
    }

    assertThat(stillInFiles(number -> true)).isEmpty();
  }

  @Test
  void expiredDataIsErasedFromTheFiles() {
    try (Store store = Store.open(directory)) {
      takeTurns(store.dialogues(), 1);

      int erased =
          store.dialogues().expire(SampleTurns.NOW.plus(Duration.ofDays(1)), SampleTurns.NOW);

      assertThat(erased).isEqualTo(PEOPLE);
      await().until(() -> stillInFiles(number -> true).isEmpty());
    }
  }

  private void takeTurns(DialogueStore dialogues, int turnsEach) {
    for (int turns = 0; turns < PEOPLE * turnsEach; turns++) {
      int number = turns < PEOPLE ? turns : random.nextInt(PEOPLE);
      ChatId chat = chat(number);
      long revision = dialogues.find(chat).map(StoredDialogue::revision).orElse(0L);
      String words = marker(number) + "x".repeat(random.nextInt(900));
      OutboxMessage answer = SampleTurns.sending(chat, revision + 1, 0, Message.Kind.NOTE, words);
      dialogues.save(saying(turn(chat, ++update, revision, words), answer));
      if (random.nextBoolean()) {
        dialogues.sent(answer, OptionalLong.of(update));
      }
    }
  }

  private void forget(Store store, int number) {
    ChatId chat = chat(number);
    long revision = store.dialogues().find(chat).orElseThrow().revision();
    OutboxMessage farewell =
        SampleTurns.sending(
            chat, -(revision + 1), 0, Message.Kind.NOTE, marker(number) + " Goodbye");
    store.dialogues().save(forgetting(chat, ++update, revision, farewell));
    store.dialogues().sent(farewell, OptionalLong.of(update));
  }

  /** Returns the selected numbers whose marker or chat id is still in the files. */
  private Set<Integer> stillInFiles(IntPredicate selected) {
    String bytes = bytes();
    return IntStream.range(0, PEOPLE)
        .filter(selected)
        .filter(number -> bytes.contains(marker(number)) || bytes.contains(key(number)))
        .boxed()
        .collect(Collectors.toSet());
  }

  private String bytes() {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(ErasureTest::read).collect(Collectors.joining());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String marker(int number) {
    return "planted-" + number + "-here";
  }

  private static ChatId chat(int number) {
    return new ChatId(FIRST_CHAT + number);
  }

  private static String key(int number) {
    byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(chat(number).value()).array();
    return new String(bytes, ISO_8859_1);
  }
}
