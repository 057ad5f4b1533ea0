package backtalk.embedding;

import backtalk.understanding.Embedder;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/**
 * Caches the vectors of recent texts, because many people ask in the same few words.
 *
 * <p>Its memory is bounded. A text is removed an hour after its last use, so that nobody's words
 * are kept longer.
 */
public final class CachedEmbedder implements Embedder {

  private static final Duration EXPIRY = Duration.ofHours(1);

  /** Estimates the bytes of an entry besides its text and its vector. */
  private static final int OVERHEAD = 160;

  private final Embedder embedder;
  private final Cache<String, float[]> vectors;

  /**
   * Creates a cache before {@code embedder} that uses about {@code bytes} bytes of memory at most.
   */
  public CachedEmbedder(Embedder embedder, long bytes) {
    this.embedder = embedder;
    this.vectors =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher(CachedEmbedder::weight)
            .expireAfterAccess(EXPIRY)
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
