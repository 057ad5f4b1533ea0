package backtalk.conversation;

import java.util.Map;

/**
 * Describes a source of claims.
 *
 * @param name its name in a source line
 * @param beyond true when it is not one of the three articles
 * @param sections section id to its title
 */
public record Source(
    String id, String title, String name, boolean beyond, Map<String, String> sections) {

  public Source {
    sections = Map.copyOf(sections);
  }
}
