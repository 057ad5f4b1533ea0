package backtalk.store.sql;

import backtalk.dialogue.ports.UploadedFiles;
import java.sql.SQLException;
import java.util.Optional;

/** Keeps in an SQL database which files a channel has. */
public record SqlUploadedFiles(Database database) implements UploadedFiles {

  @Override
  public Optional<String> find(long account, String sha256) {
    return database.read(
        session ->
            on(session, "find-file", account, sha256).first(row -> row.getString("file_id")));
  }

  @Override
  public void put(long account, String sha256, String file) {
    var unused =
        database.write(
            session -> on(session, "put-file", account, sha256).bind("file_id", file).execute());
  }

  private static SqlStatement on(SqlSession session, String statement, long account, String sha256)
      throws SQLException {
    return session.named(statement).bind("account", account).bind("sha256", sha256);
  }
}
