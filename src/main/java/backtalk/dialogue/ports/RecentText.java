package backtalk.dialogue.ports;

import backtalk.dialogue.ChatId;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers for some seconds, and never on disk, what a person typed that said nothing by itself:
 * people send one thought in several messages.
 */
public interface RecentText {

  /** Remembers nothing. */
  RecentText NONE =
      new RecentText() {
        @Override
        public Optional<Kept> of(ChatId chat) {
          return Optional.empty();
        }

        @Override
        public void keep(ChatId chat, Kept kept) {}
      };

  /** What was kept last for a chat, unless it is too old. */
  Optional<Kept> of(ChatId chat);

  /** Keeps words in the place of those before. */
  void keep(ChatId chat, Kept kept);

  /**
   * Words.
   *
   * @param update the update that brought them
   * @param before what was kept when that update came, so that it can be heard again
   * @param text all of it together
   */
  record Kept(long update, String before, String text, Instant at) {}
}
