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
 * A program that saves turns of a few chats, beside each other, until somebody kills it, and says
 * each update's number once it is acknowledged. Arguments: the directory, the first update.
 */
public final class SavingTurns {

  static final int CHATS = 8;

  private SavingTurns() {}

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

  /** Those of one chat, one after the other. */
  private static void saveAll(Store store, long first) {
    for (long update = first; ; update += CHATS) {
      save(store, update);
      System.out.println(update);
    }
  }

  /** A number for the next run that none of these can have had, though one a chat was not told. */
  static long after(Collection<Long> told) {
    return Collections.max(told) + CHATS + 1;
  }

  /** Starts it as a process of its own. */
  public static Process start(Path directory, long first, Redirect complaints, String... options)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(SavingTurns.class.getName());
    command.addAll(List.of(directory.toString(), Long.toString(first)));
    return new ProcessBuilder(command).redirectError(complaints).start();
  }

  private static void save(Store store, long update) {
    ChatId chat = chat(update);
    long revision = store.dialogues().find(chat).map(StoredDialogue::revision).orElse(0L);
    store
        .dialogues()
        .save(
            Turns.saying(
                Turns.turn(chat, update, revision, "u" + update),
                Turns.note(chat, revision + 1, 0)));
  }

  static ChatId chat(long update) {
    return new ChatId(update % CHATS);
  }
}
