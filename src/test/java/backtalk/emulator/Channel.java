package backtalk.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Acts in a channel in which the bot is an administrator. */
public final class Channel extends ChatWindow {
  Channel(World world, ObjectNode json) {
    super(world, world.monitor.change(() -> world.open(json)));
  }

  /** Publishes a post, whose sender is the channel itself. */
  public Message posts(String text) {
    acted();
    ObjectNode content = Acts.text(text);
    return acts.write("channel_post", content.set("sender_chat", chat.json()));
  }
}
