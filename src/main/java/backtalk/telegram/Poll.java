package backtalk.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * One poll that reads each update by itself: one that cannot be read comes through empty, with its
 * number only, and does not hold up all the others for a day.
 */
final class Poll extends GetUpdates {

  private static final Logger LOG = LoggerFactory.getLogger(Poll.class);
  private static final int MOST = 100;
  private static final String NUMBER = "update_id";

  private static final long AT_ONCE_NANOS = 50_000_000;

  private final transient Pulse pulse;
  private final transient long begun = System.nanoTime();
  private transient boolean emptyAtOnce;

  /** A poll for what comes after the update {@code last}, held back for so many seconds. */
  Poll(int last, int seconds, Pulse pulse) {
    super(last + 1, MOST, seconds, Updates.KINDS);
    this.pulse = pulse;
  }

  @Override
  @SuppressWarnings("NonApiType") // the library's own
  public ArrayList<Update> deserializeResponse(String answer) throws TelegramApiRequestException {
    ArrayList<Update> updates = new ArrayList<>();
    for (JsonNode update : result(answer)) {
      read(update).ifPresent(updates::add);
    }
    emptyAtOnce = updates.isEmpty() && System.nanoTime() - begun < AT_ONCE_NANOS;
    pulse.polled();
    return updates;
  }

  /** Whether the server did not hold the poll back although it had nothing. */
  boolean cameBackEmptyAtOnce() {
    return emptyAtOnce;
  }

  private JsonNode result(String answer) throws TelegramApiRequestException {
    try {
      JsonNode envelope = OBJECT_MAPPER.readTree(answer);
      if (envelope.path("ok").asBoolean() && envelope.path("result").isArray()) {
        return envelope.path("result");
      }
    } catch (JsonProcessingException broken) {
      LOG.debug("a poll's answer breaks off");
    }
    pulse.troubled("Telegram's answer to a poll cannot be read, trying on");
    throw new TelegramApiRequestException("not an answer to a poll");
  }

  private static Optional<Update> read(JsonNode json) {
    try {
      return Optional.of(OBJECT_MAPPER.treeToValue(json, Update.class))
          .filter(update -> update.getUpdateId() != null);
    } catch (JsonProcessingException | RuntimeException poison) {
      return number(json);
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
