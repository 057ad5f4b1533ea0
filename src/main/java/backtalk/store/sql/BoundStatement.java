package backtalk.store.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Binds the named parameters of a prepared statement and runs it. */
public final class BoundStatement {

  private final PreparedStatement statement;
  private final List<String> names;
  private final BitSet bound = new BitSet();

  /** Creates a run of {@code statement} with these parameter names. */
  BoundStatement(PreparedStatement statement, List<String> names) {
    this.statement = statement;
    this.names = names;
  }

  /** Reads a value from the current row of a result. */
  @FunctionalInterface
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private interface Setter {
    void set(int index) throws SQLException;
  }

  BoundStatement bind(String name, long value) {
    return set(name, index -> statement.setLong(index, value));
  }

  public BoundStatement bind(String name, String value) {
    return set(name, index -> statement.setString(index, value));
  }

  BoundStatement bind(String name, OptionalLong value) {
    return value.isPresent()
        ? bind(name, value.getAsLong())
        : set(name, index -> statement.setNull(index, Types.BIGINT));
  }

  private BoundStatement set(String name, Setter value) {
    try {
      for (int i = 0; i < names.size(); i++) {
        if (names.get(i).equals(name)) {
          value.set(i + 1);
          bound.set(i);
        }
      }
      return this;
    } catch (SQLException e) {
      throw new SqlRuntimeException(e);
    }
  }

  /** Runs an update and returns the number of changed rows. */
  public int execute() {
    requireAll();
    try {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new SqlRuntimeException(e);
    }
  }

  /** Runs a query and returns its first row, if any. */
  public <T> Optional<T> first(Row<T> row) {
    return list(row).stream().findFirst();
  }

  /** Runs a query and returns all rows. */
  public <T> List<T> list(Row<T> row) {
    List<T> all = new ArrayList<>();
    each(row, all::add);
    return all;
  }

  /**
   * Runs a query and passes the rows to {@code reader} one by one; the database delivers them in
   * chunks.
   */
  <T> void each(Row<T> row, Consumer<T> reader) {
    requireAll();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        reader.accept(row.read(rows));
      }
    } catch (SQLException e) {
      throw new SqlRuntimeException(e);
    }
  }

  /**
   * Checks that every parameter is bound; a cached statement would otherwise reuse a value of its
   * last run.
   */
  private void requireAll() {
    if (bound.cardinality() != names.size()) {
      throw new IllegalStateException(
          "of the parameters " + names + " only those at " + bound + " are bound");
    }
  }
}
