package backtalk.store;

import backtalk.dialogue.ChatId;
import java.time.Instant;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * Erases what was kept for long enough. Old dialogues are looked for beside the turns, and all is
 * erased a little at a time, so that turns go on in between.
 *
 * @param replica as in {@link OutboxTable}
 */
record Retention(Database database, String replica) {

  /** Some milliseconds of a writer's time. */
  static final int AT_ONCE = 500;

  /** How many dialogues were erased, and whether anything was that told of a person. */
  record Expired(int dialogues, boolean traces) {}

  /** Forgets the updates that were taken earlier. */
  void updates(Instant before) {
    bitByBit(
        () -> database.write((session, undo) -> new UpdateTable(session).expire(before, AT_ONCE)));
  }

  /** Erases the dialogues that were not heard since, and the messages that nobody could send. */
  Expired dialogues(Instant before) {
    int rest =
        database.write(
            (session, undo) ->
                new OutboxTable(session, replica).expire(before)
                    + new DialogueTable(session).expireUnreadable(before));
    int dialogues = bitByBit(() -> someDialogues(before));
    return new Expired(dialogues, rest + dialogues > 0);
  }

  private int someDialogues(Instant before) {
    List<ChatId> silent =
        database.read(session -> new DialogueTable(session).silent(before, AT_ONCE));
    return silent.isEmpty()
        ? 0
        : database.write(
            (session, undo) ->
                (int) silent.stream().filter(chat -> isErased(session, chat, before)).count());
  }

  /** False where somebody was heard after all. */
  private boolean isErased(Session session, ChatId chat, Instant before) {
    boolean erased = new DialogueTable(session).expire(chat, before);
    if (erased) {
      new OutboxTable(session, replica).erase(chat);
    }
    return erased;
  }

  private static int bitByBit(IntSupplier some) {
    int all = 0;
    int last = some.getAsInt();
    while (last > 0) {
      all += last;
      last = some.getAsInt();
    }
    return all;
  }
}
