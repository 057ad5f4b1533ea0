package backtalk.telegram.outbound;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.ports.OutboxMessage;

/**
 * Identifies a message of the outbox.
 *
 * @param revision the revision of the dialogue that it belongs to
 * @param seq its position in the messages of that revision
 */
record OutboxKey(ChatId chat, long revision, int seq) {

  static OutboxKey of(OutboxMessage message) {
    return new OutboxKey(message.chat(), message.revision(), message.seq());
  }
}
