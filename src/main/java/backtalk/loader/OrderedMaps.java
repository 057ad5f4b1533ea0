package backtalk.loader;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Copies and transforms maps into unmodifiable maps in the order of the file. */
public final class OrderedMaps {
  private OrderedMaps() {}

  public static <V> Map<String, V> copy(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** Returns the same keys with transformed values. */
  public static <V, W> Map<String, W> mapValues(Map<String, V> map, Function<V, W> change) {
    return mapEntries(map, (key, value) -> change.apply(value));
  }

  /** Returns the same keys with values computed from key and value. */
  public static <V, W> Map<String, W> mapEntries(
      Map<String, V> map, BiFunction<String, V, W> change) {
    Map<String, W> changed = new LinkedHashMap<>();
    map.forEach((key, value) -> changed.put(key, change.apply(key, value)));
    return Collections.unmodifiableMap(changed);
  }
}
