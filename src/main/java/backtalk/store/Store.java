package backtalk.store;

import backtalk.dialogue.ports.DialogueStore;
import backtalk.dialogue.ports.ReplicaRegistry;
import backtalk.store.postgres.PostgresStore;
import backtalk.store.sql.Database;
import backtalk.store.sql.SqlDialogueStore;
import backtalk.store.sql.SqlReplicaRegistry;
import backtalk.store.sqlite.SqliteLibrary;
import backtalk.store.sqlite.SqliteStore;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** All that is kept, from the opening of the database to its closing. */
public final class Store implements AutoCloseable {

  /** A file has one Backtalk at a time, which finishes what any earlier one left. */
  private static final String ALONE = "alone";

  private static final String OF_SERVER =
      "PostgreSQL, shared: a committed turn is as safe as the server's fsync and"
          + " synchronous_commit, both on unless somebody turned them off";

  private final Database database;
  private final Runnable unlock;
  private final DialogueStore store;
  private final Optional<ReplicaRegistry> replicas;
  private final String durability;

  private Store(
      Database database,
      Runnable unlock,
      DialogueStore store,
      Optional<ReplicaRegistry> replicas,
      String durability) {
    this.database = database;
    this.unlock = unlock;
    this.store = store;
    this.replicas = replicas;
    this.durability = durability;
  }

  /**
   * Opens the embedded database of a directory, and makes both where there is none.
   *
   * @throws StoreException in one line: why not, and what an operator can do
   */
  public static Store open(Path dataDirectory) {
    DataDirectory directory = DataDirectory.open(dataDirectory);
    try {
      SqliteLibrary.cleanUp(dataDirectory.toAbsolutePath());
      SqliteLibrary.ofProgram().use(dataDirectory.toAbsolutePath());
      Database database = SqliteStore.open(directory.database());
      new SqlReplicaRegistry(database, ALONE).adopt();
      DialogueStore store = new CachedDialogueStore(new SqlDialogueStore(database, ALONE));
      return new Store(
          database,
          directory::close,
          store,
          Optional.empty(),
          SqliteStore.durability(directory.database()));
    } catch (RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /**
   * Opens a database that several replicas share. What others keep there is never remembered, but
   * read anew.
   *
   * @param address such as {@code postgresql://user:password@host:5432/name}
   * @throws StoreException in one line: why not, and what an operator can do
   */
  public static Store shared(String address) {
    Database database = PostgresStore.open(address);
    String self = UUID.randomUUID().toString();
    return new Store(
        database,
        () -> {},
        new SqlDialogueStore(database, self),
        Optional.of(new SqlReplicaRegistry(database, self)),
        OF_SERVER);
  }

  /** The dialogues kept here; not to be used once this is closed. */
  public DialogueStore dialogues() {
    return store;
  }

  /** The others that share this database; empty where nobody can. */
  public Optional<ReplicaRegistry> replicas() {
    return replicas;
  }

  /**
   * Takes what was deleted out of the database's log. A reply may quote the words it answers, and
   * is deleted when it is sent: so this is for every few seconds.
   */
  public void checkpoint() {
    database.checkpoint();
  }

  /** Where dialogues are kept and what a committed turn survives, in a line for an operator. */
  public String durability() {
    return durability;
  }

  /** Closes the database; another process may then open it. */
  @Override
  public void close() {
    database.close();
    unlock.run();
  }
}
