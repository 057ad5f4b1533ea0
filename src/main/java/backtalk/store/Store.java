package backtalk.store;

import backtalk.dialogue.Dialogues;
import java.nio.file.Path;

/** All that is kept, from the opening of the database to its closing. */
public final class Store implements AutoCloseable {

  private final DataDirectory directory;
  private final Database database;
  private final Dialogues dialogues;

  private Store(DataDirectory directory, Database database) {
    this.directory = directory;
    this.database = database;
    this.dialogues = new CachedDialogues(new SqlDialogues(database));
  }

  /**
   * Opens the embedded database of a directory, and makes both where there is none.
   *
   * @throws StoreException in one line: why not, and what an operator can do
   */
  public static Store open(Path dataDirectory) {
    DataDirectory directory = DataDirectory.open(dataDirectory);
    try {
      return new Store(directory, Sqlite.open(directory.database()));
    } catch (RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** The dialogues kept here; not to be used once this is closed. */
  public Dialogues dialogues() {
    return dialogues;
  }

  /** Closes the database; another process may then open it. */
  @Override
  public void close() {
    database.close();
    directory.close();
  }
}
