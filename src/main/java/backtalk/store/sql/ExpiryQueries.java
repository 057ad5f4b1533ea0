package backtalk.store.sql;

import backtalk.dialogue.ChatId;
import java.time.Instant;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.ToIntFunction;

/**
 * Erases expired rows in small batches. Old rows are found outside the write transactions, with one
 * pass through each table, so that turns continue in between.
 *
 * @param replica as in {@link OutboxTable}
 */
public record ExpiryQueries(Database database, String replica) {

  public static final int BATCH = 500;

  /**
   * Reports the result.
   *
   * @param dialogues the number of erased dialogues
   * @param traces true when any personal data was erased
   */
  record Expired(int dialogues, boolean traces) {}

  /** Erases update ids taken before a time. */
  void updates(Instant before) {
    var unused =
        inBatches(
            after -> database.read(session -> new UpdateTable(session).old(before, after, BATCH)),
            batch ->
                database.write(
                    (session, undo) ->
                        new UpdateTable(session)
                            .expire(before, batch.getFirst(), batch.getLast())));
  }

  /** Erases dialogues silent since a time, and messages and quarantined bodies older than it. */
  Expired dialogues(Instant before) {
    int others =
        database.write(
            (session, undo) ->
                new OutboxTable(session, replica).expire(before)
                    + new DialogueTable(session).expireUnreadable(before));
    int dialogues =
        inBatches(
            after ->
                database.read(session -> new DialogueTable(session).silent(before, after, BATCH)),
            batch -> database.write((session, undo) -> erased(session, batch, before)));
    return new Expired(dialogues, others + dialogues > 0);
  }

  private int erased(SqlSession session, List<Long> chats, Instant before) {
    return (int) chats.stream().filter(chat -> isErased(session, new ChatId(chat), before)).count();
  }

  /** Returns false when the person has written in the meantime. */
  private boolean isErased(SqlSession session, ChatId chat, Instant before) {
    boolean erased = new DialogueTable(session).expire(chat, before);
    if (erased) {
      new OutboxTable(session, replica).erase(chat);
    }
    return erased;
  }

  /**
   * Goes once through a table.
   *
   * @param next returns the next keys above a key, ordered
   * @return the number of erased rows
   */
  private static int inBatches(LongFunction<List<Long>> next, ToIntFunction<List<Long>> erasing) {
    int erased = 0;
    List<Long> batch = next.apply(Long.MIN_VALUE);
    while (!batch.isEmpty()) {
      erased += erasing.applyAsInt(batch);
      batch = next.apply(batch.getLast());
    }
    return erased;
  }
}
