package backtalk.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Holds the state of one chat. Callers hold the monitor. */
final class Chat {
  private final ObjectNode json;
  private final TreeMap<Long, Message> messages = new TreeMap<>();
  private final Set<Long> topics = new TreeSet<>();
  private final List<String> journal = new ArrayList<>();
  private List<List<Button>> replyKeyboard = List.of();
  private boolean blocked;
  private long lastTopic = 1;

  Chat(ObjectNode json) {
    this.json = json;
  }

  ObjectNode json() {
    return json.deepCopy();
  }

  long id() {
    return json.path("id").asLong();
  }

  boolean isPrivate() {
    return json.path("type").asText().equals("private");
  }

  void put(Message message) {
    messages.put(message.id(), message);
  }

  Optional<Message> message(long id) {
    return Optional.ofNullable(messages.get(id));
  }

  /** Finds a message that was not deleted. */
  Optional<Message> present(long id) {
    return message(id).filter(message -> !message.deleted());
  }

  Collection<Message> messages() {
    return messages.values();
  }

  /** Adds a line to the chat's transcript. */
  void note(String line) {
    journal.add(line);
  }

  List<String> journal() {
    return List.copyOf(journal);
  }

  Set<Long> topics() {
    return topics;
  }

  /** Opens a topic of a forum or private chat and returns its id. */
  long openTopic() {
    topics.add(++lastTopic);
    return lastTopic;
  }

  List<List<Button>> replyKeyboard() {
    return replyKeyboard;
  }

  void replyKeyboard(List<List<Button>> rows) {
    replyKeyboard = rows;
  }

  boolean blocked() {
    return blocked;
  }

  void blocked(boolean now) {
    blocked = now;
  }
}
