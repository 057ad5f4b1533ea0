package backtalk.loader.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which keys a group must have and may have.
 *
 * @param kind what the group is, in the words of a mistake: "a fact"
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

  /** Every key that it may have. */
  public List<String> keys() {
    return Stream.concat(required.stream(), optional.stream()).toList();
  }

  private static List<String> joined(List<String> some, String... more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(List.of(more));
    return all;
  }
}
