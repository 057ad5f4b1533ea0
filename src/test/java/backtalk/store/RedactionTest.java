package backtalk.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

  /** A small vocabulary with a few names in it, as a model's vocabulary has them. */
  private static final Set<String> COMMON =
      Set.of(
          ("i am is my the a and to of it in on with can does do have has was you me your this that"
               + " name back cracks crack hurt hurts mattress trampoline after jumping call at from"
               + " mail see here will rose john london mary why what when say so says told doctor"
               + " mr called named write old years not worried about tired been for thanks sister"
               + " she")
              .split(" "));

  private final Redaction redaction = new Redaction(COMMON::contains);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "can i crack my back on a trampoline? | can i crack my back on a trampoline?",
        "Why does it crack? I'm not worried. | Why does it crack? I'm not worried.",
        "my name is john and my back cracks | my name is … my back cracks",
        "i'm zbigniew, why does it crack | i'm …, why does it crack",
        "i am john | i am …",
        "This is Mary, my back hurts | This is …, my back hurts",
        "call me 030 1234567 or +49 170-555 | call me …",
        "Does Will have it too | Does … have it …",
        "john says it hurts | … says it hurts",
        "Anna here. My back cracks | … here. My back cracks",
        "write to ann.smith@example.org | write to …",
        "see https://example.org/me?x=1 | see …",
        "see example.com/me | see …",
        "i am @annie_92 | i am …",
        "doctor Rose told me so | doctor … me so",
        "mr bean called | mr …",
        "my back cracks #ourteam | my back cracks …",
        "does Müller's mattress hurt | does … mattress hurt",
        "MY NAME IS JOHN SMITH | MY …",
        "i am 43 years old from London | i am … years old from …",
        "my back cracks 😀 | my back cracks",
      })
  void identifyingTextIsReplaced(String question, String kept) {
    assertThat(redaction.of(question)).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my name is Wilhelmina Grimm-Xu, call me Willa",
        "WILHELMINA GRIMM-XU",
        "hi im wilhelmina",
        "regards, Grimm-Xu",
        "t.me/wilhelmina or wilhelmina@grimm.example or @grimm",
        "Wilhelmina's back, of Grimm",
        "grimm’s back and wilhelmina's",
        "phone: 0041/79.123.45.67, born 1.2.1990, IBAN CH93 0076 2011",
        "Вильгельмина 威廉敏娜",
      })
  void noPersonalDataIsLeft(String question) {
    assertThat(redaction.of(question).toLowerCase(Locale.ROOT))
        .doesNotContain("wilhelmina", "willa", "grimm", "xu", "iban", "ch93", "вильг", "威")
        .doesNotContainPattern("\\d");
  }

  @Test
  void redactionIsIdempotent() {
    String once = redaction.of("my name is John. Can i crack my back at 5?");

    assertThat(redaction.of(once)).isEqualTo(once);
  }
}
