package backtalk.telegram.inbound;

import backtalk.telegram.ConnectionStatus;
import backtalk.telegram.parsing.UpdateJson;
import backtalk.telegram.parsing.UpdateParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** Requests updates by one poll, and parses them one by one. */
final class GetUpdatesRequest extends GetUpdates {

  private static final Logger LOG = LoggerFactory.getLogger(GetUpdatesRequest.class);
  private static final int MAX_UPDATES = 100;

  private static final long IMMEDIATE_NANOS = 50_000_000;

  private final transient ConnectionStatus status;
  private final transient int last;
  private final transient long startedAt = System.nanoTime();
  private transient boolean returnedEmptyImmediately;

  /**
   * Creates a poll that Telegram holds back for so many seconds.
   *
   * @param from the first update that it requests; those before are acknowledged
   * @param last the last update that is known
   */
  GetUpdatesRequest(int from, int last, int seconds, ConnectionStatus status) {
    super(from, MAX_UPDATES, seconds, UpdateParser.KINDS);
    this.last = last;
    this.status = status;
  }

  @Override
  @SuppressWarnings("NonApiType") // the library's own
  public ArrayList<Update> deserializeResponse(String answer) throws TelegramApiRequestException {
    ArrayList<Update> updates = new ArrayList<>();
    for (JsonNode update : result(answer)) {
      UpdateJson.of(update).ifPresent(updates::add);
    }
    boolean nothingNew = updates.stream().allMatch(update -> update.getUpdateId() <= last);
    returnedEmptyImmediately = nothingNew && System.nanoTime() - startedAt < IMMEDIATE_NANOS;
    status.polled();
    return updates;
  }

  /** Returns true if the server did not hold the poll back although it had no new update. */
  boolean wasEmptyImmediately() {
    return returnedEmptyImmediately;
  }

  private JsonNode result(String answer) throws TelegramApiRequestException {
    try {
      JsonNode envelope = OBJECT_MAPPER.readTree(answer);
      if (envelope.path("ok").asBoolean() && envelope.path("result").isArray()) {
        return envelope.path("result");
      }
    } catch (JsonProcessingException broken) {
      LOG.debug("the answer to a poll is incomplete");
    }
    status.reportTrouble("Telegram's answer to a poll cannot be read, trying on");
    throw new TelegramApiRequestException("not an answer to a poll");
  }
}
