package backtalk.store.sql;

import backtalk.dialogue.ports.ReplicaRegistry.Lease;
import java.util.List;
import java.util.Optional;

/** Who of several replicas does what. */
record LeaseTable(SqlSession session) {

  List<Lease> all() {
    return session
        .named("find-leases")
        .list(
            row -> new Lease(row.getString("name"), row.getString("holder"), row.getLong("beat")));
  }

  Optional<Lease> insert(String name, String holder) {
    return did(session.named("insert-lease").bind("name", name).bind("holder", holder))
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
    return did(taking)
        ? Optional.of(new Lease(seen.name(), holder, seen.beat() + 1))
        : Optional.empty();
  }

  boolean drop(Lease seen) {
    return did(
        session
            .named("drop-lease")
            .bind("name", seen.name())
            .bind("holder", seen.holder())
            .bind("beat", seen.beat()));
  }

  private static boolean did(BoundStatement update) {
    return update.execute() == 1;
  }
}
