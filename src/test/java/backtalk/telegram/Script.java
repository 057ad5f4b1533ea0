package backtalk.telegram;

import backtalk.dialogue.Button;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.DialogueManager.Handled;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.Message;
import backtalk.dialogue.Message.Kind;
import backtalk.dialogue.Turn;
import backtalk.dialogue.TurnKind;
import backtalk.dialogue.input.IncomingInput;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.ports.Commit;
import backtalk.dialogue.ports.DeliveryPlanner;
import backtalk.dialogue.ports.DialogueStore;
import backtalk.dialogue.ports.StoredDialogue;
import backtalk.telegram.inbound.TurnHandler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs turns that a test scripts, commits them to the store, and records their inputs. */
public final class Script implements TurnHandler {

  private final DialogueStore store;
  private final List<IncomingInput> inputs = new ArrayList<>();
  private final List<IncomingInput> groupInputs = new ArrayList<>();
  private volatile Function<Input, Turn> turns = Script::echo;

  Script(DialogueStore store) {
    this.store = store;
  }

  public void answers(Function<Input, Turn> how) {
    turns = how;
  }

  public synchronized List<Input> inputs() {
    return inputs.stream().map(IncomingInput::input).toList();
  }

  synchronized List<Input> groupInputs() {
    return groupInputs.stream().map(IncomingInput::input).toList();
  }

  @Override
  public Optional<Handled> handle(IncomingInput incoming, DeliveryPlanner planner) {
    if (incoming.inGroup()) {
      return handleInGroup(incoming, planner);
    }
    Optional<StoredDialogue> before = store.find(incoming.chat());
    record(inputs, incoming);
    Turn turn = turns.apply(incoming.input());
    long revision = before.map(StoredDialogue::revision).orElse(0L);
    return commit(incoming, planner, turn, before, revision);
  }

  private Optional<Handled> handleInGroup(IncomingInput incoming, DeliveryPlanner planner) {
    record(groupInputs, incoming);
    Turn turn = turns.apply(incoming.input());
    return commit(incoming, planner, turn, Optional.empty(), incoming.update());
  }

  private Optional<Handled> commit(
      IncomingInput incoming,
      DeliveryPlanner planner,
      Turn turn,
      Optional<StoredDialogue> before,
      long revision) {
    Commit commit =
        new Commit(
            incoming.chat(),
            incoming.update(),
            revision,
            revision + 1,
            Optional.of(turn.dialogue()),
            planner.plan(turn, before, revision + 1),
            false,
            incoming.at());
    return store.save(commit) == DialogueStore.Saved.DONE
        ? Optional.of(new Handled(turn, commit.outgoing()))
        : Optional.empty();
  }

  private synchronized void record(List<IncomingInput> where, IncomingInput incoming) {
    where.add(incoming);
  }

  /** Returns a turn that repeats a text, and names any other input. */
  public static Turn echo(Input input) {
    return says(
        switch (input) {
          case Input.Said(String text, Input.Manner manner) -> manner + " " + text;
          case Input.Commanded(String name, String argument) -> "/" + name + " " + argument;
          case Input.Tapped(String data) -> "tapped " + data;
          case Input.Unreadable(String kind) -> "unreadable " + kind;
          case Input.Silence silence -> "silence";
          case Input.FollowUpDue due -> "follow-up";
        });
  }

  public static Turn says(String... notes) {
    return turn(
        Arrays.stream(notes)
            .map(it -> new Message(Kind.NOTE, FormattedText.of(it), List.of()))
            .toList(),
        null,
        null);
  }

  /** Returns a question with a button for each answer, in one row. */
  public static Message question(String text, String... answers) {
    List<Button> row =
        Arrays.stream(answers).map(answer -> new Button(answer, "n.1." + answer)).toList();
    return new Message(Kind.QUESTION, FormattedText.of(text), List.of(row));
  }

  /** Returns a turn of this kind. */
  public static Turn turnOf(TurnKind action) {
    Turn turn = says("a turn of " + action.word());
    return new Turn(
        turn.dialogue(),
        turn.messages(),
        new Turn.Gist(action, List.of(), List.of(), "somewhere", Optional.empty()),
        turn.toast(),
        turn.answered(),
        false);
  }

  public static Turn turn(
      List<Message> messages, @Nullable String toast, @Nullable String answered) {
    return new Turn(
        Dialogue.begin("test", Instant.EPOCH),
        messages,
        new Turn.Gist(TurnKind.ASK, List.of(), List.of(), "somewhere", Optional.empty()),
        Optional.ofNullable(toast),
        Optional.ofNullable(answered).map(FormattedText::of),
        false);
  }
}
