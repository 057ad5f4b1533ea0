package backtalk.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import backtalk.emulator.Call;
import backtalk.emulator.Emulator;
import backtalk.emulator.Fault;
import backtalk.emulator.Outcome;
import backtalk.emulator.Person;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Getting updates: nothing lost, nothing blocked, whatever Telegram does. */
class PollingTest {
  @RegisterExtension final Rig rig = new Rig();

  @Test
  void anUpdateThatCannotBeReadIsPassedOver() {
    rig.start();
    Emulator telegram = rig.telegram();
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
    assertThat(rig.script.heard()).hasSize(1);
  }

  @Test
  void onlyTheKindsAreAskedForThatAreRead() {
    rig.start();

    Call poll = rig.telegram().calls().of("getUpdates").getFirst();
    assertThat(poll.text("allowed_updates"))
        .isEqualTo("[\"message\",\"edited_message\",\"callback_query\",\"my_chat_member\"]");
  }

  @Test
  void aTokenThatIsRefusedEndsTheBotWithALine() throws InterruptedException {
    rig.telegram().faults().always("getMe", Fault.unauthorized());

    TelegramBot bot = rig.launch();

    assertThat(bot.awaitEnd().orElseThrow()).contains("token", "401");
  }

  @Test
  void aTokenThatIsRevokedLaterEndsTheBotToo() throws InterruptedException {
    TelegramBot bot = rig.start();
    rig.telegram().faults().always("getUpdates", Fault.unauthorized());

    rig.telegram().person("Ann").says("hi");

    assertThat(bot.awaitEnd().orElseThrow()).contains("token", "401");
  }

  @Test
  void anotherInstanceIsNamedAndOutlasted() {
    TelegramBot bot = rig.start();
    rig.telegram().faults().next("getUpdates", 3, Fault.conflict());
    Person ann = rig.telegram().person("Ann");
    ann.says("one");

    await()
        .atMost(Rig.PATIENCE)
        .until(() -> bot.health().trouble().orElse("").contains("another instance"));
    ann.awaits("TYPED one");
    await().atMost(Rig.PATIENCE).until(() -> bot.health().trouble().isEmpty());
  }

  @Test
  void whateverGoesWrongWithPollsIsOutlasted() {
    rig.start();
    Person ann = rig.telegram().person("Ann");
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
      rig.telegram().faults().next("getUpdates", fault);
      ann.says("after " + fault.getClass().getSimpleName());
      ann.awaits("after " + fault.getClass().getSimpleName());
    }

    rig.telegram().awaitQuiet();
    assertThat(rig.telegram().faults().left()).isZero();
    assertThat(rig.script.heard()).hasSize(faults.size());
  }

  @Test
  void aPollThatHangsIsGivenUp() {
    rig.start();
    Person ann = rig.telegram().person("Ann");
    rig.telegram().faults().next("getUpdates", Fault.hang());

    ann.says("hello");

    ann.awaits("TYPED hello");
  }

  @Test
  void theNetworkMayComeAfterTheBot() {
    Emulator telegram = rig.telegram();
    telegram.faults().next("getMe", 2, new Fault.DropBefore());
    telegram.faults().next("deleteWebhook", 2, new Fault.DropBefore());

    rig.launch();
    telegram.person("Ann").says("hello");

    telegram.awaitListening(Rig.PATIENCE);
    assertThat(rig.script.heard()).hasSize(1);
  }

  @Test
  void aFailingStoreHoldsUpdatesBackUntilItWorks() {
    rig.start();
    Person ann = rig.telegram().person("Ann");
    rig.memory.fail(9);

    ann.says("do not lose me");
    ann.says("nor me");

    ann.awaits("TYPED nor me");
    assertThat(ann.screen().texts()).containsExactly("TYPED do not lose me", "TYPED nor me");
  }

  @Test
  void aTurnThatAlwaysFailsDoesNotStopTheBot() {
    rig.start();
    Person ann = rig.telegram().person("Ann");
    rig.script.answers(
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
    rig.start();
    CountDownLatch slow = new CountDownLatch(1);
    Person ann = rig.telegram().person("Ann");
    Person bob = rig.telegram().person("Bob");
    rig.script.answers(
        input -> {
          if (input.toString().contains("slow")) {
            awaits(slow);
          }
          return Script.echo(input);
        });
    rig.telegram().faults().next("getUpdates", Fault.hang());
    rig.telegram().faults().awaitMet(Rig.PATIENCE);
    ann.says("slow");
    ann.says("second");
    bob.says("quick");
    rig.telegram().faults().release();

    bob.awaits("TYPED quick");
    assertThat(ann.screen().texts()).isEmpty();
    slow.countDown();
    ann.awaits("TYPED second");
    assertThat(ann.screen().texts()).containsExactly("TYPED slow", "TYPED second");
  }

  @Test
  void closingConfirmsWhatIsKeptAndAgainNothing() {
    rig.start();
    Person ann = rig.telegram().person("Ann");
    ann.says("hello");
    ann.awaits("TYPED hello");

    rig.restart();
    rig.telegram().awaitQuiet();

    assertThat(rig.telegram().unconfirmed()).isZero();
    assertThat(rig.script.heard()).hasSize(1);
    List<Call> polls = rig.telegram().calls().of("getUpdates");
    assertThat(polls)
        .anyMatch(
            call -> call.text("timeout").equals("0") && call.outcome() instanceof Outcome.Accepted);
  }

  @Test
  void aBotThatIsToldToStopBeforeItsStartStopsAtOnceAndDoesNothing() throws InterruptedException {
    TelegramBot bot = rig.unstarted();

    bot.close();
    bot.start();

    assertThat(bot.awaitEnd()).isEmpty();
    assertThat(bot.isAlive()).isFalse();
    assertThat(rig.telegram().calls().counts()).isEmpty();
  }

  @Test
  void aMalformedTokenOrAddressIsNamedBeforeAnybodyIsAsked() {
    assertThatThrownBy(() -> Settings.of("not-a-token", rig.telegram().url()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("token")
        .hasMessageNotContaining("not-a-token");
    assertThatThrownBy(() -> Settings.of(rig.telegram().token(), "api.telegram.org"))
        .hasMessageContaining("URL");
    assertThat(rig.telegram().calls().counts()).isEmpty();
    assertThat(Settings.of(rig.telegram().token(), rig.telegram().url()).toString())
        .doesNotContain(rig.telegram().token());
  }

  private static void awaits(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
