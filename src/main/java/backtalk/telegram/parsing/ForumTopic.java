package backtalk.telegram.parsing;

import java.util.OptionalLong;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Finds the forum topic of a message, in a group or in a private chat. */
final class ForumTopic {

  private ForumTopic() {}

  /**
   * Returns the id of the forum topic; empty outside of topics, and for a message that Telegram
   * does not show.
   */
  static OptionalLong of(MaybeInaccessibleMessage message) {
    return message instanceof Message seen
            && seen.isTopicMessage()
            && seen.getMessageThreadId() != null
        ? OptionalLong.of(seen.getMessageThreadId())
        : OptionalLong.empty();
  }
}
