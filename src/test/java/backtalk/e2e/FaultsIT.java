package backtalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.emulator.Call;
import backtalk.emulator.Emulator;
import backtalk.emulator.Fault;
import backtalk.emulator.Faults;
import backtalk.emulator.Person;
import backtalk.emulator.TelegramMessage;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests faults of Bot API calls: no message is lost, and none is sent twice without need. */
class FaultsIT {
  private static final Duration SOON = Duration.ofSeconds(20);

  @RegisterExtension static final TestEnvironment testEnvironment = TestEnvironment.forAll();

  private static Emulator telegram() {
    return testEnvironment.telegram();
  }

  private static Faults faults() {
    return telegram().faults();
  }

  static List<Fault> callsWithoutEffect() {
    return List.of(
        Fault.badGateway(), Fault.serverError(), Fault.withoutOk(), new Fault.DropBefore());
  }

  static List<Fault> lostAnswers() {
    return List.of(new Fault.DropAfter(), new Fault.BrokenOff());
  }

  static Stream<Fault> allFaults() {
    return Stream.of(callsWithoutEffect(), lostAnswers(), List.of(new Fault.HalfJson()))
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("callsWithoutEffect")
  void aMessageThatTelegramDidNotAcceptIsSentAgain(Fault fault) {
    TestUser ann = testEnvironment.testUser("Ann");
    faults().next(to("sendMessage", ann.person()), 1, fault);

    ann.begins();
    testEnvironment.quiet();

    assertThat(ann.person().screen().fromBot()).hasSize(1);
    assertThat(calls("sendMessage", ann.person())).hasSize(2);
  }

  /** Accepts a second message, because the bot cannot know that the first was delivered. */
  @Test
  void aMessageWhoseAnswerWasLostIsSentTwiceAndTheDialogueContinues() {
    TestUser bea = testEnvironment.testUser("Bea");
    faults().next(to("sendMessage", bea.person()), 1, new Fault.DropAfter());

    bea.person().command("/check");
    bea.person().awaitsScreen(screen -> screen.fromBot().size() == 2);
    bea.denies("urgent", "feeling");
    testEnvironment.quiet(bea.person());

    assertThat(bea.person().screen().fromBot()).hasSize(2);
  }

  /** Relies on the received half, which contains the id of the delivered message. */
  @Test
  void aMessageWhoseAnswerBreaksOffAfterItsIdIsNotSentAgain() {
    TestUser bea = testEnvironment.testUser("Bea");
    faults().next(to("sendMessage", bea.person()), 1, new Fault.BrokenOff());

    bea.begins();
    testEnvironment.quiet();

    assertThat(bea.person().screen().fromBot()).hasSize(1);
    assertThat(calls("sendMessage", bea.person())).hasSize(1);
  }

  @Test
  void aMessageWhoseAnswerIsHalfJsonIsNotSentAgain() {
    TestUser bea = testEnvironment.testUser("Bea");
    faults().next(to("sendMessage", bea.person()), 1, new Fault.HalfJson());

    bea.begins();
    bea.denies("urgent", "feeling");
    testEnvironment.quiet(bea.person());

    assertThat(bea.person().screen().fromBot()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("allFaults")
  void aQuestionEditedInPlaceIsNeverDuplicated(Fault fault) {
    TestUser carl = testEnvironment.testUser("Carl");
    TelegramMessage first = carl.begins();
    faults().next(to("editMessageText", carl.person()), 1, fault);

    TelegramMessage second = carl.denies("urgent", "feeling");
    testEnvironment.quiet(carl.person());

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(carl.person().screen().fromBot()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("allFaults")
  void afterAFailedPollEachPersonIsAnsweredOnce(Fault fault) {
    TestUser dora = testEnvironment.testUser("Dora");
    TestUser emil = testEnvironment.testUser("Emil");
    faults().next("getUpdates", fault);
    dora.person().command("/check");
    emil.person().command("/check");

    dora.asked("urgent");
    emil.asked("urgent");
    faults().awaitMet(SOON);
    testEnvironment.quiet();

    assertThat(dora.person().screen().fromBot()).hasSize(1);
    assertThat(emil.person().screen().fromBot()).hasSize(1);
  }

  @Test
  void aFloodWaitDelaysOnlyThatChat() {
    TestUser fay = testEnvironment.testUser("Fay");
    TestUser gus = testEnvironment.testUser("Gus");
    faults().next(to("sendMessage", fay.person()), 1, Fault.tooManyRequests(2));

    fay.person().command("/check");
    telegram().calls().await(to("sendMessage", fay.person()), SOON);
    gus.begins();
    fay.asked("urgent");
    testEnvironment.quiet();

    List<Call> calls = calls("sendMessage", fay.person());
    assertThat(calls).hasSize(2);
    assertThat(Duration.between(calls.getFirst().at(), calls.getLast().at()))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    assertThat(calls("sendMessage", gus.person()).getFirst().number())
        .isLessThan(calls.getLast().number());
  }

  @Test
  void aFloodWaitOfPollsIsObeyed() {
    TestUser hal = testEnvironment.testUser("Hal");
    testEnvironment.quiet();
    int underWay = telegram().calls().of("getUpdates").size();
    faults().next("getUpdates", Fault.tooManyRequests(2));
    hal.begins();
    hal.denies("urgent", "feeling");
    testEnvironment.quiet(hal.person());

    List<Call> polls = telegram().calls().of("getUpdates");
    Call refused = polls.get(underWay);
    Call next = polls.get(underWay + 1);
    assertThat(refused.accepted()).isFalse();
    assertThat(Duration.between(refused.at(), next.at()))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void aHangingCallDoesNotDelayOtherChats() {
    TestUser ida = testEnvironment.testUser("Ida");
    TestUser jan = testEnvironment.testUser("Jan");
    faults().next(to("sendMessage", ida.person()), 1, Fault.hang());

    ida.person().command("/check");
    faults().awaitMet(SOON);
    jan.begins();
    assertThat(ida.person().screen().fromBot()).isEmpty();
    faults().release();

    ida.asked("urgent");
    testEnvironment.quiet();
    assertThat(ida.person().screen().fromBot()).hasSize(1);
  }

  @Test
  void aSecondPollerIsLoggedOnceAndPollingContinues() {
    TestUser kim = testEnvironment.testUser("Kim");
    int before = testEnvironment.bot().err("409").size();
    faults().next("getUpdates", 3, Fault.conflict());
    kim.begins();
    faults().awaitMet(SOON);

    kim.denies("urgent", "feeling");
    testEnvironment.quiet(kim.person());

    assertThat(testEnvironment.bot().err("409")).hasSize(before + 1);
  }

  @Test
  void anUnreadableUpdateDelaysNoOther() {
    TestUser lea = testEnvironment.testUser("Lea");
    telegram().sendRaw("{\"message\":{\"message_id\":\"no number\",\"date\":[]}}");
    telegram().sendRaw("{\"callback_query\":{\"id\":7,\"from\":{\"id\":9e99}}}");
    telegram().sendRaw("{\"a_kind_of_tomorrow\":{\"text\":\"?\"}}");

    lea.begins();
    testEnvironment.quiet();

    assertThat(telegram().unconfirmed()).isZero();
  }

  @Test
  void aRepeatedUpdateIsAnsweredOnce() {
    TestUser max = testEnvironment.testUser("Max");
    max.begins();
    testEnvironment.quiet();

    telegram().repeat(telegram().lastUpdateId());
    testEnvironment.quiet();
    max.denies("urgent", "feeling");
    testEnvironment.quiet(max.person());

    assertThat(max.person().screen().fromBot()).hasSize(1);
  }

  @Test
  void aPersonWhoUnblocksTheBotIsAnswered() {
    TestUser nia = testEnvironment.testUser("Nia");
    nia.begins();
    nia.person().blocks();
    testEnvironment.quiet();
    nia.person().unblocks();

    nia.denies("urgent", "feeling");
    testEnvironment.quiet(nia.person());
  }

  @Test
  void aMessageToAPersonWhoBlockedTheBotIsNotRetried() {
    TestUser oli = testEnvironment.testUser("Oli");
    Fault blocked = Fault.forbidden("Forbidden: bot was blocked by the user");
    faults().next(to("sendMessage", oli.person()), 1, blocked);

    oli.person().command("/check");
    faults().awaitMet(SOON);
    testEnvironment.quiet();
    assertThat(calls("sendMessage", oli.person())).hasSize(1);

    oli.person().command("/check");
    oli.asked("urgent");
    testEnvironment.quiet();
  }

  @Test
  void aTapWithAnExpiredCallbackStillCounts() {
    TestUser pia = testEnvironment.testUser("Pia");
    TelegramMessage first = pia.begins();
    faults().next("answerCallbackQuery", Fault.badRequest("query is too old and response timeout"));

    TelegramMessage second = pia.denies("urgent", "feeling");
    testEnvironment.quiet();

    assertThat(second.id()).isEqualTo(first.id());
  }

  private static Predicate<Call> to(String method, Person person) {
    String chat = Long.toString(person.id());
    return call -> call.is(method) && call.text("chat_id").equals(chat);
  }

  private static List<Call> calls(String method, Person person) {
    return telegram().calls().all().stream().filter(to(method, person)).toList();
  }
}
