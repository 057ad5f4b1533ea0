package backtalk.store.sql;

import backtalk.dialogue.ports.OutboxMessage;
import backtalk.dialogue.ports.ReplicaRegistry;
import java.util.List;
import java.util.Optional;

/**
 * Stores the leases of replicas in the database that they share.
 *
 * @param self the name of this replica
 */
public record SqlReplicaRegistry(Database database, String self) implements ReplicaRegistry {

  @Override
  public List<Lease> leases() {
    return database.read(
        session ->
            session
                .named("find-leases")
                .list(
                    row ->
                        new Lease(
                            row.getString("name"), row.getString("holder"), row.getLong("beat"))));
  }

  @Override
  public Optional<Lease> take(String name) {
    return database.write(
        session ->
            session.named("insert-lease").bind("name", name).bind("holder", self).execute() == 1
                ? Optional.of(new Lease(name, self, 0))
                : Optional.empty());
  }

  @Override
  public Optional<Lease> take(Lease seen) {
    return database.write(
        session ->
            session
                        .named("take-lease")
                        .bind("name", seen.name())
                        .bind("holder", self)
                        .bind("seen_holder", seen.holder())
                        .bind("seen_beat", seen.beat())
                        .execute()
                    == 1
                ? Optional.of(new Lease(seen.name(), self, seen.beat() + 1))
                : Optional.empty());
  }

  @Override
  public boolean drop(Lease seen) {
    return database.write(
        session ->
            session
                    .named("drop-lease")
                    .bind("name", seen.name())
                    .bind("holder", seen.holder())
                    .bind("beat", seen.beat())
                    .execute()
                == 1);
  }

  @Override
  public int adopt() {
    return database.write(session -> new OutboxTable(session, self).adopt());
  }

  @Override
  public Place place(OutboxMessage message) {
    return database.read(session -> new OutboxTable(session, self).place(message));
  }
}
