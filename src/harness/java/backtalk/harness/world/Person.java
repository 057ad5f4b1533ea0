package backtalk.harness.world;

import java.util.List;

/** Somebody with a phone, and what stands on its screen. */
final class Person {
  final long chat;

  /** The newest message with buttons, as Telegram has it; "" where there is none. */
  String shown = "";

  long shownId;
  int shownLook;
  List<String> buttons = List.of();

  /** Counts what this person did. */
  int acts;

  /** When the bot had the latest update to its last byte; 0 while it has not. */
  long handed;

  /** Calls for this chat since then. */
  int calls;

  /** Whether something of the answer was seen, and whether the tapped button stopped spinning. */
  boolean seen;

  boolean answered;

  /** Whether this person waits for the bot. */
  boolean waiting;

  /**
   * Until when Telegram takes no message for this chat, and in which life of the bot it said so.
   */
  long muted;

  int mutedIn;

  Person(long chat) {
    this.chat = chat;
  }

  String json() {
    return "{\"id\":" + chat + ",\"is_bot\":false,\"first_name\":\"Kim\",\"language_code\":\"en\"}";
  }

  /** Some message of the bot, for a button to hang under. */
  String emptyMessage() {
    return "{\"message_id\":1,\"date\":1,\"chat\":" + chatJson() + "}";
  }

  String chatJson() {
    return "{\"id\":" + chat + ",\"first_name\":\"Kim\",\"type\":\"private\"}";
  }
}
