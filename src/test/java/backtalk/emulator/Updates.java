package backtalk.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Queues updates until they are confirmed, also when the bot is restarted.
 *
 * <p>Callers of every method hold the monitor.
 */
final class Updates {
  /** Lists the kinds that Telegram sends only on request. */
  private static final Set<String> ON_REQUEST =
      Set.of("chat_member", "message_reaction", "message_reaction_count");

  private final List<ObjectNode> pending = new ArrayList<>();
  private final List<ObjectNode> again = new ArrayList<>();
  private final Map<Long, ObjectNode> history = new HashMap<>();
  private Set<String> allowed = Set.of();
  private long last = 700_000_000;
  private long posted;

  /** Queues an update, unless the bot does not want its kind, and returns its id. */
  long post(String kind, JsonNode content) {
    ObjectNode update = Json.object();
    update.put("update_id", ++last).set(kind, content.deepCopy());
    history.put(last, update);
    if (wanted(kind)) {
      enqueue(update);
    }
    return last;
  }

  /** Queues any JSON; without an {@code update_id} it gets the next one. */
  long raw(ObjectNode update) {
    if (!update.has("update_id")) {
      update.put("update_id", last + 1);
    }
    long id = update.get("update_id").asLong();
    last = Math.max(last, id);
    history.put(id, update);
    enqueue(update);
    return id;
  }

  /** Delivers an update once more with the next batch, even if it was confirmed. */
  void repeat(long id) {
    ObjectNode update = Optional.ofNullable(history.get(id)).orElseThrow();
    again.add(update);
    posted++;
  }

  /** Sets the wanted kinds until the next call; empty means Telegram's default. */
  void allow(Set<String> kinds) {
    allowed = Set.copyOf(kinds);
  }

  Set<String> allowed() {
    return allowed;
  }

  /** Confirms updates below the offset; a negative offset keeps that many of the newest. */
  void confirmBelow(long offset) {
    if (offset < 0) {
      int keep = (int) Math.min(-offset, pending.size());
      pending.subList(0, pending.size() - keep).clear();
    } else {
      pending.removeIf(update -> idOf(update) < offset);
    }
  }

  /** Returns the next updates, oldest first. All but repeated ones stay until confirmed. */
  List<ObjectNode> batch(int limit) {
    List<ObjectNode> repeated = again.subList(0, Math.min(limit, again.size()));
    List<ObjectNode> batch = new ArrayList<>(repeated);
    repeated.clear();
    batch.addAll(pending.subList(0, Math.min(limit - batch.size(), pending.size())));
    return List.copyOf(batch);
  }

  void confirm(ObjectNode update) {
    pending.remove(update);
  }

  void dropAll() {
    pending.clear();
    again.clear();
  }

  boolean any() {
    return !pending.isEmpty() || !again.isEmpty();
  }

  int size() {
    return pending.size();
  }

  long posted() {
    return posted;
  }

  long lastId() {
    return last;
  }

  private boolean wanted(String kind) {
    return allowed.isEmpty() ? !ON_REQUEST.contains(kind) : allowed.contains(kind);
  }

  private void enqueue(ObjectNode update) {
    pending.add(update);
    posted++;
  }

  private static long idOf(ObjectNode update) {
    return update.get("update_id").asLong();
  }
}
