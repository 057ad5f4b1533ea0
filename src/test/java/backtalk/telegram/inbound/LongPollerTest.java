package backtalk.telegram.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import backtalk.emulator.Call;
import backtalk.emulator.Emulator;
import backtalk.emulator.Fault;
import backtalk.emulator.Person;
import backtalk.telegram.BotFixture;
import backtalk.telegram.Script;
import backtalk.telegram.TelegramBot;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that polling loses no update and blocks none, whatever Telegram answers. */
class LongPollerTest {
  @RegisterExtension final BotFixture botFixture = new BotFixture();

  @Test
  void anUnreadableUpdateIsSkipped() {
    botFixture.start();
    Emulator telegram = botFixture.telegram();
    Person ann = telegram.person("Ann");

    telegram.sendRaw(
        "{\"message\":{\"message_id\":1,\"date\":99999999999,\"chat\":{\"id\":5,\"type\":\"private\"}}}");
    telegram.sendRaw("{\"message\":{\"from\":7}}");
    telegram.sendRaw("{\"something_new\":{\"a\":1}}");
    telegram.sendRaw("{\"message\":{\"message_id\":3,\"date\":1,\"chat\":{\"id\":5}}}");
    telegram.sendRaw(
        "{\"callback_query\":{\"id\":\"1\",\"from\":{\"id\":5,\"is_bot\":false,\"first_name\":\"x\"}}}");
    ann.says("still here?");

    ann.awaits("TYPED still here?");
    telegram.awaitQuiet();
    assertThat(botFixture.script.inputs()).hasSize(1);
  }

  @Test
  void onlyTheKindsThatAreParsedAreRequested() {
    botFixture.start();

    Call poll = botFixture.telegram().calls().of("getUpdates").getFirst();
    assertThat(poll.text("allowed_updates"))
        .isEqualTo(
            "[\"message\",\"edited_message\",\"callback_query\",\"my_chat_member\","
                + "\"inline_query\"]");
  }

  @Test
  void aRefusedTokenEndsTheBotWithALine() throws InterruptedException {
    botFixture.telegram().faults().always("getMe", Fault.unauthorized());

    TelegramBot bot = botFixture.launch();

    assertThat(bot.awaitEnd().orElseThrow()).contains("token", "401");
  }

  @Test
  void aTokenThatIsRevokedLaterEndsTheBotToo() throws InterruptedException {
    TelegramBot bot = botFixture.start();
    botFixture.telegram().faults().always("getUpdates", Fault.unauthorized());

    botFixture.telegram().person("Ann").says("hi");

    assertThat(bot.awaitEnd().orElseThrow()).contains("token", "401");
  }

  @Test
  void anotherInstanceIsReportedAndPollingContinues() {
    TelegramBot bot = botFixture.start();
    botFixture.telegram().faults().next("getUpdates", 3, Fault.conflict());
    Person ann = botFixture.telegram().person("Ann");
    ann.says("one");

    await()
        .atMost(BotFixture.PATIENCE)
        .until(() -> bot.trouble().orElse("").contains("another instance"));
    ann.awaits("TYPED one");
    await().atMost(BotFixture.PATIENCE).until(() -> bot.trouble().isEmpty());
  }

  @Test
  void pollingContinuesAfterAnyFault() {
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");
    List<Fault> faults =
        List.of(
            Fault.badGateway(),
            Fault.withoutOk(),
            new Fault.HalfJson(),
            new Fault.BrokenOff(),
            new Fault.DropBefore(),
            new Fault.DropAfter(),
            Fault.tooManyRequests(1));

    for (Fault fault : faults) {
      botFixture.telegram().faults().next("getUpdates", fault);
      ann.says("after " + fault.getClass().getSimpleName());
      ann.awaits("after " + fault.getClass().getSimpleName());
    }

    botFixture.telegram().awaitQuiet();
    assertThat(botFixture.telegram().faults().left()).isZero();
    assertThat(botFixture.script.inputs()).hasSize(faults.size());
  }

  @Test
  void aPollThatHangsTimesOut() {
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");
    botFixture.telegram().faults().next("getUpdates", Fault.hang());

    ann.says("hello");

    ann.awaits("TYPED hello");
  }

  @Test
  void theNetworkMayComeAfterTheBot() {
    Emulator telegram = botFixture.telegram();
    telegram.faults().next("getMe", 2, new Fault.DropBefore());
    telegram.faults().next("deleteWebhook", 2, new Fault.DropBefore());

    botFixture.launch();
    telegram.person("Ann").says("hello");

    telegram.awaitListening(BotFixture.PATIENCE);
    assertThat(botFixture.script.inputs()).hasSize(1);
  }

  @Test
  void aFailingStoreHoldsUpdatesBackUntilItWorks() {
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");
    botFixture.dialogueStore.fail(7);

    ann.says("do not lose me");
    ann.says("nor me");

    ann.awaits("TYPED nor me");
    assertThat(ann.screen().texts()).containsExactly("TYPED do not lose me", "TYPED nor me");
  }

  @Test
  void aTurnThatAlwaysFailsDoesNotStopTheBot() {
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");
    botFixture.script.answers(
        input -> {
          if (input.toString().contains("bad")) {
            throw new IllegalStateException("a mistake in the engine");
          }
          return Script.echo(input);
        });

    ann.says("bad luck");
    ann.says("good luck");

    ann.awaits("TYPED good luck");
  }

  @Test
  void chatsDoNotWaitForEachOtherAndAChatKeepsItsOrder() throws InterruptedException {
    botFixture.start();
    CountDownLatch slow = new CountDownLatch(1);
    Person ann = botFixture.telegram().person("Ann");
    Person bob = botFixture.telegram().person("Bob");
    botFixture.script.answers(
        input -> {
          if (input.toString().contains("slow")) {
            awaits(slow);
          }
          return Script.echo(input);
        });
    botFixture.telegram().faults().next("getUpdates", Fault.hang());
    botFixture.telegram().faults().awaitMet(BotFixture.PATIENCE);
    ann.says("slow");
    ann.says("second");
    bob.says("quick");
    botFixture.telegram().faults().release();

    bob.awaits("TYPED quick");
    assertThat(ann.screen().texts()).isEmpty();
    slow.countDown();
    ann.awaits("TYPED second");
    assertThat(ann.screen().texts()).containsExactly("TYPED slow", "TYPED second");
  }

  @Test
  void closingAcknowledgesCommittedUpdatesSoThatNoneComesAgain() {
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");
    ann.says("hello");
    ann.awaits("TYPED hello");

    botFixture.restart();
    botFixture.telegram().awaitQuiet();

    assertThat(botFixture.telegram().unconfirmed()).isZero();
    assertThat(botFixture.script.inputs()).hasSize(1);
    List<Call> polls = botFixture.telegram().calls().of("getUpdates");
    assertThat(polls).anyMatch(call -> call.text("timeout").equals("0") && call.accepted());
  }

  @Test
  void aBotThatIsClosedBeforeItsStartMakesNoCall() throws InterruptedException {
    TelegramBot bot = botFixture.unstarted();

    bot.close();
    bot.start();

    assertThat(bot.awaitEnd()).isEmpty();
    assertThat(bot.isAlive()).isFalse();
    assertThat(botFixture.telegram().calls().counts()).isEmpty();
  }

  @Test
  void aConfigurationDoesNotShowItsToken() {
    assertThat(
            BotFixture.config(botFixture.telegram().token(), botFixture.telegram().url())
                .toString())
        .doesNotContain(botFixture.telegram().token());
  }

  private static void awaits(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
