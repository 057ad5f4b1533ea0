package backtalk.emulator;

/** Finds the chat that a call addresses, or refuses the call as Telegram does. */
final class ChatLookup {
  private ChatLookup() {}

  static Chat of(TelegramState state, Parameters asked) {
    String id = asked.text("chat_id");
    if (id.isBlank()) {
      throw Refusal.bad("chat_id is empty");
    }
    boolean number = id.matches("-?\\d{1,18}");
    Chat chat =
        (number ? state.chat(Long.parseLong(id)) : state.chat(id))
            .orElseThrow(() -> Refusal.bad("chat not found"));
    if (chat.blocked()) {
      throw Refusal.of(403, reason(chat));
    }
    return chat;
  }

  private static String reason(Chat chat) {
    return chat.isPrivate()
        ? "Forbidden: bot was blocked by the user"
        : "Forbidden: bot was kicked from the supergroup chat";
  }
}
