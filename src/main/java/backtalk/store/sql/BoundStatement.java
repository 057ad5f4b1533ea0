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

/** One run of a prepared statement: it is given a value for each of its names, and run. */
public final class BoundStatement {

  private final PreparedStatement statement;
  private final List<String> names;
  private final BitSet given = new BitSet();

  /** A run of {@code statement}, whose values are called {@code names}. */
  BoundStatement(PreparedStatement statement, List<String> names) {
    this.statement = statement;
    this.names = names;
  }

  /** Reads something out of the row that a result stands at. */
  @FunctionalInterface
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private interface Giving {
    void give(int place) throws SQLException;
  }

  BoundStatement bind(String name, long value) {
    return give(name, place -> statement.setLong(place, value));
  }

  public BoundStatement bind(String name, String value) {
    return give(name, place -> statement.setString(place, value));
  }

  BoundStatement bind(String name, OptionalLong value) {
    return value.isPresent()
        ? bind(name, value.getAsLong())
        : give(name, place -> statement.setNull(place, Types.BIGINT));
  }

  private BoundStatement give(String name, Giving value) {
    try {
      for (int i = 0; i < names.size(); i++) {
        if (names.get(i).equals(name)) {
          value.give(i + 1);
          given.set(i);
        }
      }
      return this;
    } catch (SQLException e) {
      throw new SqlRuntimeException(e);
    }
  }

  /** Runs what changes rows; how many it changed. */
  public int execute() {
    requireAll();
    try {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new SqlRuntimeException(e);
    }
  }

  /** The first row, if there is one. */
  public <T> Optional<T> first(Row<T> row) {
    return list(row).stream().findFirst();
  }

  /** All rows. */
  public <T> List<T> list(Row<T> row) {
    List<T> all = new ArrayList<>();
    each(row, all::add);
    return all;
  }

  /** Shows all rows one after the other, of which the database hands over a few at a time. */
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

  /** A statement that is kept would else go on with a value of its last run. */
  private void requireAll() {
    if (given.cardinality() != names.size()) {
      throw new IllegalStateException(
          "of the values " + names + " only those at " + given + " are given");
    }
  }
}
