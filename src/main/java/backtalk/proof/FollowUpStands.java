package backtalk.proof;

import backtalk.conversation.ConversationPart;
import backtalk.conversation.StatePath;
import backtalk.conversation.Urgency;
import backtalk.dialogue.Assessment;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Turn;
import backtalk.dialogue.input.CommandKind;
import backtalk.dialogue.input.Meaning;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks that a follow-up says something, and that neither it nor any answer to it lowers what the
 * facts demand. It is tried on a dialogue for each position and urgency, with the most recorded
 * answers.
 */
final class FollowUpStands {

  private FollowUpStands() {}

  static Stream<Violation> violations(StateSpace space) {
    EngineFixture engine = new EngineFixture(space.conversation());
    return space.classes().stream()
        .collect(Collectors.toMap(it -> position(space, engine, it), it -> it, (one, other) -> one))
        .values()
        .stream()
        .filter(stateClass -> !stands(space, engine, stateClass))
        .limit(1)
        .map(FollowUpStands::violation);
  }

  private record Position(boolean begun, StatePath.End end, Optional<Urgency> due) {}

  private static Position position(StateSpace space, EngineFixture engine, StateClass stateClass) {
    Dialogue dialogue = engine.in(stateClass, EngineFixture.MOST);
    return new Position(stateClass.begun(), stateClass.path().end(), urgency(space, dialogue));
  }

  private static boolean stands(StateSpace space, EngineFixture engine, StateClass stateClass) {
    Dialogue before = engine.in(stateClass, EngineFixture.MOST);
    Turn asked = engine.followUp(before);
    Stream<Turn> answers =
        Stream.of(CommandKind.BETTER, CommandKind.SAME, CommandKind.WORSE)
            .map(answer -> engine.later(asked.dialogue(), new Meaning.Command(answer, "")));
    Optional<Urgency> due = urgency(space, before);
    return !asked.messages().isEmpty()
        && asked.dialogue().followUp().isEmpty()
        && Stream.concat(Stream.of(asked), answers)
            .allMatch(turn -> urgency(space, turn.dialogue()).equals(due));
  }

  private static Optional<Urgency> urgency(StateSpace space, Dialogue dialogue) {
    return new Assessment(space.machine(), dialogue.facts()).urgency();
  }

  private static Violation violation(StateClass stateClass) {
    return new Violation(
        Promise.FOLLOW_UP_STANDS,
        new ConversationPart.Whole(),
        "A follow-up says nothing, or lowers what stands.",
        "Mend the phrases 'follow-up-...'.",
        Violation.Example.in(stateClass.facts(), stateClass.begun()));
  }
}
