package backtalk.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Queues updates until they are confirmed, also when the bot is restarted.
 *
 * <p>Callers of every method hold the monitor.
 */
final class QueuedUpdates {
  /** Lists the kinds that Telegram sends only on request. */
  private static final Set<String> ON_REQUEST =
      Set.of("chat_member", "message_reaction", "message_reaction_count");

  private final TelegramState state;
  private final Set<QueuedUpdate> pending = new LinkedHashSet<>();
  private final List<QueuedUpdate> again = new ArrayList<>();
  private final TreeMap<Long, QueuedUpdate> history = new TreeMap<>();
  private Set<String> allowed = Set.of();
  private long last = 700_000_000;
  private long posted;
  private Consumer<QueuedUpdate> receiver = update -> {};

  QueuedUpdates(TelegramState state) {
    this.state = state;
  }

  /** Sets who is told of each queued update. */
  void receiver(Consumer<QueuedUpdate> told) {
    receiver = told;
  }

  /** Queues an update, unless the bot does not want its kind. */
  void post(String kind, JsonNode content) {
    ObjectNode json = Json.object().put("update_id", ++last).set(kind, content);
    QueuedUpdate update = keep(new QueuedUpdate(json));
    if (allowed.isEmpty() ? !ON_REQUEST.contains(kind) : allowed.contains(kind)) {
      enqueue(pending, update);
    }
  }

  /** Queues any JSON and returns its id; without an {@code update_id} it gets the next one. */
  long raw(ObjectNode json) {
    if (!json.has("update_id")) {
      json.put("update_id", last + 1);
    }
    QueuedUpdate update = keep(new QueuedUpdate(json));
    last = Math.max(last, update.id());
    enqueue(pending, update);
    return update.id();
  }

  /** Delivers an update once more with the next batch, even if it was confirmed. */
  void repeat(long id) {
    enqueue(again, Optional.ofNullable(history.get(id)).orElseThrow());
  }

  /** Sets the wanted kinds until the next call; empty means Telegram's default. */
  void allow(JsonNode kinds) {
    allowed = Set.copyOf(Json.each(kinds).map(JsonNode::asText).toList());
  }

  /** Confirms updates below the offset; a negative offset keeps that many of the newest. */
  void confirmBelow(long offset) {
    if (offset < 0) {
      List<QueuedUpdate> all = List.copyOf(pending);
      all.subList(0, Math.max(0, all.size() + (int) offset)).forEach(pending::remove);
    } else {
      List<QueuedUpdate> confirmed =
          pending.stream().filter(update -> update.id() < offset).toList();
      confirmed.forEach(this::remove);
    }
  }

  /** Returns the next updates, oldest first. All but repeated ones stay until confirmed. */
  List<QueuedUpdate> batch(int limit) {
    List<QueuedUpdate> batch = all().limit(limit).toList();
    again.subList(0, Math.min(limit, again.size())).clear();
    return batch;
  }

  /** Returns the updates that are not confirmed, oldest first. */
  Stream<QueuedUpdate> all() {
    return Stream.concat(again.stream(), pending.stream());
  }

  void confirm(QueuedUpdate update) {
    if (!again.remove(update)) {
      remove(update);
    }
  }

  private void remove(QueuedUpdate update) {
    if (pending.remove(update)) {
      state.listener.confirmed(update);
    }
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

  private QueuedUpdate keep(QueuedUpdate update) {
    history.put(update.id(), update);
    state.trimShared(history);
    return update;
  }

  private void enqueue(Collection<QueuedUpdate> queue, QueuedUpdate update) {
    queue.add(update);
    posted++;
    state.listener.posted(update);
    receiver.accept(update);
  }
}
