package backtalk.proof;

import backtalk.conversation.ConversationPart;
import backtalk.conversation.StateMachine;
import backtalk.dialogue.Assessment;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Facts;
import backtalk.dialogue.Memory;
import backtalk.dialogue.Turn;
import backtalk.dialogue.input.Meaning;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks that every reply speaks of another person's emergency first while it stands. The engine is
 * tried with every kind of input, before a check and in it, with and without a card to refer to.
 */
final class SomeoneElseStands {

  /** The phrases that a reply may open with. */
  private static final List<String> OPENINGS =
      List.of("someone-else-emergency", "someone-else-again", "someone-else-still");

  private SomeoneElseStands() {}

  static Stream<Violation> violations(StateSpace space) {
    EngineFixture engine = new EngineFixture(space.conversation());
    List<Meaning> meanings = new InputSamples(space.conversation()).all().toList();
    List<String> openings = OPENINGS.stream().map(space.conversation()::phrase).toList();
    List<String> topics = List.copyOf(space.conversation().topics().keySet());
    Memory alarm = Memory.NOTHING.with(Optional.of(new Memory.Alarm("someone", EngineFixture.NOW)));
    Memory card = alarm.showing(topics.stream().findFirst(), topics, EngineFixture.NOW);
    return Stream.of(alarm, card)
        .flatMap(memory -> Stream.of(false, true).map(begun -> dialogue(engine, memory, begun)))
        .flatMap(dialogue -> meanings.stream().map(next -> engine.turn(dialogue, next)))
        .filter(turn -> !opens(turn, space.machine(), openings))
        .limit(1)
        .map(turn -> violation());
  }

  private static Dialogue dialogue(EngineFixture engine, Memory memory, boolean begun) {
    return engine.with(Facts.NONE, begun).with(memory);
  }

  /** Returns true when the reply speaks of the other person, or that emergency stands no more. */
  private static boolean opens(Turn turn, StateMachine machine, List<String> openings) {
    boolean stands =
        turn.dialogue().remembered(EngineFixture.NOW).alarm().isPresent()
            && !new Assessment(machine, turn.dialogue().facts()).isEmergency();
    return !stands
        || turn.messages().isEmpty()
        || openings.stream().anyMatch(turn.messages().getFirst().text().plain()::startsWith);
  }

  private static Violation violation() {
    return new Violation(
        Promise.SOMEONE_ELSE_STANDS,
        new ConversationPart.Whole(),
        "While another person's emergency stands, a reply does not open with it.",
        "Mend the phrases 'someone-else-...'.",
        Optional.empty());
  }
}
