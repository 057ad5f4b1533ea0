package backtalk.dialogue.rendering;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Position;
import backtalk.conversation.Prompt;
import backtalk.conversation.State;
import backtalk.conversation.StateMachine;
import backtalk.dialogue.Confirmation;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Facts;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.Message;
import backtalk.dialogue.OpenQuestion;
import backtalk.dialogue.handling.RetractionHandler;
import backtalk.dialogue.input.ButtonAction;
import backtalk.dialogue.input.CommandKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Renders the open question: its text and the buttons that answer it. */
public final class QuestionRenderer {

  /** Limits the label length, in UTF-16 units, of buttons shown two in a row on a phone. */
  private static final int HALF_ROW = 16;

  /** Limits how many UTF-16 units of the person's own text are quoted. */
  private static final int QUOTED = 120;

  private final StateMachine machine;
  private final MessageCatalog phrases;
  private final AnswerSummary answerSummary;
  private final RetractionHandler retractionHandler;

  public QuestionRenderer(Conversation conversation) {
    this.machine = conversation.machine();
    this.phrases = new MessageCatalog(conversation);
    this.answerSummary = new AnswerSummary(machine, phrases);
    this.retractionHandler = new RetractionHandler(machine, phrases);
  }

  /** Represents the open question: one fact, the facts of a state, or a confirmation. */
  public sealed interface Open {

    /** Asks one fact; {@code state} is empty when the fact is confirmed or changed. */
    record Single(Fact fact, Optional<State> state) implements Open {}

    /** Asks which of the facts of a state apply, or none. */
    record Group(State state, List<Fact> facts) implements Open {}

    /** Asks for a yes or a no to a confirmation; {@code yes} and {@code no} are ids of phrases. */
    record YesNo(String ask, String yes, String no) implements Open {}
  }

  /** Returns the open question of a dialogue, or empty when none is open. */
  public Optional<Open> open(Dialogue dialogue, Position position) {
    return dialogue
        .question()
        .pending()
        .map(confirmation -> pending(confirmation, dialogue.facts()))
        .or(
            () ->
                position instanceof Position.Asking(State state, List<String> open)
                    ? Optional.of(asking(dialogue.question(), state, open))
                    : Optional.empty());
  }

  private Open pending(Confirmation confirmation, Facts facts) {
    return switch (confirmation) {
      case Confirmation.OfFact(String fact) ->
          new Open.Single(machine.fact(fact), Optional.empty());
      case Confirmation.Forget forget -> yesNo(phrases.text("forget-ask"), "forget");
      case Confirmation.StartOver over -> yesNo(phrases.text("start-over-ask"), "start-over");
      case Confirmation.Retraction retraction -> {
        Map<String, String> named = Map.of("facts", retractionHandler.factList(retraction, facts));
        yield yesNo(phrases.text("undo-ask", named), "undo");
      }
    };
  }

  private static Open yesNo(String ask, String name) {
    return new Open.YesNo(ask, name + "-yes", name + "-no");
  }

  private Open asking(OpenQuestion question, State state, List<String> open) {
    boolean single = open.size() == 1 || question.each().equals(Optional.of(state.id()));
    return single
        ? new Open.Single(machine.fact(open.getFirst()), Optional.of(state))
        : new Open.Group(state, open.stream().map(machine::fact).toList());
  }

  /** Renders the message that asks the question. */
  Message message(Open open, Dialogue dialogue, List<String> notes, Optional<String> quote) {
    TextBuilder text = new TextBuilder();
    notes.forEach(text::paragraph);
    if (inCheck(open)) {
      text.paragraph(FormattedText.Style.ITALIC, progress(dialogue));
      text.paragraph(FormattedText.Style.QUOTE, answersSoFar(dialogue.facts()));
    }
    addQuestion(text, open, quote);
    return new Message(
        Message.Kind.QUESTION, text.text(), ButtonSpec.buttons(rows(open), dialogue.question()));
  }

  private static boolean inCheck(Open open) {
    return switch (open) {
      case Open.Group group -> true;
      case Open.Single(Fact fact, var state) -> state.isPresent();
      case Open.YesNo yesNo -> false;
    };
  }

  private void addQuestion(TextBuilder text, Open open, Optional<String> quote) {
    switch (open) {
      case Open.Single(Fact fact, var state) ->
          text.paragraph(FormattedText.Style.BOLD, questionText(fact.words().ask(), state, quote));
      case Open.Group(State state, List<Fact> facts) -> {
        text.paragraph(FormattedText.Style.BOLD, state.question().say());
        if (state.prompt() instanceof Prompt.AnyOf) {
          text.bullets(facts.stream().map(fact -> fact.words().name()).toList());
        }
      }
      case Open.YesNo(String ask, String yes, String no) ->
          text.paragraph(FormattedText.Style.BOLD, ask);
    }
  }

