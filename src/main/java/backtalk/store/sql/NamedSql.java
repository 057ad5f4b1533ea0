package backtalk.store.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement as JDBC takes it.
 *
 * @param sql with a question mark for each value
 * @param names what each of these values is called, in order; a name may come more than once
 */
public record NamedSql(String sql, List<String> names) {

  /** A name after a colon; what is quoted or a comment comes first, and is left as it is. */
  private static final Pattern NAME = Pattern.compile("'[^']*'|--[^\n]*|:(\\w+)");

  public NamedSql {
    names = List.copyOf(names);
  }

  /** Reads a statement whose values have names: {@code :chat}. */
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
