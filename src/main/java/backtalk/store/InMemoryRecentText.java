package backtalk.store;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.ports.RecentText;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.time.Duration;
import java.util.Optional;

/** Stores recent text in memory for 20 seconds. */
public final class InMemoryRecentText implements RecentText {

  private static final int MAX_CHATS = 10_000;

  private final Cache<ChatId, Kept> texts =
      Caffeine.newBuilder()
          .maximumSize(MAX_CHATS)
          .expireAfterWrite(Duration.ofSeconds(20))
          .scheduler(Scheduler.systemScheduler())
          .build();

  @Override
  public Optional<Kept> of(ChatId chat) {
    return Optional.ofNullable(texts.getIfPresent(chat));
  }

  @Override
  public void keep(ChatId chat, Kept words) {
    texts.put(chat, words);
  }
}
