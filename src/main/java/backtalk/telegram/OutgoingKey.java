package backtalk.telegram;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Outgoing;

/** A message's name; it has only one place in a chat. */
record OutgoingKey(ChatId chat, long revision, int seq) {

  static OutgoingKey of(Outgoing outgoing) {
    return new OutgoingKey(outgoing.chat(), outgoing.revision(), outgoing.seq());
  }
}
