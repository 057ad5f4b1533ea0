package backtalk.conversation;

import java.util.Map;

/**
 * Where claims come from.
 *
 * @param name how the person reads it in a source line
 * @param beyond true when it is none of the three articles
 * @param sections section id to its title
 */
public record Source(
    String id, String title, String name, boolean beyond, Map<String, String> sections) {

  public Source {
    sections = Map.copyOf(sections);
  }
}
