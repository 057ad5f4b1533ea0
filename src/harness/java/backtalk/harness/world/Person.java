package backtalk.harness.world;

import java.util.List;

/** Holds the state of a simulated person and the newest message with buttons. */
final class Person {
  final long chat;

  /** Holds the newest message with buttons as Telegram's JSON; "" where there is none. */
  String shown = "";

  long shownId;
  int shownHash;
  List<String> buttons = List.of();

  /** Counts this person's actions. */
  int acts;

  /** Holds when the bot received the latest update completely; 0 until then. */
  long delivered;

  /** Counts the calls for this chat since then. */
  int calls;

  /** Records whether any visible answer came, and whether the callback query was answered. */
  boolean seen;

  boolean answered;

  /** Records whether this person waits for the bot. */
  boolean waiting;

  /**
   * Holds until when Telegram refuses messages for this chat, and the bot start in which it did so.
   */
  long mutedUntil;

  int mutedDuring;

  Person(long chat) {
    this.chat = chat;
  }

  String json() {
    return "{\"id\":" + chat + ",\"is_bot\":false,\"first_name\":\"Kim\",\"language_code\":\"en\"}";
  }

  /** Returns a message of the bot for a button to belong to. */
  String emptyMessage() {
    return "{\"message_id\":1,\"date\":1,\"chat\":" + chatJson() + "}";
  }

  String chatJson() {
    return "{\"id\":" + chat + ",\"first_name\":\"Kim\",\"type\":\"private\"}";
  }
}
