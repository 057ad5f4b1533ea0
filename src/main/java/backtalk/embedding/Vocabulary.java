package backtalk.embedding;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Maps the word pieces of a model's vocabulary to their ids.
 *
 * <p>A piece that continues a word starts with ##.
 */
final class Vocabulary {

  /**
   * Reads JSON without canonicalising names: each name occurs once, so a lookup only costs time.
   */
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES).build();

  private final Map<String, Integer> ids;
  private final Set<String> words;

  private Vocabulary(Map<String, Integer> ids) {
    this.ids = ids;
    this.words =
        ids.keySet().stream().filter(Vocabulary::isWord).collect(Collectors.toUnmodifiableSet());
  }

  /** Reads the object {@code model.vocab} of a Hugging Face tokenizer file. */
  static Vocabulary read(InputStream file) throws IOException {
    try (JsonParser json = JSON.createParser(file)) {
      json.nextToken();
      enter(json, "model");
      enter(json, "vocab");
      return new Vocabulary(ids(json));
    }
  }

  /** Moves the parser from the start of an object to the start of its member {@code name}. */
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

  private static Map<String, Integer> ids(JsonParser json) throws IOException {
    Map<String, Integer> read = new HashMap<>(1 << 16);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      read.put(json.currentName(), json.nextIntValue(-1));
    }
    return read;
  }

  boolean knows(String piece) {
    return ids.containsKey(piece);
  }

  /** Returns the id of a piece that the vocabulary {@link #knows}. */
  int id(String piece) {
    Integer id = ids.get(piece);
    if (id == null) {
      throw new IllegalArgumentException("not a piece of this vocabulary");
    }
    return id;
  }

  /**
   * Returns the pieces that are whole words of the letters a to z, including names and single
   * letters.
   */
  Set<String> words() {
    return words;
  }

  private static boolean isWord(String piece) {
    for (int i = 0; i < piece.length(); i++) {
      if (piece.charAt(i) < 'a' || piece.charAt(i) > 'z') {
        return false;
      }
    }
    return true;
  }
}
