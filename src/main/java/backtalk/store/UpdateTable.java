package backtalk.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** The updates that were taken. */
record UpdateTable(Handle handle) {

  /** False where it was taken before. */
  boolean take(long update, Instant at) {
    return handle
            .createUpdate(Statements.named("take-update"))
            .bind("update_id", update)
            .bind("taken_at", at.toEpochMilli())
            .execute()
        == 1;
  }

  int expire(Instant before) {
    return handle
        .createUpdate(Statements.named("expire-updates"))
        .bind("before", before.toEpochMilli())
        .execute();
  }
}
