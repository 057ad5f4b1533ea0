package backtalk.embedding;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The pieces of words that a model knows, and the number of each. A piece that does not begin its
 * word is written with ## before it.
 */
final class Vocabulary {

  private static final Pattern WORD = Pattern.compile("[a-z]+");

  /** Each name is read once: to look for names read before would only cost time. */
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES).build();

  private final Map<String, Integer> ids;

  private Vocabulary(Map<String, Integer> ids) {
    this.ids = ids;
  }

  /** Reads the object {@code model.vocab} of a tokenizer file of Hugging Face. */
  static Vocabulary read(InputStream file) throws IOException {
    try (JsonParser json = JSON.createParser(file)) {
      json.nextToken();
      enter(json, "model");
      enter(json, "vocab");
      return new Vocabulary(numbers(json));
    }
  }

  /** Moves from the beginning of an object to that of the object called {@code name} in it. */
  private static void enter(JsonParser json, String name) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = json.currentName().equals(name);
      json.nextToken();
      if (found) {
        return;
      }
      json.skipChildren();
    }
    throw new IOException("the tokenizer file has no \"" + name + "\"");
  }

  private static Map<String, Integer> numbers(JsonParser json) throws IOException {
    Map<String, Integer> numbers = new HashMap<>(1 << 16);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      numbers.put(json.currentName(), json.nextIntValue(-1));
    }
    return numbers;
  }

  boolean knows(String piece) {
    return ids.containsKey(piece);
  }

  /** The number of a piece that it {@link #knows}. */
  int id(String piece) {
    Integer id = ids.get(piece);
    if (id == null) {
      throw new IllegalArgumentException("not a piece of this vocabulary");
    }
    return id;
  }

  /** The pieces that are whole words of the letters a to z, names and single letters among them. */
  Set<String> words() {
    return ids.keySet().stream()
        .filter(piece -> WORD.matcher(piece).matches())
        .collect(Collectors.toUnmodifiableSet());
  }
}
