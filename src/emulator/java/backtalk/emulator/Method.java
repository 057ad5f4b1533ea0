package backtalk.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Describes a method of the Bot API: its documented name, its parameters and its action. */
record Method(String name, Set<String> parameters, Function<Parameters, JsonNode> action) {

  /** Creates a method from its parameters' names, separated by blanks. */
  static Method of(String name, Function<Parameters, JsonNode> action, String parameters) {
    return new Method(name, Set.of(parameters.split(" ", -1)), action);
  }

  /** Returns methods by their name in lower case; Telegram ignores the case. */
  static Map<String, Method> byName(Collection<Method> methods) {
    return methods.stream()
        .collect(
            Collectors.toMap(
                method -> method.name().toLowerCase(Locale.ROOT), Function.identity()));
  }

  /** Returns true for a documented parameter, and for the method's name, which Telegram ignores. */
  boolean knows(String parameter) {
    return parameter.equals("method") || parameters.contains(parameter);
  }
}
