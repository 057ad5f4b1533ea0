package backtalk.embedding;

import backtalk.understanding.Embedder;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/**
 * Remembers the vectors of texts heard lately: many people ask in the same few words. Bounded by
 * memory, and nobody's words stay longer than an hour after they were last heard.
 */
public final class CachedEmbedder implements Embedder {

  private static final Duration IDLE = Duration.ofHours(1);

  /** What an entry costs besides its text and its numbers, in bytes, about. */
  private static final int OVERHEAD = 160;

  private final Embedder embedder;
  private final Cache<String, float[]> vectors;

  /** Remembers in front of {@code embedder}, in at most {@code bytes} of memory, about. */
  public CachedEmbedder(Embedder embedder, long bytes) {
    this.embedder = embedder;
    this.vectors =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher(CachedEmbedder::weight)
            .expireAfterAccess(IDLE)
            .executor(Runnable::run)
            .build();
  }

  private static int weight(String text, float[] vector) {
    return OVERHEAD + Character.BYTES * text.length() + Float.BYTES * vector.length;
  }

  @Override
  public float[] embed(String text) {
    return vectors.get(text, embedder::embed).clone();
  }

  @Override
  public String model() {
    return embedder.model();
  }
}
