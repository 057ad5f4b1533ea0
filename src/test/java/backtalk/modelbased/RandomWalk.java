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

/** One walk by chance through a conversation, every step of it watched. */
final class RandomWalk {

  private static final Instant MORNING = Instant.parse("2026-01-05T08:00:00Z");

  private final World world;
  private final Random random;
  private final InputGenerator inputGenerator;
  private final SystemUnderTest systemUnderTest;
  private final ReferenceModel referenceModel;
  private final Promises promises;
  private final ObservedReply observedReply = new ObservedReply();
  private final List<String> story = new ArrayList<>();
  private final List<String> places = new ArrayList<>();
  private Conversation conversation;
  private Instant now = MORNING;
  private Optional<IncomingInput> last = Optional.empty();
  private long update;

  RandomWalk(
      World world,
      long seed,
      BiFunction<Map<String, NluResult>, Instant, SystemUnderTest> subjects) {
    this.world = world;
    this.random = new Random(seed);
    this.conversation = world.conversation();
    MeaningGenerator meaningGenerator = new MeaningGenerator(conversation, random);
    this.inputGenerator = new InputGenerator(conversation, random, meaningGenerator);
    this.systemUnderTest = subjects.apply(meaningGenerator.said(), now);
    this.promises = new Promises(conversation);
    this.referenceModel = new ReferenceModel(promises);
    story.add("seed " + seed + " in " + world);
  }

  /** Walks; fails with the whole story. */
  List<String> walk(int steps) {
    try {
      send(UserAction.Sends.of("/start", new Input.Commanded("start", "")));
      for (int step = 0; step < steps; step++) {
        act(inputGenerator.next(observedReply));
      }
      return places;
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
    tell(turn);
    check(sends, before, turn);
    observedReply.add(turn);
    places.add(turn.gist().place());
  }

  private void tell(Turn turn) {
    turn.toast().ifPresent(toast -> story.add("bot: (" + toast + ")"));
    for (Message message : turn.messages()) {
      List<String> labels =
          ObservedReply.buttons(message).stream().map(button -> button.label()).toList();
      story.add("bot: " + message.text().plain().replace("\n", " / ") + "  " + labels);
    }
    story.add("     at " + turn.gist().place());
  }

  private void check(UserAction.Sends sends, Dialogue before, Turn turn) {
    Meaning meaning = systemUnderTest.heard();
    StateMachine machine = conversation.machine();
    DialogueMoment dialogueMoment =
        new DialogueMoment(
            machine,
            before,
            sends.on().or(observedReply::question),
            observedReply.open(),
            moved(machine, before));
    AllowedChange allowedChange = dialogueMoment.licence(meaning);
    if (turn.messages().isEmpty() && turn.toast().isEmpty()) {
      assertThat(turn.dialogue()).as("nothing was said").isEqualTo(before);
      allowedChange.must().forEach(referenceModel::known);
      return;
    }
    assertThat(meaning).isNotInstanceOf(Meaning.Silence.class);
    referenceModel.watch(machine, allowedChange, turn, now);
    new Promises(conversation).hold(referenceModel.ledger(), turn, now);
    if (meaning instanceof Meaning.Pressed(Optional<ButtonPress> press)) {
      press
          .filter(dialogueMoment::late)
          .ifPresent(late -> changesNothing(dialogueMoment, before, turn));
    }
  }

  /** What happened beside the facts: they are the witness's. */
  private static void changesNothing(DialogueMoment dialogueMoment, Dialogue before, Turn turn) {
    boolean raised = !turn.dialogue().facts().equals(before.facts());
    if (!raised && !dialogueMoment.moved()) {
      assertThat(turn.dialogue().begun()).as("a late tap").isEqualTo(before.begun());
      assertThat(turn.dialogue().question().pending()).isEqualTo(before.question().pending());
      assertThat(turn.effects()).isEmpty();
    }
  }

  private boolean moved(StateMachine machine, Dialogue before) {
    return !before.conversation().equals(conversation.about().hash())
        || promises.stale(before.heard(), now)
        || !referenceModel.refreshed(machine, now).told().equals(referenceModel.ledger().told());
  }

  private void repeat() {
    story.add("(delivered again)");
    Dialogue before = systemUnderTest.dialogue();
    // Words over the flood limit that told nothing are not kept, and tell nothing again.
    last.flatMap(systemUnderTest::take)
        .ifPresent(again -> assertThat(again.messages()).as("said again").isEmpty());
    assertThat(systemUnderTest.dialogue()).as("after a repeated update").isEqualTo(before);
  }

  private void change() {
    boolean whole = conversation.equals(world.conversation());
    conversation =
        whole ? new DialogueVariant(conversation, fact()).conversation() : world.conversation();
    story.add("(the conversation is changed to " + conversation.about().hash() + ")");
    systemUnderTest.become(conversation);
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
