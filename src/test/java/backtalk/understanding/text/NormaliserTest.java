package backtalk.understanding.text;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.LanguageData.Slang;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the plain form of typed words. */
class NormaliserTest {
  private static final Normaliser NORMALISER =
      new Normaliser(
          new Slang(
              Map.of("y", "why", "n", "and", "2", "to", "lol", ""),
              Map.of("y", "yes", "n", "no"),
              Map.of("👍", "yes"),
              List.of()),
          new SpellingCorrector(
              Set.of("dads", "so", "good", "my", "is"),
              Set.of("days", "pop", "full"),
              Set.of(
                  "numbness",
                  "tingling",
                  "days",
                  "bladder",
                  "numb",
                  "down",
                  "legs",
                  "fell",
                  "feel",
                  "pops",
                  "popped",
                  "ribs",
                  "stand",
                  "stiff")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Can’t   FEEL it | cant feel it",
        "sooooo goood | so good",
        "n y | and why",
        "need 2 go | need to go",
        "2 days | 2 days",
        "tingeling numness | tingling numbness",
        "dads | dads",
        "bldder lol | bladder",
        "ｆｕｌｌ | full",
        "nmb dwn lgs | numb down legs",
        "fel | fell",
        "popd poped | pops popped",
        "nhs gp ibs sti mri | nhs gp ibs sti mri",
      })
  void normalises(String typed, String plain) {
    assertThat(NORMALISER.flat(typed)).isEqualTo(plain);
  }

  @Test
  void answersUseTheirOwnSlang() {
    assertThat(NORMALISER.answer("n").tokens()).containsExactly("no");
    assertThat(NORMALISER.answer("👍👍").tokens()).containsExactly("yes", "yes");
  }

  @Test
  void sentencesEndAtPunctuation() {
    assertThat(NORMALISER.sentences("one. two? three"))
        .extracting(Sentence::plain)
        .containsExactly("one", "two", "three");
    assertThat(NORMALISER.sentences("one. two?").get(1).asks()).isTrue();
  }

  @Test
  void plainAsciiIsReadLikeAnyOtherText() {
    for (char letter = ' '; letter <= '~'; letter++) {
      String text = "My back" + letter + "Pops\n" + letter;

      // A zero width space is dropped, but is not ASCII.
      assertThat(NORMALISER.sentences(text)).isEqualTo(NORMALISER.sentences(text + "\u200B"));
      assertThat(Normaliser.plain(text)).isEqualTo(Normaliser.plain(text + "\u200B"));
    }
  }

  @ParameterizedTest
  @CsvSource({"ab,ab,0", "ab,ba,1", "abc,ac,1", "abcd,abxd,1", "abcdef,badcfe,3"})
  void distance(String a, String b, int expected) {
    assertThat(EditDistance.of(a, b)).isEqualTo(expected);
  }
}
