package backtalk.dialogue.rendering;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Outcome;
import backtalk.conversation.Position;
import backtalk.conversation.Prompt;
import backtalk.conversation.State;
import backtalk.conversation.Urgency;
import backtalk.dialogue.Button;
import backtalk.dialogue.Facts;
import backtalk.dialogue.Question;
import backtalk.dialogue.input.ButtonAction;
import backtalk.dialogue.input.ButtonSpec;
import backtalk.dialogue.input.CommandKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Arranges the buttons of questions and outcomes in rows. */
public final class Keyboards {

  /** Limits the label length, in UTF-16 units, of buttons shown two in a row on a phone. */
  private static final int HALF_ROW = 16;

  /** Lists the commands that are the main way on where they are offered. */
  private static final Set<CommandKind> MAIN =
      Set.of(CommandKind.CHECK, CommandKind.GO_ON, CommandKind.WHAT_NOW);

  private final Conversation conversation;
  private final ButtonSpec back;
  private final ButtonSpec why;
  private final ButtonSpec meaning;
  private final List<List<ButtonSpec>> ofOutcome;

  public Keyboards(Conversation conversation) {
    this.conversation = conversation;
    this.back = command(CommandKind.BACK);
    this.why = command(CommandKind.WHY);
    this.meaning = command(CommandKind.HELP_ME);
    this.ofOutcome =
        List.of(
            commands(List.of(CommandKind.WHAT_NOW, CommandKind.WHY_THIS)),
            commands(List.of(CommandKind.CHANGE, CommandKind.START_OVER)));
  }

  /** Returns the buttons of the open question, or of the outcome when none is open. */
  public List<List<ButtonSpec>> of(Optional<Question> question, Position position, Facts known) {
    return question
        .map(it -> of(it, known))
        .orElseGet(
            () ->
                position instanceof Position.Ended(Outcome outcome)
                    ? ofOutcome(outcome)
                    : List.of());
  }

  private List<List<ButtonSpec>> of(Question question, Facts known) {
    return switch (question) {
      case Question.Single(var state, Fact fact) ->
          List.of(answers(fact), controls(answer("skip", fact, Answer.SKIPPED)));
      case Question.Group(State state, List<Fact> facts) -> ofGroup(state, facts, known);
      case Question.Again(Fact fact) -> List.of(answers(fact), List.of(why, meaning, back));
      case Question.YesNo(String name, var undone) ->
          List.of(
              List.of(
                  button(name + "-yes", new ButtonAction.Confirm(true)),
                  button(name + "-no", new ButtonAction.Confirm(false))));
    };
  }

  private List<ButtonSpec> answers(Fact fact) {
    return List.of(
        sign(fact, answer("yes", fact, Answer.YES)),
        answer("no", fact, Answer.NO),
        answer("not-sure", fact, Answer.UNSURE));
  }

  private ButtonSpec answer(String phrase, Fact fact, Answer answer) {
    return button(phrase, new ButtonAction.AnswerFact(fact.id(), answer));
  }

  private List<ButtonSpec> controls(ButtonSpec skip) {
    return List.of(why, meaning, skip, back);
  }

  private List<List<ButtonSpec>> ofGroup(State state, List<Fact> facts, Facts known) {
    List<List<ButtonSpec>> rows =
        new ArrayList<>(pairs(facts.stream().map(Keyboards::yesButton).toList()));
    rows.add(
        List.of(
            new ButtonSpec(none(state.prompt(), known), new ButtonAction.AnswerRest(Answer.NO))
                .as(Button.Kind.SUCCESS),
            button("not-sure", new ButtonAction.AnswerRest(Answer.UNSURE))));
    rows.add(controls(button("skip", new ButtonAction.AnswerRest(Answer.SKIPPED))));
    return rows;
  }

  /**
   * Returns the label for no to all that is shown. It differs once a fact of the question is known,
   * unless the author wrote a label.
   */
  private String none(Prompt prompt, Facts known) {
    String none = conversation.phrase("none-of-these");
    if (prompt instanceof Prompt.OneOf one && !one.none().equals(none)) {
      return one.none();
    }
    boolean some = prompt.facts().stream().anyMatch(fact -> known.is(fact, Answer.MAY_BE));
    return some ? conversation.phrase("nothing-else") : none;
  }

  private static ButtonSpec yesButton(Fact fact) {
    return sign(
        fact,
        new ButtonSpec(fact.words().button(), new ButtonAction.AnswerFact(fact.id(), Answer.YES)));
  }

  /** Marks the yes to a sign of an emergency. */
  private static ButtonSpec sign(Fact fact, ButtonSpec yes) {
    return fact.severity().emergency() ? yes.as(Button.Kind.DANGER) : yes;
  }

  List<List<ButtonSpec>> ofOutcome(Outcome outcome) {
    List<List<ButtonSpec>> rows = new ArrayList<>(ofOutcome);
    if (!outcome.handover().questions().isEmpty()) {
      rows.add(row(CommandKind.SUMMARY));
    }
    if (outcome.urgency() != Urgency.EMERGENCY) {
      rows.add(row(CommandKind.ASK_AGAIN));
    }
    return rows;
  }

  private List<ButtonSpec> row(CommandKind command) {
    return commands(List.of(command));
  }

  /** Returns a row of buttons that run commands. */
  List<ButtonSpec> commands(List<CommandKind> commands) {
    return commands.stream().map(this::command).toList();
  }

  ButtonSpec command(CommandKind commandKind) {
    String phrase =
        switch (commandKind) {
          case WHY -> "why-ask";
          case HELP_ME -> "what-means";
          case CHANGE -> "change-answer";
          default -> commandKind.word();
        };
    ButtonSpec button = button(phrase, new ButtonAction.RunCommand(commandKind));
    return MAIN.contains(commandKind) ? button.as(Button.Kind.PRIMARY) : button;
  }

  ButtonSpec button(String phrase, ButtonAction action) {
    return new ButtonSpec(conversation.phrase(phrase), action);
  }

  /** Arranges short buttons two in a row and long ones alone. */
  static List<List<ButtonSpec>> pairs(List<ButtonSpec> buttons) {
    List<List<ButtonSpec>> rows = new ArrayList<>();
    for (ButtonSpec button : buttons) {
      boolean joins =
          !rows.isEmpty()
              && rows.getLast().size() == 1
              && isShort(rows.getLast().getFirst())
              && isShort(button);
      if (joins) {
        rows.set(rows.size() - 1, List.of(rows.getLast().getFirst(), button));
      } else {
        rows.add(List.of(button));
      }
    }
    return rows;
  }

  private static boolean isShort(ButtonSpec button) {
    return button.label().length() <= HALF_ROW;
  }
}
