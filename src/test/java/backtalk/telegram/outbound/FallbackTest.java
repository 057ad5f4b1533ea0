package backtalk.telegram.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import backtalk.dialogue.Turn;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.input.Input.Manner;
import backtalk.emulator.Emulator;
import backtalk.emulator.Fault;
import backtalk.emulator.Group;
import backtalk.emulator.Person;
import backtalk.emulator.TelegramMessage;
import backtalk.telegram.BotFixture;
import backtalk.telegram.ManualTimeMeter;
import backtalk.telegram.Script;
import backtalk.telegram.inbound.OverdueWatch;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that a person whose turn fails gets a fixed text, once. */
class FallbackTest {
  private static final String LATE = "phrase fallback-late";
  private static final String QUARANTINED = "phrase fallback-put-aside";

  @RegisterExtension final BotFixture botFixture = new BotFixture();

  private final ManualTimeMeter timeMeter = new ManualTimeMeter();
  private final CountDownLatch released = new CountDownLatch(1);

  @Test
  void whileTheStoreFailsThePersonGetsOneFallbackAndTheReplyAfterwards() {
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");
    botFixture.dialogueStore.fail(Integer.MAX_VALUE);

    ann.says("my leg");
    ann.awaits(LATE);
    assertThat(botFixture.telegram().unconfirmed()).isPositive();
    assertThat(botFixture.script.inputs()).isEmpty();

    botFixture.dialogueStore.fail(0);
    ann.awaits("TYPED my leg");
    botFixture.telegram().awaitQuiet();
    assertThat(texts(ann)).containsExactly(LATE, "TYPED my leg");
    assertThat(botFixture.telegram().unconfirmed()).isZero();
    assertThat(sent()).isEqualTo(1);
    assertThat(botFixture.meters.find("backtalk.updates.dropped").counter()).isNull();
  }

  @Test
  void aTurnThatHangsIsLateAfterTenSeconds() {
    botFixture.script.answers(input -> hanging(input, any -> true));
    Emulator telegram = botFixture.telegram();
    botFixture.startWithNanos(timeMeter::currentTimeNanos);
    Person ann = telegram.person("Ann");

    ann.tapsAt(1, "n.1.yes");
    await().atMost(BotFixture.PATIENCE).until(() -> botFixture.script.inputs().size() == 1);
    timeMeter.advance(OverdueWatch.OVERDUE_AFTER.minusMillis(1));
    assertThat(sent()).isZero();
    timeMeter.advance(Duration.ofMillis(1));

    ann.awaits(LATE);
    ann.awaitsAnswers();
    released.countDown();
    ann.awaits("tapped n.1.yes");
    telegram.awaitQuiet();
    assertThat(texts(ann)).containsExactly(LATE, "tapped n.1.yes");
    assertThat(telegram.calls().count("answerCallbackQuery")).isEqualTo(1);
  }

  @Test
  void theNextQuestionComesBelowTheFallback() {
    botFixture.script.answers(
        input -> Script.turn(List.of(Script.question("Pain?", "yes")), null, "Pain? Yes"));
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");
    ann.says("check");
    TelegramMessage first = ann.awaits("Pain?");
    botFixture.telegram().awaitQuiet();
    botFixture.dialogueStore.fail(Integer.MAX_VALUE);

    ann.taps("yes");
    TelegramMessage fallback = ann.awaits(LATE);
    botFixture.dialogueStore.fail(0);

    TelegramMessage next = ann.awaits(message -> message.id() > fallback.id());
    assertThat(next.text()).isEqualTo("Pain?");
    botFixture.telegram().awaitQuiet();
    assertThat(ann.message(first.id()).labels()).isEmpty();
  }

  @Test
  void fallbacksOfAChatAreLimited() {
    botFixture.startWithNanos(timeMeter::currentTimeNanos);
    Person ann = botFixture.telegram().person("Ann");
    botFixture.dialogueStore.fail(Integer.MAX_VALUE);
    for (int i = 0; i < FallbackSender.MAX_PER_MINUTE + 3; i++) {
      ann.says("word " + i);
    }

    passUntilSent(FallbackSender.MAX_PER_MINUTE);
    Person bea = botFixture.telegram().person("Bea");
    bea.says("and me?");
    passUntilSent(FallbackSender.MAX_PER_MINUTE + 1);

    assertThat(texts(ann)).hasSize(FallbackSender.MAX_PER_MINUTE).containsOnly(LATE);
    assertThat(texts(bea)).containsExactly(LATE);
    botFixture.dialogueStore.fail(0);
    ann.awaits("word 7");
    bea.awaits("and me?");
  }

  private void passUntilSent(int fallbacks) {
    await()
        .atMost(BotFixture.PATIENCE)
        .until(
            () -> {
              timeMeter.advance(Duration.ofSeconds(1));
              return sent() >= fallbacks;
            });
  }

  @Test
  void aHangingTurnDelaysNoOtherChat() {
    botFixture.script.answers(input -> hanging(input, text -> text.equals("hang")));
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");
    Person bea = botFixture.telegram().person("Bea");

    ann.says("hang");
    await().atMost(BotFixture.PATIENCE).until(() -> botFixture.script.inputs().size() == 1);
    bea.says("hello");

    bea.awaits("TYPED hello");
    bea.says("again");
    bea.awaits("TYPED again");
    assertThat(botFixture.telegram().unconfirmed()).as("from the hanging one on").isEqualTo(3);
    released.countDown();
    ann.awaits("TYPED hang");
    botFixture.telegram().awaitQuiet();
    assertThat(botFixture.telegram().unconfirmed()).isZero();
    assertThat(botFixture.script.inputs()).as("each once").hasSize(3);
  }

