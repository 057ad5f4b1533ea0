package backtalk.dialogue;

import backtalk.conversation.Topic;
import backtalk.dialogue.handling.ReplyPart;
import backtalk.dialogue.handling.TurnDraft;
import backtalk.dialogue.input.ButtonAction;
import backtalk.dialogue.input.ButtonPress;
import backtalk.dialogue.input.CommandKind;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.input.Meaning;
import backtalk.understanding.NluResult;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Works out what a dialogue remembers after a turn. */
final class MemoryUpdate {

  /** Names the commands by which the talk turns to the writer's own back. */
  private static final Set<CommandKind> ABOUT_WRITER =
      Set.of(CommandKind.CHECK, CommandKind.GO_ON, CommandKind.START_OVER);

  private MemoryUpdate() {}

  /**
   * Returns the memory after a turn. What is shown last replaces what was shown before; a change of
   * the dialogue's facts or question leaves nothing of it. Another person's alarm ends when that
   * person gets help, and when the talk turns to the writer's own back.
   */
  static Memory after(TurnDraft draft, Dialogue changed, Meaning meaning) {
    Instant now = draft.before().now();
    Memory memory = draft.dialogue().remembered(now);
    if (moved(draft.before().stored(), changed)) {
      memory = memory.withoutCard();
    }
    for (ReplyPart part : draft.parts()) {
      memory = after(part, memory, now);
    }
    return endsAlarm(meaning) ? memory.with(Optional.empty()) : memory;
  }

  /** Returns the topic whose answer stands first in a text. */
  static Optional<Topic> topicIn(String text, Collection<Topic> topics) {
    return topics.stream()
        .filter(topic -> beginning(text, topic) < text.length())
        .min(Comparator.comparingInt(topic -> beginning(text, topic)));
  }

  /** Returns where an answer of the topic begins; the length of the text when it has none. */
  private static int beginning(String text, Topic topic) {
    return topic.card().answer().stream()
        .mapToInt(line -> text.indexOf(line.say()))
        .filter(at -> at >= 0)
        .min()
        .orElse(text.length());
  }

  /** Returns the dialogue as if the card of the topic had been shown last. */
  static Dialogue referring(Dialogue dialogue, Topic topic, Instant now) {
    Memory memory = dialogue.remembered(now);
    return memory.card().equals(Optional.of(topic.id()))
        ? dialogue
        : dialogue.with(memory.showing(Optional.of(topic.id()), topic.also(), now));
  }

  private static boolean moved(Dialogue before, Dialogue after) {
    return !before.facts().equals(after.facts()) || before.begun() != after.begun();
  }

  private static Memory after(ReplyPart part, Memory memory, Instant now) {
    return switch (part) {
      case ReplyPart.Card(Topic topic, List<Topic> alternatives) ->
          memory.showing(
              Optional.of(topic.id()),
              alternatives.isEmpty() ? topic.also() : ids(alternatives),
              now);
      case ReplyPart.Unfolded(Topic topic, List<Topic> others, var again) ->
          memory.showing(Optional.of(topic.id()), ids(others), now).unfolding(now);
      case ReplyPart.Answers(List<Topic> topics) ->
          memory.showing(Optional.empty(), ids(topics), now);
      case ReplyPart.Offer(List<Topic> topics) ->
          memory.showing(Optional.empty(), ids(topics), now);
      case ReplyPart.Menu menu -> memory.withoutCard();
      default -> memory;
    };
  }

  private static List<String> ids(List<Topic> topics) {
    return topics.stream().map(Topic::id).toList();
  }

  private static boolean endsAlarm(Meaning meaning) {
    return switch (meaning) {
      case Meaning.Words(var text, Input.Manner manner, NluResult result) ->
          manner == Input.Manner.TYPED && endsAlarm(result);
      case Meaning.Command(CommandKind command, var argument) -> ABOUT_WRITER.contains(command);
      case Meaning.Pressed(Optional<ButtonPress> press) ->
          press.map(ButtonPress::action).filter(MemoryUpdate::isAboutWriter).isPresent();
      default -> false;
    };
  }

  private static boolean endsAlarm(NluResult result) {
    boolean writer =
        result
            .verb()
            .flatMap(CommandKind::named)
            .filter(it -> it == CommandKind.CHECK || it == CommandKind.START_OVER)
            .isPresent();
    boolean helped = result.verb().equals(Optional.of(NluResult.SOMEONE_ELSE_HELPED));
    return result.someoneElse().isEmpty() && (result.aboutOwnBack() || writer || helped);
  }

  private static boolean isAboutWriter(ButtonAction action) {
    return switch (action) {
      case ButtonAction.AnswerFact fact -> true;
      case ButtonAction.AnswerRest rest -> true;
      case ButtonAction.RunCommand(CommandKind command) -> ABOUT_WRITER.contains(command);
      default -> false;
    };
  }
}
