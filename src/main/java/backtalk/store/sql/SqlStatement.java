package backtalk.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Runs a prepared statement with named parameters such as {@code :chat}. */
public final class SqlStatement {

  /**
   * Matches a parameter; quoted text and comments match first and stay as they are. A name may
   * occur more than once.
   */
  private static final Pattern NAME = Pattern.compile("'[^']*'|--[^\n]*|:(\\w+)");

  /** Sets the number of rows fetched at once from a server. */
  private static final int FETCH_SIZE = 500;

  private final List<String> names = new ArrayList<>();
  private final BitSet bound = new BitSet();
  private final PreparedStatement statement;

  SqlStatement(Connection connection, String sql) throws SQLException {
    Matcher found = NAME.matcher(sql);
    StringBuilder positional = new StringBuilder();
    while (found.find()) {
      String name = found.group(1);
      found.appendReplacement(
          positional, name == null ? Matcher.quoteReplacement(found.group()) : "?");
      if (name != null) {
        names.add(name);
      }
    }
    statement = connection.prepareStatement(found.appendTail(positional).toString());
    statement.setFetchSize(FETCH_SIZE);
  }

  /** Reads a value from the current row of a result. */
  @FunctionalInterface
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  SqlStatement bind(String name, OptionalLong value) throws SQLException {
    return bind(name, value.isPresent() ? (Object) value.getAsLong() : null);
  }

  /** Binds a number, a text or null to a parameter. */
  public SqlStatement bind(String name, @Nullable Object value) throws SQLException {
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equals(name)) {
        statement.setObject(i + 1, value);
        bound.set(i);
      }
    }
    return this;
  }

  /** Runs an update and returns the number of changed rows. */
  public int execute() throws SQLException {
    requireAll();
    return statement.executeUpdate();
  }

  /** Runs a query and returns its first row, if any. */
  public <T> Optional<T> first(Row<T> row) throws SQLException {
    return list(row).stream().findFirst();
  }

  /** Runs a query and returns all rows. */
  public <T> List<T> list(Row<T> row) throws SQLException {
    List<T> all = new ArrayList<>();
    each(row, all::add);
    return all;
  }

  /**
   * Runs a query and passes the rows to {@code reader} one by one; the database delivers them in
   * chunks.
   */
  <T> void each(Row<T> row, Consumer<T> reader) throws SQLException {
    requireAll();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        reader.accept(row.read(rows));
      }
    }
  }

  /** Checks that every parameter is bound; the statement would otherwise reuse an old value. */
  private void requireAll() {
    if (bound.cardinality() != names.size()) {
      throw new IllegalStateException(
          "of the parameters " + names + " only those at " + bound + " are bound");
    }
    bound.clear();
  }
}