  @Test
  void anUpdateThatFailsByItselfIsQuarantinedAndOthersGoOn() {
    botFixture.script.answers(
        input -> {
          if (input instanceof Input.Tapped) {
            throw new OutOfMemoryError("of this turn");
          }
          return Script.echo(input);
        });
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");

    ann.tapsAt(1, "n.1.yes");
    ann.says("and this?");
    ann.awaits("TYPED and this?");
    ann.awaitsAnswers();
    botFixture.telegram().awaitQuiet();

    assertThat(texts(ann)).containsExactlyInAnyOrder(QUARANTINED, "TYPED and this?");
    assertThat(botFixture.telegram().unconfirmed()).isZero();
    assertThat(sent()).isEqualTo(1);
    assertThat(botFixture.meters.get("backtalk.updates.dropped").counter().count()).isEqualTo(1);
  }

  @Test
  void aRedFlagInATextWhoseTurnFailsStillCounts() {
    botFixture.script.answers(input -> failingUnless(input, Manner.FLOOD));
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");

    ann.says("I cannot pee");
    ann.awaits("FLOOD I cannot pee");
    ann.command("/check", "both legs numb");
    ann.awaits("FLOOD both legs numb");
    botFixture.telegram().awaitQuiet();

    assertThat(texts(ann)).containsExactly("FLOOD I cannot pee", "FLOOD both legs numb");
  }

  @Test
  void editedTextWhoseTurnFailsAnswersNothing() {
    botFixture.script.answers(
        input ->
            input.equals(new Input.Said("first", Manner.TYPED))
                ? Script.echo(input)
                : failingUnless(input, Manner.EDITED_FLOOD));
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");
    long mine = ann.says("first").id();
    ann.awaits("TYPED first");

    ann.edits(mine, "yes i cannot pee");

    ann.awaits("EDITED_FLOOD yes i cannot pee");
  }

  @Test
  void aTextWithoutARedFlagWhoseTurnFailsIsQuarantined() {
    botFixture.script.answers(
        input -> {
          Turn turn = failingUnless(input, Manner.FLOOD);
          return Script.turn(List.of(), turn.toast().orElse(null), null);
        });
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");

    ann.says("is it harmless?");
    ann.awaits(QUARANTINED);
    botFixture.telegram().awaitQuiet();

    assertThat(texts(ann)).containsExactly(QUARANTINED);
    assertThat(botFixture.meters.get("backtalk.updates.dropped").counter().count()).isEqualTo(1);
  }

  @Test
  void aForwardedTextIsNotCheckedForRedFlags() {
    botFixture.script.answers(input -> failingUnless(input, Manner.FLOOD));
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");

    ann.forwards("I cannot pee", "Bea");
    ann.awaits(QUARANTINED);

    assertThat(botFixture.script.inputs()).allMatch(input -> manner(input) == Manner.FORWARDED);
  }

  @Test
  void inAGroupTheFallbackRepliesToTheQuestion() {
    botFixture.start();
    Group forum = botFixture.telegram().group("Backs", true);
    Person ann = botFixture.telegram().person("Ann");
    long topic = forum.topic();
    botFixture.dialogueStore.fail(Integer.MAX_VALUE);

    forum.says(ann, "not for the bot", topic);
    TelegramMessage question = forum.says(ann, Group.botName() + " is it harmless?", topic);

    TelegramMessage fallback = forum.awaits(LATE);
    assertThat(fallback.thread()).isEqualTo(topic);
    assertThat(fallback.replyTo()).isEqualTo(question.id());
    botFixture.dialogueStore.fail(0);
    forum.awaits("TYPED is it harmless?");
    assertThat(sent()).isEqualTo(1);
  }

  @Test
  void aFallbackThatFailsIsSentAgain() {
    botFixture.script.answers(input -> failingUnless(input, Manner.FORWARDED));
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");
    botFixture.telegram().faults().next("sendMessage", Fault.badGateway());

    ann.says("hello");
    ann.awaits(QUARANTINED);
    botFixture.telegram().awaitQuiet();

    assertThat(texts(ann)).containsExactly(QUARANTINED);
    assertThat(sent()).isEqualTo(1);
  }

  private Turn hanging(Input input, Predicate<String> hangs) {
    if (hangs.test(input instanceof Input.Said(String text, Manner manner) ? text : "")) {
      try {
        released.await();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
    return Script.echo(input);
  }

  private static Turn failingUnless(Input input, Manner good) {
    if (manner(input) != good) {
      throw new IllegalStateException("a mistake");
    }
    return Script.echo(input);
  }

  private static Manner manner(Input input) {
    return input instanceof Input.Said(String text, Manner manner) ? manner : Manner.TYPED;
  }

  private static List<String> texts(Person person) {
    return person.screen().fromBot().stream().map(TelegramMessage::text).toList();
  }

  private double sent() {
    return botFixture.meters.find("backtalk.fallbacks").counters().stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }
}
