package backtalk.dialogue.ports;

import backtalk.dialogue.ChatId;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps, for some seconds and never on disk, the last text that meant nothing by itself. People
 * often send one sentence in several messages.
 */
public interface RecentText {

  /** Keeps nothing. */
  RecentText NONE =
      new RecentText() {
        @Override
        public Optional<Kept> of(ChatId chat) {
          return Optional.empty();
        }

        @Override
        public void keep(ChatId chat, Kept kept) {}
      };

  /** Returns the text kept last for a chat, or empty when it is too old. */
  Optional<Kept> of(ChatId chat);

  /** Keeps a text in place of the one before. */
  void keep(ChatId chat, Kept kept);

  /**
   * Holds a kept text.
   *
   * @param update the update that brought it
   * @param before the text kept before that update, so that the update can be interpreted again
   * @param text all texts joined
   */
  record Kept(long update, String before, String text, Instant at) {}
}
