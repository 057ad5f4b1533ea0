package backtalk.telegram.outbound;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.ports.OutboxMessage;

/** A message's name; it has only one place in a chat. */
record OutboxKey(ChatId chat, long revision, int seq) {

  static OutboxKey of(OutboxMessage message) {
    return new OutboxKey(message.chat(), message.revision(), message.seq());
  }
}
