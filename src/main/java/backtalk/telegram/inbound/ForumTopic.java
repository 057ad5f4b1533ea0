package backtalk.telegram.inbound;

import java.util.OptionalLong;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Finds the topic in which a message stands: of a forum, or of a private chat with the bot. */
final class ForumTopic {

  private ForumTopic() {}

  /** The id of the topic; empty outside of topics, and for a message that cannot be seen. */
  static OptionalLong of(MaybeInaccessibleMessage message) {
    return message instanceof Message seen
            && seen.isTopicMessage()
            && seen.getMessageThreadId() != null
        ? OptionalLong.of(seen.getMessageThreadId())
        : OptionalLong.empty();
  }
}
