package backtalk.store;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.ports.StoredDialogue;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Saves turns of a few chats in parallel until it is killed, and prints each update id once it is
 * acknowledged. Arguments: the directory, the first update id.
 */
public final class SavingProgram {

  static final int CHATS = 8;

  private SavingProgram() {}

  public static void main(String[] args) throws InterruptedException {
    long first = Long.parseLong(args[1]);
    try (Store store = Store.open(Path.of(args[0]))) {
      List<Thread> chats =
          LongStream.range(first, first + CHATS)
              .mapToObj(update -> Thread.ofPlatform().start(() -> saveAll(store, update)))
              .toList();
      for (Thread chat : chats) {
        chat.join();
      }
    }
  }

  /** Saves the turns of one chat, one after the other. */
  private static void saveAll(Store store, long first) {
    for (long update = first; ; update += CHATS) {
      save(store, update);
      System.out.println(update);
    }
  }

  /**
   * Returns an update id for the next run that no earlier run can have used; one unacknowledged
   * update per chat may exist.
   */
  static long after(Collection<Long> acknowledged) {
    return Collections.max(acknowledged) + CHATS + 1;
  }

  /** Starts the program as a separate process. */
  public static Process start(Path directory, long first, Redirect errors, String... options)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(SavingProgram.class.getName());
    command.addAll(List.of(directory.toString(), Long.toString(first)));
    return new ProcessBuilder(command).redirectError(errors).start();
  }

  private static void save(Store store, long update) {
    ChatId chat = chat(update);
    long revision = store.dialogues().find(chat).map(StoredDialogue::revision).orElse(0L);
    store
        .dialogues()
        .save(
            SampleTurns.saying(
                SampleTurns.turn(chat, update, revision, "u" + update),
                SampleTurns.note(chat, revision + 1, 0)));
  }

  static ChatId chat(long update) {
    return new ChatId(update % CHATS);
  }
}
