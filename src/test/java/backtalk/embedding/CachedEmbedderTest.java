package backtalk.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.understanding.Embedder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CachedEmbedderTest {

  private final List<String> embedded = new ArrayList<>();
  private final Embedder counting =
      new Embedder() {
        @Override
        public float[] embed(String text) {
          embedded.add(text);
          return new float[] {text.length(), 1};
        }

        @Override
        public String model() {
          return "counting";
        }
      };

  @Test
  void aRepeatedTextIsNotEmbeddedAgain() {
    Embedder cached = new CachedEmbedder(counting, 10_000);

    assertThat(cached.embed("ab")).isEqualTo(cached.embed("ab")).containsExactly(2, 1);
    assertThat(cached.embed("abc")).containsExactly(3, 1);

    assertThat(embedded).containsExactly("ab", "abc");
  }

  @Test
  void changingAReturnedVectorDoesNotChangeTheCache() {
    Embedder cached = new CachedEmbedder(counting, 10_000);
    cached.embed("ab")[0] = 7;

    assertThat(cached.embed("ab")).containsExactly(2, 1);
  }

  @Test
  void memoryIsBounded() {
    Embedder cached = new CachedEmbedder(counting, 10_000);
    for (int i = 0; i < 1_000; i++) {
      cached.embed("text " + i);
    }
    embedded.clear();

    for (int i = 0; i < 1_000; i++) {
      cached.embed("text " + i);
    }

    assertThat(embedded).hasSizeGreaterThan(900);
  }

  @Test
  void modelIsTheNameOfTheEmbedder() {
    assertThat(new CachedEmbedder(counting, 10_000).model()).isEqualTo("counting");
  }
}
