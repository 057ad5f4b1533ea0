package backtalk.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests token ids against numbers looked up by hand in the model's vocabulary. */
class WordPieceTokenizerTest {

  private static final long CLS = 101;
  private static final long SEP = 102;
  private static final long UNKNOWN = 100;

  private static Vocabulary vocabulary;

  @BeforeAll
  static void readVocabulary() {
    vocabulary = ModelFiles.of("bge-small-en-v1.5-q").vocabulary();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      quoteCharacter = '"',
      value = {
        "my lower back cracks          | 2026 2896 2067 15288",
        "MY Lower bAcK cracks          | 2026 2896 2067 15288",
        "sciatica                      | 16596 12070 2050", // sci ##atic ##a
        "crepitus                      | 13675 13699 4183 2271", // cr ##ep ##it ##us
        "numbnesss                     | 15903 2791 2015", // numb ##ness ##s
        "don't!                        | 2123 1005 1056 999", // don ' t !
        "50% & $                       | 2753 1003 1004 1002",
        "naïve café                    | 15743 7668",
        "nai\u0308ve                   | 15743",
        "cra\u200bck                   | 8579", // an invisible character is none
        "my\u00a0back                  | 2026 2067",
        "[CLS]                         | 1031 18856 2015 1033", // typed by a person: [ cl ##s ]
        "my中back                      | 2026 1746 2067",
        "痛                            | 100",
        "\uD55C                        | 1469 30006 30021", // one Korean syllable, three letters
        "\uD83D\uDE42                  | 100",
        "back \uD83D\uDE2D\uD83D\uDE2D | 2067 100",
      })
  void knownTokens(String text, String numbers) {
    long[] expected = Arrays.stream(numbers.split(" ")).mapToLong(Long::parseLong).toArray();

    assertThat(pieces(text)).containsExactly(expected);
  }

  @Test
  void emptyTextIsTheTwoSpecialTokens() {
    assertThat(ids("")).containsExactly(CLS, SEP);
    assertThat(ids(" \t\r\n\u0000\uFFFD")).containsExactly(CLS, SEP);
  }

  @Test
  void anUnpairedSurrogateIsIgnored() {
    assertThat(pieces("back \uD83D")).containsExactly(2067);
  }

  @Test
  void aWordOfMoreThanAHundredCharactersIsUnknown() {
    assertThat(pieces("a".repeat(101))).containsExactly(UNKNOWN);
    assertThat(pieces("a".repeat(100))).doesNotContain(UNKNOWN).hasSizeGreaterThan(1);
  }

  @Test
  void tokensAfter510PiecesAreIgnored() {
    long[] ids = ids("back ".repeat(510) + "numb");

    assertThat(ids).hasSize(512).startsWith(CLS).endsWith(2067, SEP).doesNotContain(15903);
    assertThat(ids("back ".repeat(509) + "sciatica")).hasSize(512).endsWith(16596, SEP);
    assertThat(ids("back ".repeat(508) + "numb")).hasSize(511).endsWith(15903, SEP);
  }

  @Test
  void wordsAreWholeWordsOnly() {
    assertThat(vocabulary.words())
        .hasSizeGreaterThan(20_000)
        .contains("back", "numb", "tingling", "dad", "wee")
        .doesNotContain("##ing", "[CLS]", "[unused0]", "sciatica", "50", "!", "中");
  }

  @Test
  void aFileOfAnotherKindIsRefused() {
    assertThatThrownBy(() -> read("{\"version\": 1, \"model\": {\"type\": \"WordPiece\"}}"))
        .isInstanceOf(IOException.class)
        .hasMessage("the tokenizer file has no \"vocab\"");
    assertThatThrownBy(() -> read("[]")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> read("")).isInstanceOf(IOException.class);
  }

  private static Vocabulary read(String file) throws IOException {
    return Vocabulary.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
  }

  private static long[] ids(String text) {
    return new WordPieceTokenizer(vocabulary).ids(text);
  }

  /** Returns the ids between the two special tokens. */
  private static long[] pieces(String text) {
    long[] ids = ids(text);
    assertThat(ids).startsWith(CLS).endsWith(SEP);
    return LongStream.of(ids).skip(1).limit(ids.length - 2L).toArray();
  }
}
