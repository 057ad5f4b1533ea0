package backtalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.emulator.Message;
import backtalk.emulator.Person;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do besides answering: they edit, forward, send pictures, delete, and have names. */
class OddIT {
  @RegisterExtension static final TestEnvironment testEnvironment = TestEnvironment.forAll();

  private final Back back = testEnvironment.back();

  @Test
  void aSignOfAnEmergencyWrittenIntoAnOldMessageIsHeard() {
    TestUser ann = testEnvironment.visitor("Ann");
    long mine = ann.person().says(back.asks("harmless-normal")).id();
    ann.person().awaits(back.answer("harmless-normal"));

    ann.person().edits(mine, back.tells("bladder-bowel"));

    ann.ends("emergency");
    testEnvironment.quiet();
  }

  @Test
  void aHarmlessEditIsLeftAlone() {
    TestUser bea = testEnvironment.visitor("Bea");
    long mine = bea.person().says(back.asks("harmless-normal")).id();
    bea.person().awaits(back.answer("harmless-normal"));
    testEnvironment.quiet();

    bea.person().edits(mine, back.asks("sound-mechanism"));
    testEnvironment.quiet();

    assertThat(bea.person().screen().fromBot()).hasSize(1);
  }

  @Test
  void forwardedWordsAreAskedAboutBeforeTheyCount() {
    TestUser carl = testEnvironment.visitor("Carl");
    carl.person().forwards(back.tells("bladder-bowel"), "Someone else");
    Message asked = carl.person().awaits(back.ask("bladder-bowel"));
    assertThat(asked.text()).contains(back.phrase("forwarded"));
    assertThat(back.isEnding(asked, "emergency")).isFalse();

    carl.taps("yes");

    carl.ends("emergency");
    testEnvironment.quiet(carl.person());
  }

  @Test
  void theCaptionOfAPhotoIsRead() {
    TestUser dora = testEnvironment.visitor("Dora");

    dora.person().sendsPhoto(back.asks("sound-mechanism"));

    dora.person().awaits(back.answer("sound-mechanism"));
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
  void whatCannotBeReadIsSaidAndTheQuestionStays(Map.Entry<String, Consumer<Person>> sent) {
    TestUser emil = testEnvironment.visitor("Emil");
    emil.begins();

    sent.getValue().accept(emil.person());
    String what = back.phrase("unreadable-" + sent.getKey());
    emil.person().awaits(back.phrase("unreadable").replace("{kind}", what));
    emil.denies("urgent", "worrying");

    testEnvironment.quiet(emil.person());
  }

  @Test
  void aDeletedQuestionIsAskedAnew() {
    TestUser fay = testEnvironment.visitor("Fay");
    Message first = fay.begins();
    testEnvironment.quiet();

    fay.person().deletes(first.id());
    fay.person().taps(first, back.none("urgent"));
    Message next = fay.asked("worrying");
    testEnvironment.quiet(fay.person());

    assertThat(next.id()).isGreaterThan(first.id());
    fay.denies("worrying", "pain");
  }

  @Test
  void aQuestionTooOldToChangeIsAskedAnew() {
    TestUser gus = testEnvironment.visitor("Gus");
    Message first = gus.begins();
    testEnvironment.quiet();

    gus.person().freezes(first.id());
    Message next = gus.denies("urgent", "worrying");
    testEnvironment.quiet(gus.person());

    assertThat(next.id()).isGreaterThan(first.id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<b>Bobby & \"Tables\"</b>", "😀🦴👩‍⚕️🇺🇳", "\u202eשלום עולם\u202c", "a\tb\nc"})
  void anyNameWillDo(String name) {
    TestUser named = testEnvironment.visitor(name);

    named.begins();
    named.says("I am " + name);
    named.asked("urgent");
    testEnvironment.quiet();
  }

  @Test
  void aDeepLinkOpensItsTopic() {
    TestUser hal = testEnvironment.visitor("Hal");

    hal.person().command("/start", "sound-mechanism");

    hal.person().awaits(back.answer("sound-mechanism"));
    testEnvironment.quiet();
  }

  @Test
  void aDeepLinkToNowhereIsWelcomedAllTheSame() {
    TestUser ida = testEnvironment.visitor("Ida");

    ida.person().command("/start", "no-such-topic");

    ida.reads("welcome");
    testEnvironment.quiet();
  }

  @Test
  void aVeryLongMessageIsAnsweredKindly() {
    TestUser jan = testEnvironment.visitor("Jan");
    jan.begins();

    jan.says("lorem ipsum dolor ".repeat(220));

    jan.asked("urgent");
    testEnvironment.quiet();
  }
}
