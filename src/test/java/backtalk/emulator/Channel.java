package backtalk.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A channel with the bot among its administrators. */
public final class Channel extends ChatWindow {
  Channel(World world, ObjectNode json) {
    super(world, world.monitor.change(() -> world.open(json)));
  }

  /** Publishes a post; it has a chat as sender and no person. */
  public Message posts(String text) {
    acted();
    ObjectNode content = Acts.text(text);
    return acts.write("channel_post", content.set("sender_chat", chat.json()));
  }
}
