package backtalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.SourcedText;
import backtalk.emulator.Message;
import backtalk.emulator.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Checks from the first question to their endings, as people live them. */
class CheckIT {
  @RegisterExtension static final TestEnvironment testEnvironment = TestEnvironment.forAll();

  private final Back back = testEnvironment.back();

  @Test
  void aPainlessCrackAfterSittingIsFoundHarmless() {
    TestUser ann = testEnvironment.visitor("Ann");
    Message first = ann.begins();
    Message last =
        ann.deniesFrom("urgent", "worrying", "pain", "urge", "self-cracking", "character");
    assertThat(last.id()).isEqualTo(first.id());
    assertThat(last.text()).contains(back.phrase("told-so-far"));

    ann.tells("after-stillness");
    Message ending = ann.ends("reassure");
    testEnvironment.quiet(ann.person());

    assertThat(ending.id()).isGreaterThan(last.id());
    assertThat(ending.edited()).isFalse();
    assertThat(ending.labels())
        .contains(
            back.phrase("what-now"),
            back.phrase("why-this"),
            back.phrase("start-over"),
            back.topic("sound-mechanism").button());
    assertThat(ending.text()).contains(back.phrase("also-heading"));
    Message closed = ann.person().message(first.id());
    assertThat(closed.labels()).isEmpty();
    assertThat(closed.text()).contains(back.button("after-stillness"));
    assertThat(ann.person().screen().fromBot()).hasSize(2);
  }

  @Test
  void aGivenAnswerIsReadAboveTheNextQuestion() {
    TestUser bea = testEnvironment.visitor("Bea");
    bea.begins();
    bea.deniesFrom("urgent", "worrying", "pain");

    bea.tells("stiff-or-sore");
    Message next = bea.asked("urge");
    testEnvironment.quiet(bea.person());

    assertThat(next.text()).contains(back.button("stiff-or-sore"));
  }

  @Test
  void sharpPainIsForADoctor() {
    TestUser carl = testEnvironment.visitor("Carl");
    carl.begins();
    carl.deniesFrom("urgent", "worrying", "pain");

    carl.tells("severe-or-worsening-pain");
    Message ending = carl.ends("see-doctor");
    testEnvironment.quiet(carl.person());

    assertThat(ending.text())
        .contains(back.conversation().machine().fact("severe-or-worsening-pain").words().name());
  }

  @Test
  void aChangeOfTheBladderEndsAtTheFirstQuestionAndSaysFirstWhatToDo() {
    TestUser dora = testEnvironment.visitor("Dora");
    dora.begins();

    dora.tells("bladder-bowel");
    Message ending = dora.ends("emergency");
    testEnvironment.quiet(dora.person());

    String lockScreen = ending.text().substring(0, 100);
    assertThat(lockScreen)
        .containsIgnoringCase("call")
        .doesNotContainIgnoringCase("bladder")
        .doesNotContainIgnoringCase("pee");
    assertThat(ending.labels()).contains(back.phrase("change-answer"));
  }

  @Test
  void anEmergencyTypedAtTheLastQuestionEndsOnThatTurnAndOpensEveryReply() {
    TestUser emil = testEnvironment.visitor("Emil");
    emil.begins();
    emil.deniesFrom("urgent", "worrying", "pain", "urge", "self-cracking", "character");

    emil.says(back.tells("bladder-bowel"));
    emil.ends("emergency");

    emil.person().command("/help");
    emil.person().awaits(message -> back.opensWith(message, "emergency"));
    emil.says(back.asks("safe-relief-exercises"));
    Message withheld = emil.person().awaits(back.phrase("withheld"));
    testEnvironment.quiet(emil.person());

    assertThat(withheld).matches(message -> back.opensWith(message, "emergency"));
    assertThat(back.topic("safe-relief-exercises").says())
        .extracting(SourcedText::say)
        .noneMatch(emil.person().screen()::shows);
  }

  @Test
  void backTakesAnAnswerAway() {
    TestUser fay = testEnvironment.visitor("Fay");
    Message first = fay.begins();
    fay.denies("urgent", "worrying");

    fay.taps("back");
    Message again = fay.asked("urgent");
    testEnvironment.quiet(fay.person());

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.text()).isEqualTo(first.text());
  }

  @Test
  void aChangedAnswerLeadsElsewhere() {
    TestUser gus = testEnvironment.visitor("Gus");
    gus.begins();
    gus.denies("urgent", "worrying");
    gus.tells("swelling");
    gus.person().awaits(message -> message.text().contains(back.question("worrying")));
    gus.taps("none-of-these");
    gus.ends("see-doctor");

    gus.taps("change-answer");
    Message which = gus.reads("change-which");
    String swelling =
        which.labels().stream()
            .filter(label -> label.startsWith(back.button("swelling")))
            .findFirst()
            .orElseThrow();
    gus.person().taps(which, swelling);
    gus.person().awaits(back.ask("swelling"));
    gus.taps("no");

    gus.asked("pain");
    testEnvironment.quiet(gus.person());
  }

  @Test
  void aTypedAnswerTakesTheOldButtonsAwayAndAsksAnew() {
    TestUser hal = testEnvironment.visitor("Hal");
    Message first = hal.begins();

    hal.says(back.none("urgent"));
    Message next = hal.asked("worrying");
    testEnvironment.quiet();

    assertThat(next.id()).isGreaterThan(first.id());
    Screen screen = hal.person().screen();
    assertThat(hal.person().message(first.id()).labels()).isEmpty();
    assertThat(screen.fromBot()).hasSize(2);
  }

  @Test
  void aQuestionInTheMiddleIsAnsweredAndTheOpenOneAskedAgain() {
    TestUser ida = testEnvironment.visitor("Ida");
    ida.begins();

    ida.says(back.asks("arthritis-myth"));
    ida.person().awaits(back.answer("arthritis-myth"));
    Message again = ida.asked("urgent");
    testEnvironment.quiet();

    assertThat(ida.person().screen().fromBot().stream().filter(it -> back.isQuestion(it, "urgent")))
        .containsExactly(again);
  }

  @Test
  void whoDoesNotForgetAfterAllGoesOn() {
    TestUser bea = testEnvironment.visitor("Bea");
    bea.begins();
    bea.denies("urgent", "worrying");

    bea.person().command("/forget");
    bea.reads("forget-ask");
    bea.taps("forget-no");

    bea.reads("forget-kept");
    bea.asked("worrying");
    testEnvironment.quiet(bea.person());
  }
}
