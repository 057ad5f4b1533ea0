package backtalk.store.sql;

import java.time.Instant;
import java.util.List;

/** The updates that were taken. */
record UpdateTable(SqlSession session) {

  /** False where it was taken before. */
  boolean take(long update, Instant at) {
    return session
            .named("take-update")
            .bind("update_id", update)
            .bind("taken_at", at.toEpochMilli())
            .execute()
        == 1;
  }

  /** Some ids of those that were taken earlier, in order, from after one. */
  List<Long> old(Instant before, long after, int most) {
    return session
        .named("find-old-updates")
        .bind("before", before.toEpochMilli())
        .bind("after", after)
        .bind("most", most)
        .list(row -> row.getLong("update_id"));
  }

  /** Forgets those from one id to another that were taken earlier. */
  int expire(Instant before, long first, long last) {
    return session
        .named("expire-updates")
        .bind("before", before.toEpochMilli())
        .bind("first", first)
        .bind("last", last)
        .execute();
  }
}