  /** Returns the question; outside a check it asks for confirmation and quotes the person. */
  private String questionText(String ask, Optional<State> state, Optional<String> quote) {
    String confirming =
        quote
            .map(text -> phrases.text("confirm", Map.of("text", shortened(text), "ask", ask)))
            .orElseGet(() -> phrases.text("confirm-plain", Map.of("ask", ask)));
    return state.isPresent() ? ask : confirming;
  }

  private static String shortened(String text) {
    return text.length() <= QUOTED
        ? text
        : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, QUOTED))) + "…";
  }

  private String progress(Dialogue dialogue) {
    int current = questionCount(machine.path(dialogue.facts(), true).passed());
    int most = current - 1 + machine.questionsLeft(dialogue.facts());
    return phrases.text(
        "progress", Map.of("n", String.valueOf(current), "most", String.valueOf(most)));
  }

  private static int questionCount(List<State> passed) {
    return (int) passed.stream().filter(state -> !state.prompt().facts().isEmpty()).count();
  }

  /** Returns the recorded answers, which replace a closed question; empty when there are none. */
  public Optional<FormattedText> answered(Facts facts) {
    return Optional.of(answersSoFar(facts)).filter(text -> !text.isEmpty()).map(FormattedText::of);
  }

  private String answersSoFar(Facts facts) {
    List<String> lines = answerSummary.of(facts);
    return lines.isEmpty() ? "" : phrases.text("told-so-far") + "\n" + String.join("\n", lines);
  }

  /** Returns the buttons of a question. */
  public List<List<ButtonSpec>> rows(Open open) {
    return switch (open) {
      case Open.Single(Fact fact, var state) -> single(fact, state.isPresent());
      case Open.Group(State state, List<Fact> facts) -> group(state, facts);
      case Open.YesNo(String ask, String yes, String no) ->
          List.of(
              List.of(
                  new ButtonSpec(phrases.text(yes), new ButtonAction.Confirm(true)),
                  new ButtonSpec(phrases.text(no), new ButtonAction.Confirm(false))));
    };
  }

  private List<List<ButtonSpec>> single(Fact fact, boolean inCheck) {
    List<ButtonSpec> answers =
        List.of(
            new ButtonSpec(phrases.text("yes"), new ButtonAction.AnswerFact(fact.id(), Answer.YES)),
            new ButtonSpec(phrases.text("no"), new ButtonAction.AnswerFact(fact.id(), Answer.NO)),
            new ButtonSpec(
                phrases.text("not-sure"), new ButtonAction.AnswerFact(fact.id(), Answer.UNSURE)));
    ButtonSpec skip =
        new ButtonSpec(
            phrases.text("skip"), new ButtonAction.AnswerFact(fact.id(), Answer.SKIPPED));
    return List.of(
        answers, explanationButtons(), inCheck ? List.of(skip, back()) : List.of(back()));
  }

  private List<List<ButtonSpec>> group(State state, List<Fact> facts) {
    List<List<ButtonSpec>> rows =
        new ArrayList<>(pairs(facts.stream().map(QuestionRenderer::yesButton).toList()));
    String none =
        state.prompt() instanceof Prompt.OneOf one ? one.none() : phrases.text("none-of-these");
    rows.add(
        List.of(
            new ButtonSpec(none, new ButtonAction.AnswerRest(Answer.NO)),
            new ButtonSpec(phrases.text("not-sure"), new ButtonAction.AnswerRest(Answer.UNSURE))));
    rows.add(explanationButtons());
    rows.add(
        List.of(
            new ButtonSpec(phrases.text("skip"), new ButtonAction.AnswerRest(Answer.SKIPPED)),
            back()));
    return rows;
  }

  private static ButtonSpec yesButton(Fact fact) {
    return new ButtonSpec(
        fact.words().button(), new ButtonAction.AnswerFact(fact.id(), Answer.YES));
  }

  private List<ButtonSpec> explanationButtons() {
    return List.of(
        new ButtonSpec(phrases.text("why-ask"), new ButtonAction.RunCommand(CommandKind.WHY)),
        new ButtonSpec(
            phrases.text("what-means"), new ButtonAction.RunCommand(CommandKind.HELP_ME)));
  }

  private ButtonSpec back() {
    return new ButtonSpec(phrases.text("back"), new ButtonAction.RunCommand(CommandKind.BACK));
  }

  /** Arranges short buttons two in a row and long ones alone. */
  static List<List<ButtonSpec>> pairs(List<ButtonSpec> buttons) {
    List<List<ButtonSpec>> rows = new ArrayList<>();
    for (ButtonSpec button : buttons) {
      boolean joins =
          !rows.isEmpty()
              && rows.getLast().size() == 1
              && shortEnough(rows.getLast().getFirst())
              && shortEnough(button);
      if (joins) {
        rows.set(rows.size() - 1, List.of(rows.getLast().getFirst(), button));
      } else {
        rows.add(List.of(button));
      }
    }
    return rows;
  }

  private static boolean shortEnough(ButtonSpec button) {
    return button.label().length() <= HALF_ROW;
  }
}
