package backtalk.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Reads and writes the JSON bodies of the store. Unknown fields are ignored. A missing field is an
 * {@link IllegalArgumentException} without any content of the body.
 */
final class StoreJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** Sets the initial buffer size in characters, enough for a typical body. */
  private static final int INITIAL_CHARS = 1_024;

  private StoreJson() {}

  /** Writes fields to a generator. */
  @FunctionalInterface
  interface Fields {
    void to(JsonGenerator out) throws IOException;
  }

  /** Returns an object with these fields as JSON text, written without a tree in memory. */
  static String object(Fields fields) {
    StringWriter body = new StringWriter(INITIAL_CHARS);
    try (JsonGenerator out = MAPPER.createGenerator(body)) {
      out.writeStartObject();
      fields.to(out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return body.toString();
  }

  /** Parses a body with {@code reader}; empty when that fails. */
  static <T> Optional<T> read(String body, Function<JsonNode, T> reader) {
    try {
      return Optional.of(reader.apply(MAPPER.readTree(body)));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static String text(JsonNode node, String name) {
    return check(node.path(name), name, JsonNode::isTextual).textValue();
  }

  static Optional<String> textIn(JsonNode node, String name) {
    return node.hasNonNull(name) ? Optional.of(text(node, name)) : Optional.empty();
  }

  static boolean truth(JsonNode node, String name) {
    return check(node.path(name), name, JsonNode::isBoolean).booleanValue();
  }

  static int number(JsonNode node, String name) {
    return check(node.path(name), name, JsonNode::canConvertToInt).intValue();
  }

  static long big(JsonNode node, String name) {
    return check(node.path(name), name, JsonNode::canConvertToLong).longValue();
  }

  static OptionalLong bigIn(JsonNode node, String name) {
    return node.hasNonNull(name) ? OptionalLong.of(big(node, name)) : OptionalLong.empty();
  }

  static JsonNode object(JsonNode node, String name) {
    return check(node.path(name), name, JsonNode::isObject);
  }

  static JsonNode array(JsonNode node, String name) {
    return check(node.path(name), name, JsonNode::isArray);
  }

  /** Returns the JSON value of a constant, for instance {@code question}. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static <E extends Enum<E>> E constant(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }

  private static JsonNode check(JsonNode found, String name, Function<JsonNode, Boolean> fits) {
    if (!fits.apply(found)) {
      throw new IllegalArgumentException("missing or of another kind: " + name);
    }
    return found;
  }
}
