package backtalk.understanding.rules;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.understanding.text.Normaliser;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the matches of lexicon patterns. */
class WordPatternTest {
  private static final Map<String, List<String>> CLASSES =
      Map.of("leg", List.of("leg", "foot"), "odd", List.of("gone weird", "<leg>"));

  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource({
    "numb, my leg is numb, true",
    "numb*, some numbness, true",
    "numb, some numbness, false",
    "<leg> ..2 numb, my foot went all numb, true",
    "<leg> ..1 numb, my foot went all numb, false",
    "<leg> ~2 numb, numb in my leg, true",
    "cant|couldnt feel, i couldnt feel, true",
    "my left? leg, my leg, true",
    "my left? leg, my left leg, true",
    "to_bed|home, go to bed, true",
    "it <odd>, it gone weird, true",
    "it <odd>, it foot, true",
    "cant ..0 pee, cant really pee, false",
  })
  void matches(String pattern, String text, boolean found) {
    List<String> words = Normaliser.words(text);
    boolean any =
        WordPattern.parse(pattern, CLASSES).stream()
            .anyMatch(
                one ->
                    IntStream.range(0, words.size()).anyMatch(i -> one.at(words, i).isPresent()));

    assertThat(any).isEqualTo(found);
  }
}
