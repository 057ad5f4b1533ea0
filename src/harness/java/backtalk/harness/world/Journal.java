package backtalk.harness.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Logs updates and calls outside the bot's processes, for the checker. */
final class Journal {

  private final Map<Long, UpdateRecord> updates = new HashMap<>();
  private final List<AcceptedCall> accepted = new ArrayList<>();
  private boolean recording;
  private int confirmed;

  /** Holds the deliveries and the confirmation of an update. */
  private static final class UpdateRecord {
    final long chat;
    int delivered;
    boolean confirmed;

    UpdateRecord(long chat) {
      this.chat = chat;
    }
  }

  /** Holds a call that Telegram carried out. */
  static final class AcceptedCall {
    final long chat;
    final String method;
    final int hash;
    final long at = System.currentTimeMillis();
    boolean answered = true;

    AcceptedCall(long chat, String method, int hash) {
      this.chat = chat;
      this.method = method;
      this.hash = hash;
    }
  }

  void startRecording() {
    recording = true;
  }

  boolean isRecording() {
    return recording;
  }

  void posted(Update update) {
    if (recording) {
      updates.put(update.id(), new UpdateRecord(update.person().chat));
    }
  }

  void delivered(Update update) {
    UpdateRecord record = updates.get(update.id());
    if (record != null) {
      record.delivered++;
    }
  }

  void confirmed(Update update) {
    UpdateRecord record = updates.get(update.id());
    if (record != null && !record.confirmed) {
      record.confirmed = true;
      confirmed++;
    }
  }

  void accepted(long chat, String method, int hash) {
    if (recording) {
      accepted.add(new AcceptedCall(chat, method, hash));
    }
  }

  /** Returns the number of calls carried out so far. */
  int size() {
    return accepted.size();
  }

  /**
   * Marks the answer to the last call as lost, if a call was carried out since there were {@code
   * before}.
   */
  void lost(int before) {
    if (accepted.size() > before) {
      accepted.getLast().answered = false;
    }
  }

  /** Returns the number of updates that the bot has not confirmed. */
  int open() {
    return updates.size() - confirmed;
  }

  /**
   * Returns lines {@code update ID CHAT DELIVERIES CONFIRMED} and {@code call CHAT METHOD HASH
   * ANSWERED AT}.
   */
  String lines() {
    StringBuilder lines = new StringBuilder();
    updates.forEach(
        (id, record) -> line(lines, "update", id, record.chat, record.delivered, record.confirmed));
    accepted.forEach(
        call -> line(lines, "call", call.chat, call.method, call.hash, call.answered, call.at));
    return lines.toString();
  }

  private static void line(StringBuilder lines, Object... words) {
    for (Object word : words) {
      lines.append(word).append(' ');
    }
    lines.append('\n');
  }
}
