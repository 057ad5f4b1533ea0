package backtalk.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Acts in a channel in which the bot is an administrator. */
public final class Channel extends ChatWindow {
  Channel(TelegramState state, ObjectNode json) {
    super(state, state.monitor.change(() -> state.open(json)));
  }

  /** Publishes a post, whose sender is the channel itself. */
  public TelegramMessage posts(String text) {
    acted();
    ObjectNode content = ChatEvents.text(text);
    return events.write("channel_post", content.set("sender_chat", chat.json()));
  }
}
