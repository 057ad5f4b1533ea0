package backtalk.store.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds a statement with positional parameters, as JDBC takes it, and their names.
 *
 * @param sql with a question mark for each parameter
 * @param names the name of each parameter, in order; a name may occur more than once
 */
public record NamedSql(String sql, List<String> names) {

  /**
   * Matches a parameter such as {@code :chat}; quoted text and comments match first and stay as
   * they are.
   */
  private static final Pattern NAME = Pattern.compile("'[^']*'|--[^\n]*|:(\\w+)");

  public NamedSql {
    names = List.copyOf(names);
  }

  /** Parses a statement with named parameters such as {@code :chat}. */
  public static NamedSql of(String written) {
    List<String> names = new ArrayList<>();
    Matcher found = NAME.matcher(written);
    StringBuilder sql = new StringBuilder();
    while (found.find()) {
      String name = found.group(1);
      found.appendReplacement(sql, name == null ? Matcher.quoteReplacement(found.group()) : "?");
      if (name != null) {
        names.add(name);
      }
    }
    return new NamedSql(found.appendTail(sql).toString(), names);
  }
}
