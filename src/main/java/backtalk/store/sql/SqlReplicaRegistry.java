package backtalk.store.sql;

import backtalk.dialogue.ports.OutboxMessage;
import backtalk.dialogue.ports.ReplicaRegistry;
import java.util.List;
import java.util.Optional;

/** Stores the leases of replicas in the database that they share. */
public final class SqlReplicaRegistry implements ReplicaRegistry {

  private final Database database;
  private final String self;

  public SqlReplicaRegistry(Database database, String self) {
    this.database = database;
    this.self = self;
  }

  @Override
  public String self() {
    return self;
  }

  @Override
  public List<Lease> leases() {
    return database.read(session -> new LeaseTable(session).all());
  }

  @Override
  public Optional<Lease> take(String name) {
    return database.write((session, undo) -> new LeaseTable(session).insert(name, self));
  }

  @Override
  public Optional<Lease> take(Lease seen) {
    return database.write((session, undo) -> new LeaseTable(session).take(seen, self));
  }

  @Override
  public boolean drop(Lease seen) {
    return database.write((session, undo) -> new LeaseTable(session).drop(seen));
  }

  @Override
  public int adopt() {
    return database.write((session, undo) -> new OutboxTable(session, self).adopt());
  }

  @Override
  public Place place(OutboxMessage message) {
    return database.read(session -> new OutboxTable(session, self).place(message));
  }
}
