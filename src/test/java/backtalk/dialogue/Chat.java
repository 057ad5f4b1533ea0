package backtalk.dialogue;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.input.InputInterpreter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Simulates one person's chat with the engine, without store or channel; keeps every turn. */
public final class Chat {

  public final Engine engine;
  private final InputInterpreter inputInterpreter = new InputInterpreter(BackCracking.LISTENER);
  public final List<Turn> turns = new ArrayList<>();
  public Dialogue dialogue;
  public Instant now = Instant.parse("2026-01-05T08:00:00Z");

  public Chat(Conversation conversation) {
    engine = new Engine(conversation);
    dialogue = engine.begin(now);
  }

  public Turn says(String text) {
    return take(new Input.Said(text, Input.Manner.TYPED));
  }

  public Turn taps(String label) {
    return take(new Input.Tapped(button(label).data()));
  }

  public Turn commands(String name) {
    return take(new Input.Commanded(name, ""));
  }

  public Turn take(Input input) {
    now = now.plusSeconds(7);
    Situation situation = engine.situation(dialogue, now);
    Turn turn = engine.turn(situation, inputInterpreter.interpret(input, situation));
    dialogue = turn.dialogue();
    turns.add(turn);
    return turn;
  }

  public void waits(Duration time) {
    now = now.plus(time);
  }

  public Turn last() {
    return turns.getLast();
  }

  public Optional<Answer> fact(String fact) {
    return dialogue.facts().answer(fact);
  }

  /** Returns the newest button with that label. */
  public Button button(String label) {
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

  /** Returns the text of all messages of the last turn. */
  String said() {
    return String.join(
        "\n", last().messages().stream().map(message -> message.text().plain()).toList());
  }
}
