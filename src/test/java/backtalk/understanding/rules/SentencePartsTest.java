package backtalk.understanding.rules;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.dialogue.BackCracking;
import backtalk.understanding.text.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencePartsTest {
  private static final CueIndex CUES = new CueIndex(BackCracking.CONVERSATION.wording().cues());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "both legs tingle , what exercise helps | statement: both legs tingle , / question: what"
            + " exercise helps",
        "my foot is numb is that normal | statement: my foot is numb / question: is that normal",
        "what helps if my foot is numb | question: what helps / condition: my foot is numb",
        "should i rest because my leg is weak | question: should i rest / statement: because my leg"
            + " is weak",
        "my leg is numb and is getting worse | statement: my leg is numb and is getting worse",
        "i dont know what to do | statement: i dont know what to do",
      })
  void aQuestionCoversNoStatementBesideIt(String words, String parts) {
    Sentence sentence = new Sentence(List.of(words.split(" ")), false);

    assertThat(
            SentenceParts.of(sentence, CUES).stream()
                .map(
                    part ->
                        part.kind().name().toLowerCase(Locale.ROOT)
                            + ": "
                            + String.join(" ", part.sentence().tokens()))
                .collect(Collectors.joining(" / ")))
        .isEqualTo(parts);
  }
}
