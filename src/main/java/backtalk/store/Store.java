package backtalk.store;

import backtalk.dialogue.ports.DialogueStore;
import backtalk.dialogue.ports.ReplicaRegistry;
import backtalk.dialogue.ports.UploadedFiles;
import backtalk.store.sql.Database;
import backtalk.store.sql.PostgresDatabase;
import backtalk.store.sql.SqlDialogueStore;
import backtalk.store.sql.SqlReplicaRegistry;
import backtalk.store.sql.SqlUploadedFiles;
import backtalk.store.sql.SqliteDatabase;
import backtalk.store.sql.SqliteLibrary;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * Opens and closes the database and gives access to the dialogues in it.
 *
 * @param unlock releases the lock of the database's directory
 * @param dialogues the dialogue store, which must not be used after {@link #close}
 * @param replicas the registry of replicas; empty for an embedded database
 * @param durability a line for an operator: where dialogues are stored and which failures a
 *     committed turn survives
 */
public record Store(
    Database database,
    Runnable unlock,
    DialogueStore dialogues,
    Optional<ReplicaRegistry> replicas,
    String durability)
    implements AutoCloseable {

  /**
   * Names the only replica of an embedded database. It takes over the outbox of any earlier run.
   */
  private static final String SINGLE_REPLICA = "alone";

  private static final String POSTGRES_DURABILITY =
      "PostgreSQL, shared: a committed turn is as safe as the server's fsync and"
          + " synchronous_commit, both on by default";

  /**
   * Opens the embedded database of a directory; creates both if needed.
   *
   * @throws StoreException with the cause and a remedy in one line
   */
  public static Store open(Path dataDirectory) {
    DataDirectory directory = DataDirectory.open(dataDirectory);
    try {
      SqliteLibrary.cleanUp(dataDirectory.toAbsolutePath());
      SqliteLibrary.ofProgram().use(dataDirectory.toAbsolutePath());
      Database database = SqliteDatabase.open(directory.database());
      return embedded(database, directory::close, SqliteDatabase.durability(directory.database()));
    } catch (RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /**
   * Opens an embedded database in memory.
   *
   * @param library the directory into which SQLite's native library may be unpacked
   */
  public static Store inMemory(Path library) {
    SqliteLibrary.ofProgram().use(library.toAbsolutePath());
    return embedded(
        SqliteDatabase.inMemory(),
        () -> {},
        "SQLite in memory: nothing survives the end of the process");
  }

  /** Returns the store of a database that this process alone uses. */
  private static Store embedded(Database database, Runnable unlock, String durability) {
    new SqlReplicaRegistry(database, SINGLE_REPLICA).adopt();
    DialogueStore dialogues =
        new CachedDialogueStore(new SqlDialogueStore(database, SINGLE_REPLICA));
    return new Store(database, unlock, dialogues, Optional.empty(), durability);
  }

  /**
   * Opens a database that several replicas share. Dialogues are not cached, because other replicas
   * may change them.
   *
   * @param address such as {@code postgresql://user:password@host:5432/name}
   * @throws StoreException with the cause and a remedy in one line
   */
  public static Store shared(String address) {
    Database database = PostgresDatabase.open(address);
    String self = UUID.randomUUID().toString();
    return new Store(
        database,
        () -> {},
        new SqlDialogueStore(database, self),
        Optional.of(new SqlReplicaRegistry(database, self)),
        POSTGRES_DURABILITY);
  }

  /** Returns which files the channel has. */
  public UploadedFiles uploadedFiles() {
    return new SqlUploadedFiles(database);
  }

  /**
   * Empties the write-ahead log, which still holds deleted rows. A reply may quote a person's words
   * and is deleted once sent, so this should run every few seconds.
   */
  public void checkpoint() {
    database.checkpoint();
  }

  /** Closes the database and releases its lock. */
  @Override
  public void close() {
    database.close();
    unlock.run();
  }
}
