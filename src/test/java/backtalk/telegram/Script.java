package backtalk.telegram;

import backtalk.dialogue.Action;
import backtalk.dialogue.Button;
import backtalk.dialogue.Commit;
import backtalk.dialogue.Delivery;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.DialogueManager.Handled;
import backtalk.dialogue.Dialogues;
import backtalk.dialogue.Incoming;
import backtalk.dialogue.Input;
import backtalk.dialogue.Message;
import backtalk.dialogue.Message.Kind;
import backtalk.dialogue.Stored;
import backtalk.dialogue.Text;
import backtalk.dialogue.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns as a test writes them, kept as the real ones are; it remembers what it was asked. */
final class Script implements Turns {

  private final Dialogues store;
  private final List<Incoming> heard = new ArrayList<>();
  private final List<Incoming> heardInGroups = new ArrayList<>();
  private volatile Function<Input, Turn> turns = Script::echo;

  Script(Dialogues store) {
    this.store = store;
  }

  void answers(Function<Input, Turn> how) {
    turns = how;
  }

  synchronized List<Input> heard() {
    return heard.stream().map(Incoming::input).toList();
  }

  synchronized List<Input> heardInGroups() {
    return heardInGroups.stream().map(Incoming::input).toList();
  }

  @Override
  public Optional<Handled> handle(Incoming incoming, Delivery delivery) {
    Optional<Stored> before = store.find(incoming.chat());
    remember(heard, incoming);
    Turn turn = turns.apply(incoming.input());
    long revision = before.map(Stored::revision).orElse(0L);
    return keep(incoming, delivery, turn, before, revision);
  }

  @Override
  public Optional<Handled> handleInGroup(Incoming incoming, Delivery delivery) {
    remember(heardInGroups, incoming);
    Turn turn = turns.apply(incoming.input());
    return keep(incoming, delivery, turn, Optional.empty(), incoming.update());
  }

  private Optional<Handled> keep(
      Incoming incoming, Delivery delivery, Turn turn, Optional<Stored> before, long revision) {
    Commit commit =
        new Commit(
            incoming.chat(),
            incoming.update(),
            revision,
            revision + 1,
            Optional.of(turn.dialogue()),
            delivery.plan(turn, before, revision + 1),
            false,
            incoming.at());
    return store.save(commit) == Dialogues.Saved.DONE
        ? Optional.of(new Handled(turn, commit.outgoing()))
        : Optional.empty();
  }

  private synchronized void remember(List<Incoming> where, Incoming incoming) {
    where.add(incoming);
  }

  /** Repeats words, and names everything else. */
  static Turn echo(Input input) {
    return says(
        switch (input) {
          case Input.Said(String text, Input.Manner manner) -> manner + " " + text;
          case Input.Commanded(String name, String argument) -> "/" + name + " " + argument;
          case Input.Tapped(String data) -> "tapped " + data;
          case Input.Unreadable(String kind) -> "unreadable " + kind;
          case Input.Silence silence -> "silence";
        });
  }

  static Turn says(String... notes) {
    return turn(
        Arrays.stream(notes).map(it -> new Message(Kind.NOTE, Text.of(it), List.of())).toList(),
        null,
        null);
  }

  /** A question with a button for each answer, in one row. */
  static Message question(String text, String... answers) {
    List<Button> row =
        Arrays.stream(answers).map(answer -> new Button(answer, "n.1." + answer)).toList();
    return new Message(Kind.QUESTION, Text.of(text), List.of(row));
  }

  /** A turn that says something and counts as this. */
  static Turn doing(Action action) {
    Turn turn = says("a turn of " + action.word());
    return new Turn(
        turn.dialogue(),
        turn.messages(),
        new Turn.Gist(action, List.of(), "somewhere", Optional.empty()),
        turn.toast(),
        turn.answered(),
        List.of());
  }

  static Turn turn(List<Message> messages, @Nullable String toast, @Nullable String answered) {
    return new Turn(
        Dialogue.begin("test", Instant.EPOCH),
        messages,
        new Turn.Gist(Action.ASK, List.of(), "somewhere", Optional.empty()),
        Optional.ofNullable(toast),
        Optional.ofNullable(answered).map(Text::of),
        List.of());
  }
}
