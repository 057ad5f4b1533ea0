package backtalk.store.sql;

import backtalk.dialogue.ChatId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

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

  /** Erases the rows with these keys, unless they have changed; returns their number. */
  private interface Erasing {
    int in(SqlSession session, List<Long> keys) throws SQLException;
  }

  /** Erases update ids taken before a time. */
  void updates(Instant before) {
    var unused =
        inBatches(
            "find-old-updates",
            before,
            (session, ids) ->
                on(session, "expire-updates", before)
                    .bind("first", ids.getFirst())
                    .bind("last", ids.getLast())
                    .execute());
  }

  /** Erases dialogues silent since a time, and messages and quarantined bodies older than it. */
  Expired dialogues(Instant before) {
    int others =
        database.write(
            session ->
                on(session, "expire-outbox", before).execute()
                    + on(session, "expire-unreadable", before).execute());
    int dialogues =
        inBatches("find-silent", before, (session, chats) -> erase(session, chats, before));
    return new Expired(dialogues, others + dialogues > 0);
  }

  /** Erases the chats whose person has not written in the meantime. */
  private int erase(SqlSession session, List<Long> chats, Instant before) throws SQLException {
    int erased = 0;
    for (long chat : chats) {
      if (on(session, "expire-dialogue", before).bind("chat", chat).execute() == 1) {
        new OutboxTable(session, replica).erase(new ChatId(chat));
        erased++;
      }
    }
    return erased;
  }

  /** Goes once through a table and returns the number of erased rows. */
  private int inBatches(String query, Instant before, Erasing erasing) {
    int erased = 0;
    List<Long> batch = next(query, before, Long.MIN_VALUE);
    while (!batch.isEmpty()) {
      List<Long> keys = batch;
      erased += database.write(session -> erasing.in(session, keys));
      batch = next(query, before, keys.getLast());
    }
    return erased;
  }

  /** Returns the next keys of old rows above a key, ordered. */
  private List<Long> next(String query, Instant before, long after) {
    return database.read(
        session ->
            on(session, query, before)
                .bind("after", after)
                .bind("most", BATCH)
                .list(row -> row.getLong(1)));
  }

  private static SqlStatement on(SqlSession session, String statement, Instant before)
      throws SQLException {
    return session.named(statement).bind("before", before.toEpochMilli());
  }
}
