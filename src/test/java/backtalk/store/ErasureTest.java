package backtalk.store;

import static backtalk.store.Turns.forgetting;
import static backtalk.store.Turns.saying;
import static backtalk.store.Turns.turn;
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

/** Reads the database's own files after erasing, its log included, for what was planted. */
class ErasureTest {

  private static final int PEOPLE = 150;

  /** Large enough that the file holds all eight bytes of it. */
  private static final long FIRST_CHAT = 0x5EC0_DE5E_C0DE_0000L;

  /** With this seed rows move between pages, so that deleting alone leaves some of them. */
  private final Random random = new Random(1);

  private long update;

  @TempDir Path directory;

  @Test
  void nothingIsLeftOfWhoeverIsForgotten() {
    try (Store store = Store.open(directory)) {
      everybodyTalks(store.dialogues(), 8);
      assertThat(left(number -> true)).as("planted").hasSize(PEOPLE);

      IntStream.range(0, PEOPLE).filter(n -> n % 3 != 0).forEach(n -> forget(store, n));

      await().until(() -> left(number -> number % 3 != 0).isEmpty());
      assertThat(left(number -> number % 3 == 0)).as("not erased").hasSize(PEOPLE / 3);
    }
  }

  @Test
  void whoeverIsForgottenJustBeforeTheEndIsForgotten() {
    try (Store store = Store.open(directory)) {
      everybodyTalks(store.dialogues(), 2);

      IntStream.range(0, PEOPLE).forEach(n -> forget(store, n));
    }

    assertThat(left(number -> true)).isEmpty();
  }

  @Test
  void nothingIsLeftOfWhoeverIsSilentForLong() {
    try (Store store = Store.open(directory)) {
      everybodyTalks(store.dialogues(), 1);

      int erased = store.dialogues().expire(Turns.NOW.plus(Duration.ofDays(1)), Turns.NOW);

      assertThat(erased).isEqualTo(PEOPLE);
      await().until(() -> left(number -> true).isEmpty());
    }
  }

  private void everybodyTalks(DialogueStore dialogues, int turnsEach) {
    for (int turns = 0; turns < PEOPLE * turnsEach; turns++) {
      int number = turns < PEOPLE ? turns : random.nextInt(PEOPLE);
      ChatId chat = chat(number);
      long revision = dialogues.find(chat).map(StoredDialogue::revision).orElse(0L);
      String words = plant(number) + "x".repeat(random.nextInt(900));
      OutboxMessage answer = Turns.sending(chat, revision + 1, 0, Message.Kind.NOTE, words);
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
        Turns.sending(chat, -(revision + 1), 0, Message.Kind.NOTE, plant(number) + " Goodbye");
    store.dialogues().save(forgetting(chat, ++update, revision, farewell));
    store.dialogues().sent(farewell, OptionalLong.of(update));
  }

  /** Whose planted words or chat's number the files still hold, of those asked for. */
  private Set<Integer> left(IntPredicate asked) {
    String bytes = bytes();
    return IntStream.range(0, PEOPLE)
        .filter(asked)
        .filter(number -> bytes.contains(plant(number)) || bytes.contains(key(number)))
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

  private static String plant(int number) {
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
