package backtalk.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
import backtalk.understanding.DetectedFacts.Finding;
import backtalk.understanding.DetectedFacts.Finding.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests what several findings about facts state together. */
class DetectedFactsTest {
  private static final List<String> ORDER = List.of("worst", "bad", "mild");

  private static DetectedFacts of(Finding... findings) {
    return DetectedFacts.of(Stream.of(findings), ORDER);
  }

  @ParameterizedTest
  @EnumSource
  void aYesOutranksEveryOtherFinding(Kind other) {
    DetectedFacts facts = of(new Finding("bad", other), new Finding("bad", Kind.YES));

    assertThat(facts.mentions()).containsExactly(new FactMention("bad", Answer.YES));
    assertThat(facts.doubts()).isEmpty();
  }

  @Test
  void aDoubtOutranksANo() {
    DetectedFacts facts = of(new Finding("bad", Kind.DOUBT), new Finding("bad", Kind.NO));

    assertThat(facts.mentions()).isEmpty();
    assertThat(facts.doubts()).containsExactly("bad");
  }

  @Test
  void theMostUrgentFactComesFirst() {
    DetectedFacts facts =
        of(
            new Finding("mild", Kind.YES),
            new Finding("worst", Kind.NO),
            new Finding("mild", Kind.SOMEONE_ELSE),
            new Finding("bad", Kind.SOMEONE_ELSE));

    assertThat(facts.mentions()).extracting(FactMention::fact).containsExactly("worst", "mild");
    assertThat(facts.someoneElse()).contains("bad");
  }

  @ParameterizedTest
  @EnumSource
  void factsKeepTheirFindings(Kind kind) {
    assertThat(of(new Finding("bad", kind)).findings()).containsExactly(new Finding("bad", kind));
  }
}
