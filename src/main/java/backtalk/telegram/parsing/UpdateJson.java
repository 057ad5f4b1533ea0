package backtalk.telegram.parsing;

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
 * Parses updates one by one. From an update with unreadable parts it takes the text. An update that
 * cannot be read at all is reduced to its id, so that it does not block all others for a day.
 */
public final class UpdateJson {

  private static final Logger LOG = LoggerFactory.getLogger(UpdateJson.class);
  private static final String UPDATE_ID = "update_id";

  /**
   * Ignores fields and kinds that the library does not know, because a newer Bot API may add some.
   */
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
          .configure(DeserializationFeature.FAIL_ON_INVALID_SUBTYPE, false);

  private UpdateJson() {}

  /** Returns the update in these bytes; empty if they are not JSON with an update id. */
  public static Optional<Update> of(byte[] json) {
    try {
      return of(JSON.readTree(json));
    } catch (IOException | RuntimeException broken) {
      return Optional.empty();
    }
  }

  /** Returns the update, or its excerpt; empty if it has no valid id. */
  public static Optional<Update> of(JsonNode json) {
    return read(json).or(() -> excerpt(json)).or(() -> idOnly(json));
  }

  private static Optional<Update> excerpt(JsonNode json) {
    Optional<Update> excerpt = read(UpdateExcerpt.of(json));
    excerpt.ifPresent(
        it -> LOG.warn("update={} cannot be read whole: its text is used", it.getUpdateId()));
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

  private static Optional<Update> idOnly(JsonNode json) {
    LOG.warn("update={} cannot be read: skipped", json.path(UPDATE_ID).asLong());
    if (!json.path(UPDATE_ID).canConvertToInt() || json.path(UPDATE_ID).asInt() == 0) {
      return Optional.empty();
    }
    Update empty = new Update();
    empty.setUpdateId(json.path(UPDATE_ID).asInt());
    return Optional.of(empty);
  }
}
