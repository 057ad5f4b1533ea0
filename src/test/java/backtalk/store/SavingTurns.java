package backtalk.store;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Stored;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;

/**
 * A program that saves turns of a few chats until somebody kills it, and says each update's number
 * once it is acknowledged. Arguments: the directory, the first update.
 */
final class SavingTurns {

  static final int CHATS = 3;

  private SavingTurns() {}

  public static void main(String[] args) {
    try (Store store = Store.open(Path.of(args[0]))) {
      for (long update = Long.parseLong(args[1]); ; update++) {
        save(store, update);
        System.out.println(update);
      }
    }
  }

  /** Starts it as a process of its own. */
  static Process start(Path directory, long first, Redirect complaints) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            SavingTurns.class.getName(),
            directory.toString(),
            Long.toString(first))
        .redirectError(complaints)
        .start();
  }

  private static void save(Store store, long update) {
    ChatId chat = chat(update);
    long revision = store.dialogues().find(chat).map(Stored::revision).orElse(0L);
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
