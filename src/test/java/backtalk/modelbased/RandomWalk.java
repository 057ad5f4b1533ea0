package backtalk.modelbased;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.StateMachine;
import backtalk.dialogue.ChatId;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Message;
import backtalk.dialogue.Turn;
import backtalk.dialogue.input.ButtonPress;
import backtalk.dialogue.input.IncomingInput;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.input.Meaning;
import backtalk.understanding.NluResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;

/** Walks a conversation at random, and checks every step against the reference model. */
final class RandomWalk {

  private static final Instant MORNING = Instant.parse("2026-01-05T08:00:00Z");

  private final ConversationUnderTest subject;
  private final Random random;
  private final InputGenerator inputGenerator;
  private final SystemUnderTest systemUnderTest;
  private final ReferenceModel referenceModel;
  private final PromiseAssertions promiseAssertions;
  private final ObservedScreen observedScreen = new ObservedScreen();
  private final List<String> story = new ArrayList<>();
  private final List<String> positions = new ArrayList<>();
  private Conversation conversation;
  private Instant now = MORNING;
  private Optional<IncomingInput> last = Optional.empty();
  private long update;

  RandomWalk(
      ConversationUnderTest subject,
      long seed,
      BiFunction<Map<String, NluResult>, Instant, SystemUnderTest> systems) {
    this.subject = subject;
    this.random = new Random(seed);
    this.conversation = subject.conversation();
    MeaningGenerator meaningGenerator = new MeaningGenerator(conversation, random);
    this.inputGenerator = new InputGenerator(conversation, random, meaningGenerator);
    this.systemUnderTest = systems.apply(meaningGenerator.meanings(), now);
    this.promiseAssertions = new PromiseAssertions(conversation);
    this.referenceModel = new ReferenceModel(promiseAssertions);
    story.add("seed " + seed + " in " + subject);
  }

  /** Walks so many steps and returns the ids of the positions; a failure shows the whole chat. */
  List<String> walk(int steps) {
    try {
      send(UserAction.Sends.of("/start", new Input.Commanded("start", "")));
      for (int step = 0; step < steps; step++) {
        act(inputGenerator.next(observedScreen));
      }
      return positions;
    } catch (RuntimeException | AssertionError broken) {
      throw new AssertionError(broken + "\n--- the chat\n" + String.join("\n", story), broken);
    }
  }

  private void act(UserAction userAction) {
    switch (userAction) {
      case UserAction.Sends sends -> send(sends);
      case UserAction.Waits waits -> {
        now = now.plus(waits.time());
        send(UserAction.Sends.of(waits.line(), new Input.Silence()));
      }
      case UserAction.Repeats repeats -> repeat();
      case UserAction.Changes changes -> change();
      case UserAction.Restarts restarts -> restart();
    }
  }

  private void send(UserAction.Sends sends) {
    story.add("you: " + sends.line());
    now = now.plusSeconds(7);
    Dialogue before = systemUnderTest.dialogue();
    IncomingInput incoming = new IncomingInput(new ChatId(1), ++update, sends.input(), now);
    Turn turn = systemUnderTest.take(incoming).orElseThrow();
    last = Optional.of(incoming);
    log(turn);
    check(sends, before, turn);
    observedScreen.add(turn);
    positions.add(turn.gist().place());
  }

  private void log(Turn turn) {
    turn.toast().ifPresent(toast -> story.add("bot: (" + toast + ")"));
    for (Message message : turn.messages()) {
      List<String> labels =
          ObservedScreen.buttons(message).stream().map(button -> button.label()).toList();
      story.add("bot: " + message.text().plain().replace("\n", " / ") + "  " + labels);
    }
    story.add("     at " + turn.gist().place());
  }

  private void check(UserAction.Sends sends, Dialogue before, Turn turn) {
    Meaning meaning = systemUnderTest.lastMeaning();
    StateMachine machine = conversation.machine();
    TurnContext turnContext =
        new TurnContext(
            machine,
            before,
            sends.on().or(observedScreen::question),
            observedScreen.open(),
            moved(machine, before));
    AllowedChange allowedChange = turnContext.allowedChange(meaning);
    if (turn.messages().isEmpty() && turn.toast().isEmpty()) {
      assertThat(turn.dialogue()).as("no reply").isEqualTo(before);
      allowedChange.must().forEach(referenceModel::assertKnown);
      return;
    }
    assertThat(meaning).isNotInstanceOf(Meaning.Silence.class);
    referenceModel.check(machine, allowedChange, turn, now);
    new PromiseAssertions(conversation).assertKept(referenceModel.expectedFacts(), turn, now);
    if (meaning instanceof Meaning.Pressed(Optional<ButtonPress> press)) {
      press
          .filter(turnContext::late)
          .ifPresent(late -> assertLateTapIgnored(turnContext, before, turn));
    }
  }

  /** Asserts that a late tap changes nothing but facts, which the reference model checks. */
  private static void assertLateTapIgnored(TurnContext turnContext, Dialogue before, Turn turn) {
    boolean raised = !turn.dialogue().facts().equals(before.facts());
    if (!raised && !turnContext.moved()) {
      assertThat(turn.dialogue().begun()).as("a late tap").isEqualTo(before.begun());
      assertThat(turn.dialogue().question().pending()).isEqualTo(before.question().pending());
      assertThat(turn.forgets()).isFalse();
    }
  }

  private boolean moved(StateMachine machine, Dialogue before) {
    return !before.conversation().equals(conversation.about().hash())
        || promiseAssertions.isStale(before.heard(), now)
        || !referenceModel
            .refreshed(machine, now)
            .recorded()
            .equals(referenceModel.expectedFacts().recorded());
  }

  private void repeat() {
    story.add("(delivered again)");
    Dialogue before = systemUnderTest.dialogue();
    // Text over the flood limit that mentions no fact is not stored, so it is handled again.
    last.flatMap(systemUnderTest::take)
        .ifPresent(again -> assertThat(again.messages()).as("messages sent again").isEmpty());
    assertThat(systemUnderTest.dialogue()).as("after a repeated update").isEqualTo(before);
  }

  private void change() {
    boolean whole = conversation.equals(subject.conversation());
    conversation =
        whole
            ? new ConversationVariant(conversation, fact()).conversation()
            : subject.conversation();
    story.add("(the conversation is changed to " + conversation.about().hash() + ")");
    systemUnderTest.changeConversation(conversation);
  }

  private String fact() {
    List<String> all =
        conversation.machine().facts().values().stream()
            .filter(fact -> !fact.workedOut())
            .map(Fact::id)
            .toList();
    return all.get(random.nextInt(all.size()));
  }

  private void restart() {
    story.add("(the bot is started again)");
    Dialogue before = systemUnderTest.dialogue();
    systemUnderTest.restart();
    assertThat(systemUnderTest.dialogue()).as("read from the disk").isEqualTo(before);
  }
}
