package backtalk.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.function.Function;

/** One method of the Bot API: its documented name, parameters, and what it does. */
record Method(String name, Set<String> parameters, Function<Parameters, JsonNode> action) {

  static Method of(String name, Function<Parameters, JsonNode> action, String... parameters) {
    return new Method(name, Set.of(parameters), action);
  }

  /** The library repeats the method's name in the body: Telegram ignores it. */
  boolean knows(String parameter) {
    return parameter.equals("method") || parameters.contains(parameter);
  }
}
