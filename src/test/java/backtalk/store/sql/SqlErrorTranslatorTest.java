package backtalk.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class SqlErrorTranslatorTest {

  @ParameterizedTest
  @CsvSource({
    "SQLITE_FULL, the disk is full",
    "SQLITE_BUSY_SNAPSHOT, another program",
    "SQLITE_READONLY_DIRECTORY, cannot be written",
    "SQLITE_IOERR_FSYNC, the disk fails (SQLITE_IOERR_FSYNC)",
    "SQLITE_CORRUPT_INDEX, is damaged",
    "SQLITE_CANTOPEN, cannot be opened",
    "SQLITE_CONSTRAINT_PRIMARYKEY, the database failed (SQLITE_CONSTRAINT_PRIMARYKEY)"
  })
  void sqliteErrorsAreTranslated(SQLiteErrorCode code, String words) {
    Exception failure = new IllegalStateException("outer", new SQLiteException("inner", code));

    assertThat(SqlErrorTranslator.of(failure)).hasMessageContaining(words);
  }

  @ParameterizedTest
  @CsvSource({"22021, true", "23505, true", "08006, false", "53100, false", "57P01, false"})
  void postgresDataErrorsConcernTheCallOnly(String state, boolean ofCall) {
    assertThat(SqlErrorTranslator.of(new SQLException("inner", state)).isOfCall())
        .isEqualTo(ofCall);
  }

  @ParameterizedTest
  @CsvSource({"SQLITE_CONSTRAINT_NOTNULL, true", "SQLITE_FULL, false", "SQLITE_BUSY, false"})
  void sqliteDataErrorsConcernTheCallOnly(SQLiteErrorCode code, boolean ofCall) {
    assertThat(SqlErrorTranslator.of(new SQLiteException("inner", code)).isOfCall())
        .isEqualTo(ofCall);
  }

  @Test
  void aMissingNativeLibraryIsReported() {
    Exception none = new NativeLibraryNotFoundException("none");

    assertThat(SqlErrorTranslator.of(new SQLException("cannot connect", none)))
        .hasMessageContaining("-Dorg.sqlite.tmpdir");
  }

  @Test
  void onlyTheDriversExceptionIsKept() {
    SQLException driver = new SQLException("the server has gone");
    Exception outer = new IllegalStateException("arguments: somebody's words", driver);

    assertThat(SqlErrorTranslator.of(outer))
        .hasMessage("the database does not answer")
        .hasCause(driver);
  }
}
