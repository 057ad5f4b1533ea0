package backtalk.telegram.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Reads updates, each by itself: of one with an odd part the words are read all the same; one that
 * cannot be read at all comes through empty, with its number only, and does not hold up all the
 * others for a day.
 */
final class UpdateJson {

  private static final Logger LOG = LoggerFactory.getLogger(UpdateJson.class);
  private static final String NUMBER = "update_id";

  /** A newer Bot API may say more, and name kinds of things that the library does not know. */
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
          .configure(DeserializationFeature.FAIL_ON_INVALID_SUBTYPE, false);

  private UpdateJson() {}

  /** The update in these bytes; empty where they are not even JSON with a number in it. */
  static Optional<Update> of(byte[] json) {
    try {
      return of(JSON.readTree(json));
    } catch (IOException | RuntimeException broken) {
      return Optional.empty();
    }
  }

  /** The update, of an odd one what is said; empty where it has no number that an update has. */
  static Optional<Update> of(JsonNode json) {
    return read(json).or(() -> excerpt(json)).or(() -> number(json));
  }

  private static Optional<Update> excerpt(JsonNode json) {
    Optional<Update> excerpt = read(UpdateExcerpt.of(json));
    excerpt.ifPresent(
        it -> LOG.warn("update={} cannot be read whole: its words are", it.getUpdateId()));
    return excerpt;
  }

  private static Optional<Update> read(JsonNode json) {
    try {
      return Optional.of(JSON.treeToValue(json, Update.class))
          .filter(update -> update.getUpdateId() != null);
    } catch (JsonProcessingException | RuntimeException poison) {
      return Optional.empty();
    }
  }

  private static Optional<Update> number(JsonNode json) {
    LOG.warn("update={} cannot be read: passed over", json.path(NUMBER).asLong());
    if (!json.path(NUMBER).canConvertToInt() || json.path(NUMBER).asInt() == 0) {
      return Optional.empty();
    }
    Update empty = new Update();
    empty.setUpdateId(json.path(NUMBER).asInt());
    return Optional.of(empty);
  }
}
