package backtalk.store;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.ports.RecentText;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.time.Duration;
import java.util.Optional;

/** Last words in memory, of some thousands of chats at most, gone after seconds. */
public final class InMemoryRecentText implements RecentText {

  private static final int CHATS = 10_000;

  private final Cache<ChatId, Kept> kept =
      Caffeine.newBuilder()
          .maximumSize(CHATS)
          .expireAfterWrite(Duration.ofSeconds(20))
          .scheduler(Scheduler.systemScheduler())
          .build();

  @Override
  public Optional<Kept> of(ChatId chat) {
    return Optional.ofNullable(kept.getIfPresent(chat));
  }

  @Override
  public void keep(ChatId chat, Kept words) {
    kept.put(chat, words);
  }
}
