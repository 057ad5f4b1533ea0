package backtalk.library;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which keys a group must have and may have.
 *
 * @param kind what the group is, in the words of a mistake: "a fact"
 */
record Shape(String kind, List<String> required, List<String> optional) {
  Shape {
    required = List.copyOf(required);
    optional = List.copyOf(optional);
  }

  static Shape of(String kind) {
    return new Shape(kind, List.of(), List.of());
  }

  Shape needs(String... keys) {
    return new Shape(kind, joined(required, keys), optional);
  }

  Shape may(String... keys) {
    return new Shape(kind, required, joined(optional, keys));
  }

  /** Every key that it may have. */
  List<String> keys() {
    return Stream.concat(required.stream(), optional.stream()).toList();
  }

  private static List<String> joined(List<String> some, String... more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(List.of(more));
    return all;
  }
}
