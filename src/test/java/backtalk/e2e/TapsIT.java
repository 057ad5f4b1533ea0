package backtalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.emulator.Callback;
import backtalk.emulator.Person;
import backtalk.emulator.TelegramButton;
import backtalk.emulator.TelegramMessage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests taps that are late, repeated or forged: each is answered and changes nothing. */
class TapsIT {
  @RegisterExtension static final TestEnvironment testEnvironment = TestEnvironment.forAll();

  private final ConversationTexts texts = testEnvironment.texts();

  @Test
  void aButtonOfAnEarlierQuestionChangesNothing() {
    TestUser ann = testEnvironment.testUser("Ann");
    TelegramMessage first = ann.begins();
    ann.deniesFrom("urgent", "feeling", "signs");
    testEnvironment.quiet();
    List<String> before = texts(ann.person());

    ann.person().taps(first, texts.none("urgent"));
    ann.person().awaitsToast(texts.phrase("already-answered"));
    testEnvironment.quiet(ann.person());

    assertThat(texts(ann.person())).isEqualTo(before);
  }

  @Test
  void aDoubleTapCountsOnce() {
    TestUser bea = testEnvironment.testUser("Bea");
    TelegramMessage first = bea.begins();
    TelegramButton none = button(first, texts.none("urgent"));

    bea.person().tapsAt(first.id(), none.data());
    bea.person().tapsAt(first.id(), none.data());
    bea.person().awaitsToast(texts.phrase("already-answered"));
    testEnvironment.quiet(bea.person());

    assertThat(bea.question("feeling").id()).isEqualTo(first.id());
    assertThat(bea.person().screen().fromBot()).hasSize(1);
    assertThat(bea.person().toasts()).hasSize(1);
  }

  @Test
  void aForgedButtonChangesNothing() {
    TestUser carl = testEnvironment.testUser("Carl");
    TelegramMessage first = carl.begins();
    testEnvironment.quiet();
    List<String> before = texts(carl.person());

    for (String forged :
        List.of("", "...", "x.1.v:explode", "a.zzzzzzz.r:n", "\u202e😀".repeat(9))) {
      carl.person().tapsAt(first.id(), forged);
    }
    carl.person().awaitsToast(texts.phrase("old-button"));
    testEnvironment.quiet(carl.person());

    assertThat(texts(carl.person())).isEqualTo(before);
    assertThat(carl.question("urgent").labels()).isEqualTo(first.labels());
  }

  @Test
  void aButtonOfAnUnknownMessageShowsTheOpenQuestionAgain() {
    TestUser fay = testEnvironment.testUser("Fay");
    TelegramMessage first = fay.begins();
    testEnvironment.quiet();

    fay.person().tapsAt(first.id() + 99, "zzzz.1.r:n");
    fay.person().awaitsToast(texts.phrase("old-button"));
    testEnvironment.quiet(fay.person());

    assertThat(fay.question("urgent").labels()).isEqualTo(first.labels());
    assertThat(fay.person().screen().fromBot())
        .filteredOn(message -> texts.isQuestion(message, "urgent"))
        .hasSize(1);
  }

  @Test
  void aButtonOfAForgottenDialogueChangesNothing() {
    TestUser dora = testEnvironment.testUser("Dora");
    TelegramMessage first = dora.begins();
    dora.denies("urgent", "feeling");
    dora.person().command("/forget");
    dora.reads("forget-ask");
    dora.taps("forget-yes");
    dora.reads("forgotten");
    testEnvironment.quiet();
    List<String> before = texts(dora.person());

    Callback late = dora.person().taps(first, texts.none("urgent"));
    dora.person().awaitsToast(texts.phrase("old-button"));
    testEnvironment.quiet(dora.person());

    assertThat(texts(dora.person())).isEqualTo(before);
    assertThat(dora.person().callbacks()).last().extracting(Callback::id).isEqualTo(late.id());
  }

  @Test
  void aLateTapOnAnEmergencySignCounts() {
    TestUser emil = testEnvironment.testUser("Emil");
    TelegramMessage first = emil.begins();
    emil.deniesFrom("urgent", "feeling", "signs");

    emil.person().taps(first, texts.button("saddle-numbness"));

    emil.ends("emergency");
    testEnvironment.quiet(emil.person());
  }

  private static List<String> texts(Person person) {
    return person.screen().visible().stream().map(TelegramMessage::shown).toList();
  }

  private static TelegramButton button(TelegramMessage message, String label) {
    return message.buttons().stream()
        .filter(button -> button.label().equals(label))
        .findFirst()
        .orElseThrow();
  }
}
