package backtalk.store.sql;

import backtalk.dialogue.ports.ReplicaRegistry.Lease;
import java.util.List;
import java.util.Optional;

/** Reads and writes the table of leases. */
record LeaseTable(SqlSession session) {

  List<Lease> all() {
    return session
        .named("find-leases")
        .list(
            row -> new Lease(row.getString("name"), row.getString("holder"), row.getLong("beat")));
  }

  Optional<Lease> insert(String name, String holder) {
    return changedOne(session.named("insert-lease").bind("name", name).bind("holder", holder))
        ? Optional.of(new Lease(name, holder, 0))
        : Optional.empty();
  }

  Optional<Lease> take(Lease seen, String holder) {
    BoundStatement taking =
        session
            .named("take-lease")
            .bind("name", seen.name())
            .bind("holder", holder)
            .bind("seen_holder", seen.holder())
            .bind("seen_beat", seen.beat());
    return changedOne(taking)
        ? Optional.of(new Lease(seen.name(), holder, seen.beat() + 1))
        : Optional.empty();
  }

  boolean drop(Lease seen) {
    return changedOne(
        session
            .named("drop-lease")
            .bind("name", seen.name())
            .bind("holder", seen.holder())
            .bind("beat", seen.beat()));
  }

  private static boolean changedOne(BoundStatement update) {
    return update.execute() == 1;
  }
}
