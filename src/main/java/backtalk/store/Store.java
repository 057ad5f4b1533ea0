package backtalk.store;

import backtalk.dialogue.Dialogues;
import backtalk.dialogue.Replicas;
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
  private final Dialogues dialogues;
  private final Optional<Replicas> replicas;
  private final String durability;

  private Store(
      Database database,
      Runnable unlock,
      Dialogues dialogues,
      Optional<Replicas> replicas,
      String durability) {
    this.database = database;
    this.unlock = unlock;
    this.dialogues = dialogues;
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
      Database database = Sqlite.open(directory.database());
      new SqlReplicas(database, ALONE).adopt();
      Dialogues dialogues = new CachedDialogues(new SqlDialogues(database, ALONE));
      return new Store(
          database,
          directory::close,
          dialogues,
          Optional.empty(),
          Sqlite.durability(directory.database()));
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
    Database database = Postgres.open(address);
    String self = UUID.randomUUID().toString();
    return new Store(
        database,
        () -> {},
        new SqlDialogues(database, self),
        Optional.of(new SqlReplicas(database, self)),
        OF_SERVER);
  }

  /** The dialogues kept here; not to be used once this is closed. */
  public Dialogues dialogues() {
    return dialogues;
  }

  /** The others that share this database; empty where nobody can. */
  public Optional<Replicas> replicas() {
    return replicas;
  }

  /**
   * Takes what was deleted out of the database's log. A reply may quote the words it answers, and
   * is deleted when it is sent: so this is for every few seconds.
   */
  public void rinse() {
    database.rinse();
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
