package backtalk.store.sql;

import backtalk.store.StoreException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** Migrates the tables of a database to this version. */
final class SchemaMigration {

  private SchemaMigration() {}

  /** Runs the pending migrations; a database of a newer version is refused and left unchanged. */
  static void run(DataSource source) {
    Flyway flyway =
        Flyway.configure().dataSource(source).locations("classpath:store/migration").load();
    try {
      refuseNewer(flyway);
      flyway.migrate();
    } catch (FlywayException e) {
      throw failure(e);
    }
  }

  private static StoreException failure(FlywayException e) {
    return SqlErrorTranslator.cause(e).isPresent()
        ? SqlErrorTranslator.of(e)
        : new StoreException(
            "the database's tables are not Backtalk's, or were changed; it is left as it is", e);
  }

  private static void refuseNewer(Flyway flyway) {
    if (Arrays.stream(flyway.info().applied()).anyMatch(SchemaMigration::isNewer)) {
      throw new StoreException(
          "the database was written by a newer Backtalk; run that one, or put a backup in its"
              + " place");
    }
  }

  private static boolean isNewer(MigrationInfo migration) {
    MigrationState state = migration.getState();
    return state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED;
  }
}
