package backtalk.telegram.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.Message;
import backtalk.dialogue.Turn;
import backtalk.dialogue.TurnKind;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.input.Input.Manner;
import backtalk.dialogue.ports.DeliveryPlanner;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.dialogue.ports.StoredDialogue;
import backtalk.emulator.Person;
import backtalk.telegram.BotFixture;
import backtalk.telegram.ManualTimeMeter;
import backtalk.telegram.Script;
import backtalk.telegram.outbound.PrivateDeliveryPlanner;
import backtalk.telegram.outbound.ThinnedDeliveryPlanner;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Tests that a person over the flood limit is warned once, and that facts over the limit still
 * count.
 */
class FloodTest {
  @RegisterExtension final BotFixture botFixture = new BotFixture();

  private final ManualTimeMeter timeMeter = new ManualTimeMeter();
  private final UserRateLimiter userRateLimiter = new UserRateLimiter(4, timeMeter);

  @Test
  void aPersonIsWarnedOnceUntilTheySlowDown() {
    assertThat(counts(6))
        .containsExactly(
            UserRateLimiter.Level.WITHIN_LIMIT,
            UserRateLimiter.Level.WITHIN_LIMIT,
            UserRateLimiter.Level.WITHIN_LIMIT,
            UserRateLimiter.Level.WITHIN_LIMIT,
            UserRateLimiter.Level.FIRST_OVER_LIMIT,
            UserRateLimiter.Level.OVER_LIMIT);
    assertThat(userRateLimiter.count(2, 0)).isEqualTo(UserRateLimiter.Level.WITHIN_LIMIT);

    timeMeter.advance(Duration.ofSeconds(1));
    assertThat(counts(2))
        .containsExactly(UserRateLimiter.Level.WITHIN_LIMIT, UserRateLimiter.Level.OVER_LIMIT);

    timeMeter.advance(Duration.ofSeconds(4));
    assertThat(counts(5)).endsWith(UserRateLimiter.Level.FIRST_OVER_LIMIT);
  }

  private List<UserRateLimiter.Level> counts(int times) {
    return IntStream.range(0, times).mapToObj(i -> userRateLimiter.count(1, 0)).toList();
  }

  @Test
  void aLongTextCountsAsSeveral() {
    assertThat(userRateLimiter.count(1, 1_200)).isEqualTo(UserRateLimiter.Level.WITHIN_LIMIT);
    assertThat(counts(2))
        .containsExactly(
            UserRateLimiter.Level.WITHIN_LIMIT, UserRateLimiter.Level.FIRST_OVER_LIMIT);

    assertThat(userRateLimiter.count(2, 100_000)).isEqualTo(UserRateLimiter.Level.WITHIN_LIMIT);
    assertThat(userRateLimiter.count(2, 0)).isEqualTo(UserRateLimiter.Level.FIRST_OVER_LIMIT);
  }

  /**
   * Sends too many messages before the bot starts, so that the first poll receives all of them at
   * once.
   */
  private Person floodedBy(String name) {
    Person person = botFixture.telegram().person(name);
    for (int i = 0; i < 40; i++) {
      person.says("word " + i);
    }
    return person;
  }

  @Test
  void textsOverTheLimitAreMarkedAndInputsWithoutFactsAreDropped() {
    Person ann = floodedBy("Ann");
    ann.forwards("their words", "Bea");
    ann.command("/help");
    ann.sendsVoice();
    ann.tapsAt(1, "n.1.t:ageing");
    ann.tapsAt(1, "n.1.v:topics");
    botFixture.start();
    ann.awaitsOnScreen("phrase slow-down");
    ann.awaitsAnswers();
    botFixture.telegram().awaitQuiet();

    List<Input> inputs = botFixture.script.inputs();
    assertThat(inputs).hasSize(41).allMatch(Input.Said.class::isInstance);
    assertThat(inputs.getFirst()).isEqualTo(new Input.Said("word 0", Manner.TYPED));
    assertThat(inputs.get(39)).isEqualTo(new Input.Said("word 39", Manner.FLOOD));
    assertThat(inputs.getLast()).isEqualTo(new Input.Said("their words", Manner.FORWARDED_FLOOD));
    assertThat(ann.screen().texts()).containsOnlyOnce("phrase slow-down");
  }

