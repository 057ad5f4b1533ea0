package backtalk.store;

import backtalk.dialogue.Replicas.Lease;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Who of several replicas does what. */
record LeaseTable(Handle handle) {

  List<Lease> all() {
    return handle
        .createQuery(Statements.named("find-leases"))
        .map(
            (row, context) ->
                new Lease(row.getString("name"), row.getString("holder"), row.getLong("beat")))
        .list();
  }

  Optional<Lease> insert(String name, String holder) {
    return did(update("insert-lease").bind("name", name).bind("holder", holder))
        ? Optional.of(new Lease(name, holder, 0))
        : Optional.empty();
  }

  Optional<Lease> take(Lease seen, String holder) {
    Update taking =
        update("take-lease")
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
        update("drop-lease")
            .bind("name", seen.name())
            .bind("holder", seen.holder())
            .bind("beat", seen.beat()));
  }

  private Update update(String statement) {
    return handle.createUpdate(Statements.named(statement));
  }

  private static boolean did(Update update) {
    return update.execute() == 1;
  }
}
