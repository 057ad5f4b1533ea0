package backtalk.dialogue;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One person's chat with the engine, without store or channel; keeps every turn. */
final class Chat {

  final Engine engine;
  private final Hearing hearing;
  final List<Turn> turns = new ArrayList<>();
  Dialogue dialogue;
  Instant now = Instant.parse("2026-01-05T08:00:00Z");

  Chat(Conversation conversation) {
    engine = new Engine(conversation);
    hearing = new Listening(engine, BackCracking.LISTENER);
    dialogue = engine.begin(now);
  }

  Turn says(String text) {
    return take(new Input.Said(text, Input.Manner.TYPED));
  }

  Turn taps(String label) {
    return take(new Input.Tapped(button(label).data()));
  }

  Turn commands(String name) {
    return take(new Input.Commanded(name, ""));
  }

  Turn take(Input input) {
    now = now.plusSeconds(7);
    Turn turn = engine.turn(dialogue, hearing.hear(input, dialogue, now), now);
    dialogue = turn.dialogue();
    turns.add(turn);
    return turn;
  }

  void waits(Duration time) {
    now = now.plus(time);
  }

  Turn last() {
    return turns.getLast();
  }

  Optional<Answer> fact(String fact) {
    return dialogue.facts().answer(fact);
  }

  /** The newest button of that label. */
  Button button(String label) {
    return keyboards().stream()
        .filter(button -> button.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button " + label + " in " + keyboards()));
  }

  List<Button> newest() {
    return turns.reversed().stream()
        .flatMap(turn -> turn.messages().reversed().stream())
        .map(message -> message.rows().stream().flatMap(List::stream).toList())
        .filter(buttons -> !buttons.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<Button> keyboards() {
    return turns.reversed().stream()
        .flatMap(turn -> turn.messages().reversed().stream())
        .flatMap(message -> message.rows().stream().flatMap(List::stream))
        .toList();
  }

  /** All that the last turn said. */
  String said() {
    return String.join(
        "\n", last().messages().stream().map(message -> message.text().plain()).toList());
  }
}
