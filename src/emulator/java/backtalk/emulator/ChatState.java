package backtalk.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Holds the state of one chat. Callers hold the monitor. */
final class ChatState {
  /** Holds the buttons below the input field. */
  List<List<TelegramButton>> replyKeyboard = List.of();

  /** True while the person blocks the bot, or the group has removed it. */
  boolean blocked;

  private final TelegramState state;
  private final ObjectNode json;
  private final TreeMap<Long, TelegramMessage> messages = new TreeMap<>();
  private final TreeMap<Long, Supplier<String>> transcript = new TreeMap<>();
  private final Set<Long> topics = new TreeSet<>();
  private long lastTopic = 1;
  private long lastLine;

  ChatState(TelegramState state, ObjectNode json) {
    this.state = state;
    this.json = json;
  }

  ObjectNode json() {
    return json;
  }

  long id() {
    return json.path("id").asLong();
  }

  boolean isPrivate() {
    return json.path("type").asText().equals("private");
  }

  void put(TelegramMessage message) {
    messages.put(message.id(), message);
    state.trim(messages);
  }

  Optional<TelegramMessage> message(long id) {
    return Optional.ofNullable(messages.get(id));
  }

  /** Finds a message that was not deleted. */
  Optional<TelegramMessage> present(long id) {
    return message(id).filter(message -> !message.deleted());
  }

  List<TelegramMessage> messages() {
    return List.copyOf(messages.values());
  }

  /** Adds a line to the chat's transcript. */
  void note(Supplier<String> line) {
    transcript.put(++lastLine, line);
    state.trim(transcript);
  }

  List<String> transcript() {
    return transcript.values().stream().map(Supplier::get).toList();
  }

  Set<Long> topics() {
    return topics;
  }

  /** Opens a topic of a forum or private chat and returns its id. */
  long openTopic() {
    topics.add(++lastTopic);
    return lastTopic;
  }
}
