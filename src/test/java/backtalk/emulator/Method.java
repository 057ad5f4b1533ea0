package backtalk.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.function.Function;

/** Describes a method of the Bot API: its documented name, its parameters and its action. */
record Method(String name, Set<String> parameters, Function<Parameters, JsonNode> action) {

  static Method of(String name, Function<Parameters, JsonNode> action, String... parameters) {
    return new Method(name, Set.of(parameters), action);
  }

  /** Returns true for a documented parameter, and for the method's name, which Telegram ignores. */
  boolean knows(String parameter) {
    return parameter.equals("method") || parameters.contains(parameter);
  }
}
