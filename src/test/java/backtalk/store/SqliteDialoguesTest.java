package backtalk.store;

import backtalk.dialogue.Dialogues;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteDialoguesTest extends DialoguesContract {

  @TempDir Path directory;
  private Database database;
  private Dialogues dialogues;

  @BeforeEach
  void open() {
    database = Sqlite.open(directory.resolve("test.db"));
    dialogues = new SqlDialogues(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  Dialogues dialogues() {
    return dialogues;
  }
}
