package backtalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.emulator.Person;
import backtalk.emulator.TelegramMessage;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests edits, forwards, pictures, deletions, names and deep links. */
class UnusualInputIT {
  @RegisterExtension static final TestEnvironment testEnvironment = TestEnvironment.forAll();

  private final ConversationTexts texts = testEnvironment.texts();

  @Test
  void anEmergencySignEditedIntoAnOldMessageEndsInEmergency() {
    TestUser ann = testEnvironment.testUser("Ann");
    long mine = ann.person().says(texts.asks("harmless-normal")).id();
    ann.person().awaits(texts.answer("harmless-normal"));

    ann.person().edits(mine, texts.mentionOf("bladder-bowel"));

    ann.ends("emergency");
    testEnvironment.quiet();
  }

  @Test
  void aHarmlessEditIsNotAnswered() {
    TestUser bea = testEnvironment.testUser("Bea");
    long mine = bea.person().says(texts.asks("harmless-normal")).id();
    bea.person().awaits(texts.answer("harmless-normal"));
    testEnvironment.quiet();

    bea.person().edits(mine, texts.asks("sound-mechanism"));
    testEnvironment.quiet();

    assertThat(bea.person().screen().fromBot()).hasSize(1);
  }

  @Test
  void aForwardedEmergencySignIsConfirmedBeforeItCounts() {
    TestUser carl = testEnvironment.testUser("Carl");
    carl.person().forwards(texts.mentionOf("bladder-bowel"), "Someone else");
    TelegramMessage asked = carl.person().awaits(texts.ask("bladder-bowel"));
    assertThat(asked.text()).contains(texts.phrase("forwarded"));
    assertThat(texts.isOutcome(asked, "emergency")).isFalse();

    carl.taps("yes");

    carl.ends("emergency");
    testEnvironment.quiet(carl.person());
  }

  @Test
  void theCaptionOfAPhotoIsRead() {
    TestUser dora = testEnvironment.testUser("Dora");

    dora.person().sendsPhoto(texts.asks("sound-mechanism"));

    dora.person().awaits(texts.answer("sound-mechanism"));
    testEnvironment.quiet();
  }

  static Stream<Map.Entry<String, Consumer<Person>>> unreadable() {
    return Stream.of(
        Map.entry("photo", person -> person.sendsPhoto("")),
        Map.entry("voice", Person::sendsVoice),
        Map.entry("sticker", Person::sendsSticker),
        Map.entry("document", person -> person.sendsDocument("mri.pdf")));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("unreadable")
  void anUnreadableMessageIsNamedAndTheQuestionStaysOpen(Map.Entry<String, Consumer<Person>> sent) {
    TestUser emil = testEnvironment.testUser("Emil");
    emil.begins();

    sent.getValue().accept(emil.person());
    String what = texts.phrase("unreadable-" + sent.getKey());
    emil.person().awaits(texts.phrase("unreadable").replace("{kind}", what));
    emil.denies("urgent", "feeling");

    testEnvironment.quiet(emil.person());
  }

  @Test
  void anAnswerToADeletedQuestionSendsTheNextOneAnew() {
    TestUser fay = testEnvironment.testUser("Fay");
    TelegramMessage first = fay.begins();
    testEnvironment.quiet();

    fay.person().deletes(first.id());
    fay.person().taps(first, texts.none("urgent"));
    TelegramMessage next = fay.asked("feeling");
    testEnvironment.quiet(fay.person());

    assertThat(next.id()).isGreaterThan(first.id());
    fay.denies("feeling", "signs");
  }

  @Test
  void anAnswerToAQuestionTooOldToEditSendsTheNextOneAnew() {
    TestUser gus = testEnvironment.testUser("Gus");
    TelegramMessage first = gus.begins();
    testEnvironment.quiet();

    gus.person().freezes(first.id());
    TelegramMessage next = gus.denies("urgent", "feeling");
    testEnvironment.quiet(gus.person());

    assertThat(next.id()).isGreaterThan(first.id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<b>Bobby & \"Tables\"</b>", "😀🦴👩‍⚕️🇺🇳", "\u202eשלום עולם\u202c", "a\tb\nc"})
  void aCheckWorksWithAnyName(String name) {
    TestUser named = testEnvironment.testUser(name);

    named.begins();
    named.says("I am " + name);
    named.asked("urgent");
    testEnvironment.quiet();
  }

  @Test
  void aDeepLinkOpensItsTopic() {
    TestUser hal = testEnvironment.testUser("Hal");

    hal.person().command("/start", "sound-mechanism");

    hal.person().awaits(texts.answer("sound-mechanism"));
    testEnvironment.quiet();
  }

  @Test
  void aDeepLinkToAnUnknownTopicShowsTheWelcome() {
    TestUser ida = testEnvironment.testUser("Ida");

    ida.person().command("/start", "no-such-topic");

    ida.reads("welcome");
    testEnvironment.quiet();
  }

  @Test
  void aVeryLongMessageKeepsTheQuestionOpen() {
    TestUser jan = testEnvironment.testUser("Jan");
    jan.begins();

    jan.says("lorem ipsum dolor ".repeat(220));

    jan.asked("urgent");
    testEnvironment.quiet();
  }
}
