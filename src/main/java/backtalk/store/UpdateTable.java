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

  int expire(Instant before) {
    return session.named("expire-updates").bind("before", before.toEpochMilli()).execute();
  }
}
