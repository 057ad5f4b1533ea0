package backtalk.walks;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Machine;
import backtalk.dialogue.ChatId;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Incoming;
import backtalk.dialogue.Input;
import backtalk.dialogue.Meaning;
import backtalk.dialogue.Message;
import backtalk.dialogue.Press;
import backtalk.dialogue.Turn;
import backtalk.understanding.Heard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;

/** One walk by chance through a conversation, every step of it watched. */
final class Stroll {

  private static final Instant MORNING = Instant.parse("2026-01-05T08:00:00Z");

  private final World world;
  private final Random random;
  private final Draws draws;
  private final Subject subject;
  private final Witness witness;
  private final Promises promises;
  private final Seen seen = new Seen();
  private final List<String> story = new ArrayList<>();
  private final List<String> places = new ArrayList<>();
  private Conversation conversation;
  private Instant now = MORNING;
  private Optional<Incoming> last = Optional.empty();
  private long update;

  Stroll(World world, long seed, BiFunction<Map<String, Heard>, Instant, Subject> subjects) {
    this.world = world;
    this.random = new Random(seed);
    this.conversation = world.conversation();
    Meanings meanings = new Meanings(conversation, random);
    this.draws = new Draws(conversation, random, meanings);
    this.subject = subjects.apply(meanings.said(), now);
    this.promises = new Promises(conversation);
    this.witness = new Witness(promises);
    story.add("seed " + seed + " in " + world);
  }

  /** Walks; fails with the whole story. */
  List<String> walk(int steps) {
    try {
      send(Act.Sends.of("/start", new Input.Commanded("start", "")));
      for (int step = 0; step < steps; step++) {
        act(draws.next(seen));
      }
      return places;
    } catch (RuntimeException | AssertionError broken) {
      throw new AssertionError(broken + "\n--- the chat\n" + String.join("\n", story), broken);
    }
  }

  private void act(Act act) {
    switch (act) {
      case Act.Sends sends -> send(sends);
      case Act.Waits waits -> {
        now = now.plus(waits.time());
        send(Act.Sends.of(waits.line(), new Input.Silence()));
      }
      case Act.Repeats repeats -> repeat();
      case Act.Changes changes -> change();
      case Act.Restarts restarts -> restart();
    }
  }

  private void send(Act.Sends sends) {
    story.add("you: " + sends.line());
    now = now.plusSeconds(7);
    Dialogue before = subject.dialogue();
    Incoming incoming = new Incoming(new ChatId(1), ++update, sends.input(), now);
    Turn turn = subject.take(incoming).orElseThrow();
    last = Optional.of(incoming);
    tell(turn);
    check(sends, before, turn);
    seen.add(turn);
    places.add(turn.gist().place());
  }

  private void tell(Turn turn) {
    turn.toast().ifPresent(toast -> story.add("bot: (" + toast + ")"));
    for (Message message : turn.messages()) {
      List<String> labels = Seen.buttons(message).stream().map(button -> button.label()).toList();
      story.add("bot: " + message.text().plain().replace("\n", " / ") + "  " + labels);
    }
    story.add("     at " + turn.gist().place());
  }

  private void check(Act.Sends sends, Dialogue before, Turn turn) {
    Meaning meaning = subject.heard();
    Machine machine = conversation.machine();
    Moment moment =
        new Moment(
            machine, before, sends.on().or(seen::question), seen.open(), moved(machine, before));
    Licence licence = moment.licence(meaning);
    if (turn.messages().isEmpty() && turn.toast().isEmpty()) {
      assertThat(turn.dialogue()).as("nothing was said").isEqualTo(before);
      licence.must().forEach(witness::known);
      return;
    }
    assertThat(meaning).isNotInstanceOf(Meaning.Silence.class);
    witness.watch(machine, licence, turn, now);
    new Promises(conversation).hold(witness.ledger(), turn, now);
    if (meaning instanceof Meaning.Pressed(Optional<Press> press)) {
      press.filter(moment::late).ifPresent(late -> changesNothing(moment, before, turn));
    }
  }

  /** What happened beside the facts: they are the witness's. */
  private static void changesNothing(Moment moment, Dialogue before, Turn turn) {
    boolean raised = !turn.dialogue().facts().equals(before.facts());
    if (!raised && !moment.moved()) {
      assertThat(turn.dialogue().begun()).as("a late tap").isEqualTo(before.begun());
      assertThat(turn.dialogue().asked().pending()).isEqualTo(before.asked().pending());
      assertThat(turn.effects()).isEmpty();
    }
  }

  private boolean moved(Machine machine, Dialogue before) {
    return !before.conversation().equals(conversation.about().hash())
        || promises.stale(before.heard(), now)
        || !witness.refreshed(machine, now).told().equals(witness.ledger().told());
  }

  private void repeat() {
    story.add("(delivered again)");
    Dialogue before = subject.dialogue();
    last.ifPresent(incoming -> assertThat(subject.take(incoming)).isEmpty());
    assertThat(subject.dialogue()).as("after a repeated update").isEqualTo(before);
  }

  private void change() {
    boolean whole = conversation.equals(world.conversation());
    conversation = whole ? new Variant(conversation, fact()).conversation() : world.conversation();
    story.add("(the conversation is changed to " + conversation.about().hash() + ")");
    subject.become(conversation);
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
    Dialogue before = subject.dialogue();
    subject.restart();
    assertThat(subject.dialogue()).as("read from the disk").isEqualTo(before);
  }
}