  @Test
  void factsOverTheLimitAreHandled() {
    Person ann = floodedBy("Ann");
    List<String> taps =
        List.of("n.1.a:bladder-bowel:y", "n.1.r:u", "n.1.s:y", "n.1.c:swelling", "n.1.v:forget");
    taps.forEach(tap -> ann.tapsAt(1, tap));
    ann.command("/forget");
    ann.command("/stop");
    ann.command("/help", "my legs are numb");
    botFixture.start();
    ann.awaitsAnswers();
    botFixture.telegram().awaitQuiet();

    assertThat(botFixture.script.inputs())
        .containsAll(taps.stream().map(Input.Tapped::new).toList())
        .contains(
            new Input.Commanded("forget", ""),
            new Input.Commanded("stop", ""),
            new Input.Said("my legs are numb", Manner.FLOOD));
  }

  @Test
  void anEmergencyIsSentHoweverManyMessagesWait() {
    AtomicInteger waiting = new AtomicInteger(20);
    DeliveryPlanner thinned = new ThinnedDeliveryPlanner(FloodTest::sent, waiting::get);

    assertThat(thinned.plan(Script.turnOf(TurnKind.EMERGENCY), Optional.empty(), 1)).hasSize(1);
    waiting.set(100);
    assertThat(thinned.plan(Script.turnOf(TurnKind.EMERGENCY), Optional.empty(), 1)).isEmpty();
    assertThat(thinned.plan(newEmergency(), Optional.empty(), 1)).hasSize(1);
    waiting.set(19);
    assertThat(thinned.plan(Script.turnOf(TurnKind.ASK), Optional.empty(), 1)).hasSize(1);
  }

  /** Of what is asked nothing is left out: it would be answered unseen. */
  @Test
  void ofALongLineOnlyRemarksAreLeftOut() {
    AtomicInteger waiting = new AtomicInteger(20);
    DeliveryPlanner thinned = new ThinnedDeliveryPlanner(FloodTest::sent, waiting::get);
    Message note = Script.says("noted").messages().getFirst();
    Message question = Script.question("and this?", "yes", "no");
    Message ending = new Message(Message.Kind.OUTCOME, FormattedText.of("rest"), List.of());

    assertThat(messages(thinned, note)).isEmpty();
    assertThat(messages(thinned, note, question)).containsExactly(question);
    assertThat(messages(thinned, note, ending)).containsExactly(ending);
    waiting.set(1_000);
    assertThat(messages(thinned, note, question)).containsExactly(question);
    assertThat(messages(thinned, ending)).isEmpty();
  }

  private static List<Message> messages(DeliveryPlanner planner, Message... messages) {
    Turn turn = Script.turn(List.of(messages), null, null);
    return planner.plan(turn, Optional.empty(), 1).stream().map(OutboxMessage::message).toList();
  }

  /** The question that stands at last is shown, however many were asked before it. */
  @Test
  @Tag("thorough")
  void theNewestQuestionIsShownAndOlderOnesAreNot() {
    AtomicInteger asked = new AtomicInteger();
    botFixture.script.answers(
        input -> {
          int number = asked.incrementAndGet();
          Message note = Script.says("noted " + number).messages().getFirst();
          return Script.turn(
              List.of(note, Script.question("question " + number, "yes")), null, null);
        });
    Person ann = botFixture.telegram().person("Ann");
    for (int i = 0; i < 60; i++) {
      ann.says("word " + i);
    }
    botFixture.start();
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> ann.screen().texts().contains("question 60"));

    assertThat(ann.screen().texts())
        .doesNotContain("question 50")
        .filteredOn(text -> text.startsWith("noted"))
        .hasSizeLessThan(45);
  }

  private static Turn newEmergency() {
    Turn turn = Script.turnOf(TurnKind.EMERGENCY);
    Message card = new Message(Message.Kind.OUTCOME, FormattedText.of("call now"), List.of());
    return new Turn(
        turn.dialogue(), List.of(card), turn.gist(), turn.toast(), turn.answered(), turn.forgets());
  }

  private static List<OutboxMessage> sent(
      Turn turn, Optional<StoredDialogue> before, long revision) {
    return new PrivateDeliveryPlanner(new ChatId(7), OptionalLong.empty(), OptionalLong.empty())
        .plan(turn, before, revision);
  }
}
