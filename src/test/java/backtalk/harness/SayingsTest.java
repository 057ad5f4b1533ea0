package backtalk.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The judge of the crash loops sees what is missing, out of order, and said twice without need. */
class SayingsTest {

  private static final long SEEN_AT = 100_000;

  /** Capitals must be said, small letters only tidy up; a star: the store heard of it late. */
  @ParameterizedTest(name = "{0} as {1}")
  @CsvSource({
    "A B C,    A B C,       0, 0, 0, 0",
    "A B C,    A C,         1, 0, 0, 0",
    "A x C,    A C,         0, 0, 0, 0",
    "A B C,    B A C,       0, 1, 0, 0",
    "A B C,    A A B C,     0, 0, 1, 1",
    "A* B C,   A A B C,     0, 0, 1, 0",
    "A* B* C,  A B A B C,   0, 0, 2, 0",
    "A* B A,   A A B A,     0, 0, 1, 0",
    "x A x B,  A x B,       0, 0, 0, 0",
    "A B,      A B Z,       0, 0, 1, 1",
    "A B,      '',          2, 0, 0, 0",
  })
  void judges(String said, String seen, int missing, int disorder, int doubles, int unexplained) {
    Sayings judged = new Sayings(committed(said), calls(seen));

    assertThat(judged.missing).as("missing").isEqualTo(missing);
    assertThat(judged.outOfOrder).as("out of order").isEqualTo(disorder);
    assertThat(judged.doubles).as("doubles").isEqualTo(doubles);
    assertThat(judged.unexplained).as("unexplained").isEqualTo(unexplained);
  }

  private static List<Committed> committed(String said) {
    return words(said)
        .map(
            word ->
                new Committed(
                    1,
                    "send",
                    word.charAt(0),
                    Character.isUpperCase(word.charAt(0)),
                    word.endsWith("*") ? SEEN_AT : SEEN_AT - 1_000))
        .toList();
  }

  private static List<Books.Call> calls(String seen) {
    return words(seen)
        .map(word -> new Books.Call(1, "send", word.charAt(0), true, SEEN_AT))
        .toList();
  }

  private static Stream<String> words(String text) {
    return Arrays.stream(text.split(" ", -1)).filter(word -> !word.isEmpty());
  }
}
