package backtalk.loader;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Maps that keep the order of the file and cannot be changed. */
public final class OrderedMaps {
  private OrderedMaps() {}

  public static <V> Map<String, V> copy(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** The same keys with other values. */
  public static <V, W> Map<String, W> mapped(Map<String, V> map, Function<V, W> change) {
    return keyed(map, (key, value) -> change.apply(value));
  }

  /** The same keys with other values, made of key and value. */
  public static <V, W> Map<String, W> keyed(Map<String, V> map, BiFunction<String, V, W> change) {
    Map<String, W> changed = new LinkedHashMap<>();
    map.forEach((key, value) -> changed.put(key, change.apply(key, value)));
    return Collections.unmodifiableMap(changed);
  }
}
