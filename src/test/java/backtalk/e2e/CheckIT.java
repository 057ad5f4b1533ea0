package backtalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.SourcedText;
import backtalk.emulator.Screen;
import backtalk.emulator.TelegramMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests whole checks from the first question to their outcome. */
class CheckIT {
  @RegisterExtension static final TestEnvironment testEnvironment = TestEnvironment.forAll();

  private final ConversationTexts texts = testEnvironment.texts();

  @Test
  void aPainlessCrackEndsInReassure() {
    TestUser ann = testEnvironment.testUser("Ann");
    TelegramMessage first = ann.begins();
    TelegramMessage last = ann.deniesFrom("urgent", "feeling", "signs", "habits");
    assertThat(last.id()).isEqualTo(first.id());
    assertThat(last.text()).contains(texts.phrase("told-so-far"));

    ann.person().taps(texts.none("habits"));
    TelegramMessage ending = ann.ends("reassure");
    testEnvironment.quiet(ann.person());

    assertThat(ending.id()).isGreaterThan(last.id());
    assertThat(ending.edited()).isFalse();
    assertThat(ending.labels())
        .contains(
            texts.phrase("what-now"),
            texts.phrase("why-this"),
            texts.phrase("start-over"),
            texts.topic("sound-mechanism").button());
    assertThat(ending.text()).contains(texts.phrase("also-heading"));
    TelegramMessage closed = ann.person().message(first.id());
    assertThat(closed.labels()).isEmpty();
    assertThat(closed.text()).contains(texts.none("feeling"));
    assertThat(ann.person().screen().fromBot()).hasSize(2);
  }

  @Test
  void aGivenAnswerIsShownAboveTheNextQuestion() {
    TestUser bea = testEnvironment.testUser("Bea");
    bea.begins();
    bea.denies("urgent", "feeling");

    bea.tells("stiff-or-sore");
    TelegramMessage next = bea.asked("signs-when-sore");
    testEnvironment.quiet(bea.person());

    assertThat(next.text()).contains(texts.button("stiff-or-sore"));
  }

  @Test
  void severePainEndsInSeeDoctor() {
    TestUser carl = testEnvironment.testUser("Carl");
    carl.begins();
    carl.denies("urgent", "feeling");

    carl.tells("severe-or-worsening-pain");
    carl.asked("signs-when-sore");
    carl.person().taps(texts.none("signs-when-sore"));
    TelegramMessage ending = carl.ends("see-doctor");
    testEnvironment.quiet(carl.person());

    assertThat(ending.text())
        .contains(texts.conversation().machine().fact("severe-or-worsening-pain").words().name());
  }

  @Test
  void aBladderChangeEndsInEmergencyAndTheMessageOpensWithTheCall() {
    TestUser dora = testEnvironment.testUser("Dora");
    dora.begins();

    dora.tells("bladder-bowel");
    TelegramMessage ending = dora.ends("emergency");
    testEnvironment.quiet(dora.person());

    String lockScreen = ending.text().substring(0, 100);
    assertThat(lockScreen)
        .containsIgnoringCase("call")
        .doesNotContainIgnoringCase("bladder")
        .doesNotContainIgnoringCase("pee");
    assertThat(ending.labels()).contains(texts.phrase("change-answer"));
  }

  @Test
  void anEmergencyTypedAtTheLastQuestionEndsAtOnceAndOpensEveryReply() {
    TestUser emil = testEnvironment.testUser("Emil");
    emil.begins();
    emil.deniesFrom("urgent", "feeling", "signs", "habits");

    emil.says(texts.mentionOf("bladder-bowel"));
    emil.ends("emergency");

    emil.person().command("/help");
    emil.person().awaits(message -> texts.opensWith(message, "emergency"));
    emil.says(texts.asks("safe-relief-exercises"));
    TelegramMessage steps = emil.person().awaits(texts.phrase("now-heading"));
    testEnvironment.quiet(emil.person());

    assertThat(steps).matches(message -> texts.opensWith(message, "emergency"));
    assertThat(texts.topic("safe-relief-exercises").card().lines())
        .extracting(SourcedText::say)
        .noneMatch(emil.person().screen()::shows);
  }

  @Test
  void backRemovesTheLastAnswer() {
    TestUser fay = testEnvironment.testUser("Fay");
    TelegramMessage first = fay.begins();
    fay.denies("urgent", "feeling");

    fay.taps("back");
    TelegramMessage again = fay.asked("urgent");
    testEnvironment.quiet(fay.person());

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.text()).isEqualTo(first.text());
  }

  @Test
  void aChangedAnswerLeadsElsewhere() {
    TestUser gus = testEnvironment.testUser("Gus");
    gus.begins();
    gus.deniesFrom("urgent", "feeling", "signs");
    gus.tells("swelling");
    gus.person().awaits(message -> message.text().contains(texts.question("signs")));
    gus.taps("nothing-else");
    gus.ends("see-doctor");

    gus.taps("change-answer");
    TelegramMessage which = gus.reads("change-which");
    String swelling =
        which.labels().stream()
            .filter(label -> label.startsWith(texts.button("swelling")))
            .findFirst()
            .orElseThrow();
    gus.person().taps(which, swelling);
    gus.person().awaits(texts.ask("swelling"));
    gus.taps("no");

    gus.asked("habits");
    testEnvironment.quiet(gus.person());
  }

  @Test
  void aTypedAnswerRemovesTheOldButtonsAndSendsANewQuestion() {
    TestUser hal = testEnvironment.testUser("Hal");
    TelegramMessage first = hal.begins();

    hal.says(texts.none("urgent"));
    TelegramMessage next = hal.asked("feeling");
    testEnvironment.quiet();

    assertThat(next.id()).isGreaterThan(first.id());
    Screen screen = hal.person().screen();
    assertThat(hal.person().message(first.id()).labels()).isEmpty();
    assertThat(screen.fromBot()).hasSize(2);
  }

  @Test
  void aTopicDuringACheckIsAnsweredAndTheOpenQuestionIsAskedAgain() {
    TestUser ida = testEnvironment.testUser("Ida");
    ida.begins();

    ida.says(texts.asks("arthritis-myth"));
    ida.person().awaits(texts.answer("arthritis-myth"));
    TelegramMessage again = ida.asked("urgent");
    testEnvironment.quiet();

    assertThat(
            ida.person().screen().fromBot().stream().filter(it -> texts.isQuestion(it, "urgent")))
        .containsExactly(again);
  }

  @Test
  void aCancelledForgetKeepsTheOpenQuestion() {
    TestUser bea = testEnvironment.testUser("Bea");
    bea.begins();
    bea.denies("urgent", "feeling");

    bea.person().command("/forget");
    bea.reads("forget-ask");
    bea.taps("forget-no");

    bea.reads("forget-kept");
    bea.asked("feeling");
    testEnvironment.quiet(bea.person());
  }
}
