package backtalk.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks that lost, misordered and unexplained duplicate messages are counted. */
class DeliveryCheckTest {

  private static final long SEEN_AT = 100_000;

  /**
   * Encodes messages as letters. A capital is a required message, a small letter a removal of
   * buttons; a star marks a message that the store recorded late. Among the calls, an exclamation
   * mark is a lost answer and a bar a fault.
   */
  @ParameterizedTest(name = "{0} as {1}")
  @CsvSource({
    "A B C,    A B C,       0, 0, 0, 0",
    "A B C,    A C,         1, 0, 0, 0",
    "A x C,    A C,         0, 0, 0, 0",
    "A B C,    B A C,       0, 1, 0, 0",
    "A B C,    A! A B C,    0, 0, 1, 1",
    "A* B C,   A A B C,     0, 0, 1, 1",
    "A* B C,   A! A B C,    0, 0, 1, 0",
    "A* B C,   A | A B C,   0, 0, 1, 0",
    "A* B C,   | A A B C,   0, 0, 1, 1",
    "A B C,    A | A B C,   0, 0, 1, 1",
    "A* B* C,  A! B! A B C, 0, 0, 2, 0",
    "A* B A,   A! A B A,    0, 0, 1, 0",
    "A* B A*,  A B A A,     0, 0, 1, 1",
    "A A* B,   A | A A B,   0, 0, 1, 0",
    "A A* B,   A! A A A B,  0, 0, 2, 1",
    "A B*,     B A B,       0, 0, 1, 1",
    "x A x B,  A x B,       0, 0, 0, 0",
    "A B,      A B Z,       0, 0, 1, 1",
    "A B,      '',          2, 0, 0, 0",
  })
  void failuresAreCounted(
      String said, String seen, int missing, int disorder, int duplicates, int unexplained) {
    DeliveryCheck check = new DeliveryCheck(committed(said), calls(seen), faultTimes(seen));

    assertThat(check.missing).as("missing").isEqualTo(missing);
    assertThat(check.outOfOrder).as("out of order").isEqualTo(disorder);
    assertThat(check.duplicates).as("duplicates").isEqualTo(duplicates);
    assertThat(check.unexplained).as("unexplained").isEqualTo(unexplained);
  }

  private static List<CommittedMessage> committed(String said) {
    return words(said)
        .map(
            word ->
                new CommittedMessage(
                    1,
                    Set.of("send"),
                    word.charAt(0),
                    Character.isUpperCase(word.charAt(0)),
                    word.endsWith("*") ? Long.MAX_VALUE / 2 : SEEN_AT - 1_000))
        .toList();
  }

  private static List<Journal.SentCall> calls(String seen) {
    List<String> words = words(seen).toList();
    return IntStream.range(0, words.size())
        .filter(place -> !words.get(place).equals("|"))
        .mapToObj(place -> call(words.get(place), at(place)))
        .toList();
  }

  private static Journal.SentCall call(String word, long at) {
    return new Journal.SentCall(1, "send", word.charAt(0), !word.endsWith("!"), at);
  }

  private static List<Long> faultTimes(String seen) {
    List<String> words = words(seen).toList();
    return IntStream.range(0, words.size())
        .filter(place -> words.get(place).equals("|"))
        .mapToObj(DeliveryCheckTest::at)
        .toList();
  }

  /** Returns the time of a call; calls are a minute apart. */
  private static long at(int place) {
    return SEEN_AT + 60_000L * place;
  }

  private static Stream<String> words(String text) {
    return Arrays.stream(text.split(" ", -1)).filter(word -> !word.isEmpty());
  }
}
