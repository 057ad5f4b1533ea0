package backtalk.store.sql;

import java.time.Instant;
import java.util.List;

/** Reads and writes the table of processed update ids. */
record UpdateTable(SqlSession session) {

  /** Records an update id; false when it is already recorded. */
  boolean take(long update, Instant at) {
    return session
            .named("take-update")
            .bind("update_id", update)
            .bind("taken_at", at.toEpochMilli())
            .execute()
        == 1;
  }

  /** Returns ids recorded before a time, ordered, above {@code after}. */
  List<Long> old(Instant before, long after, int most) {
    return session
        .named("find-old-updates")
        .bind("before", before.toEpochMilli())
        .bind("after", after)
        .bind("most", most)
        .list(row -> row.getLong("update_id"));
  }

  /** Erases ids in a range that were recorded before a time. */
  int expire(Instant before, long first, long last) {
    return session
        .named("expire-updates")
        .bind("before", before.toEpochMilli())
        .bind("first", first)
        .bind("last", last)
        .execute();
  }
}
