package backtalk.store;

import java.time.Instant;

/** The updates that were taken. */
record UpdateTable(Session session) {

  /** False where it was taken before. */
  boolean take(long update, Instant at) {
    return session
            .named("take-update")
            .bind("update_id", update)
            .bind("taken_at", at.toEpochMilli())
            .execute()
        == 1;
  }

  /**
   * Forgets some that were taken earlier; how many. Looks at the lowest ids only, which are the
   * oldest: Telegram begins with others only after a week without any.
   */
  int expire(Instant before, int most) {
    return session
        .named("expire-updates")
        .bind("before", before.toEpochMilli())
        .bind("most", most)
        .execute();
  }
}
