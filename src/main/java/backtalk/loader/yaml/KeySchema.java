package backtalk.loader.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Defines the required and optional keys of a YAML mapping.
 *
 * @param kind description of the mapping in issues, such as "a fact"
 */
public record KeySchema(String kind, List<String> required, List<String> optional) {
  public KeySchema {
    required = List.copyOf(required);
    optional = List.copyOf(optional);
  }

  public static KeySchema of(String kind) {
    return new KeySchema(kind, List.of(), List.of());
  }

  public KeySchema needs(String... keys) {
    return new KeySchema(kind, joined(required, keys), optional);
  }

  public KeySchema may(String... keys) {
    return new KeySchema(kind, required, joined(optional, keys));
  }

  /** Returns all keys, the required ones first. */
  public List<String> keys() {
    return Stream.concat(required.stream(), optional.stream()).toList();
  }

  private static List<String> joined(List<String> some, String... more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(List.of(more));
    return all;
  }
}
