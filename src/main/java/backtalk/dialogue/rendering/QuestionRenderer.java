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

/** Sets out the open question: its words, and the buttons that answer it. */
public final class QuestionRenderer {

  /** Buttons up to this many letters stand two in a row on a phone. */
  private static final int HALF_ROW = 16;

  /** How much of a person's own words is said back to them. */
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

  /** What is asked: a fact alone, a group of a state, or a small question of the dialogue's own. */
  public sealed interface Open {

    /** One fact, asked by its own words; {@code state} empty: it is confirmed or changed. */
    record Single(Fact fact, Optional<State> state) implements Open {}

    /** Which of these, or none. */
    record Group(State state, List<Fact> facts) implements Open {}

    /** Yes or no to a small question. */
    record Small(String ask, String yes, String no) implements Open {}
  }

  /** The open question of a dialogue; empty where nothing is asked. */
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
      case Confirmation.Forget forget -> small(phrases.say("forget-ask"), "forget");
      case Confirmation.StartOver over -> small(phrases.say("start-over-ask"), "start-over");
      case Confirmation.Retraction retraction -> {
        Map<String, String> named = Map.of("facts", retractionHandler.named(retraction, facts));
        yield small(phrases.say("undo-ask", named), "undo");
      }
    };
  }

  private static Open small(String ask, String name) {
    return new Open.Small(ask, name + "-yes", name + "-no");
  }

  private Open asking(OpenQuestion question, State state, List<String> open) {
    boolean single = open.size() == 1 || question.each().equals(Optional.of(state.id()));
    return single
        ? new Open.Single(machine.fact(open.getFirst()), Optional.of(state))
        : new Open.Group(state, open.stream().map(machine::fact).toList());
  }

  /** The message that asks it. */
  Message message(Open open, Dialogue dialogue, List<String> notes, Optional<String> quote) {
    TextBuilder writer = new TextBuilder();
    notes.forEach(writer::paragraph);
    if (inCheck(open)) {
      writer.paragraph(FormattedText.Style.ITALIC, progress(dialogue));
      writer.paragraph(FormattedText.Style.QUOTE, answersSoFar(dialogue.facts()));
    }
    write(writer, open, quote);
    return new Message(
        Message.Kind.QUESTION, writer.text(), ButtonSpec.buttons(rows(open), dialogue.question()));
  }

  private static boolean inCheck(Open open) {
    return switch (open) {
      case Open.Group group -> true;
      case Open.Single(Fact fact, var state) -> state.isPresent();
      case Open.Small small -> false;
    };
  }

  private void write(TextBuilder writer, Open open, Optional<String> quote) {
    switch (open) {
      case Open.Single(Fact fact, var state) ->
          writer.paragraph(FormattedText.Style.BOLD, asked(fact.words().ask(), state, quote));
      case Open.Group(State state, List<Fact> facts) -> {
        writer.paragraph(FormattedText.Style.BOLD, state.question().say());
        if (state.prompt() instanceof Prompt.AnyOf) {
          writer.bullets(facts.stream().map(fact -> fact.words().name()).toList());
        }
      }
      case Open.Small(String ask, String yes, String no) ->
          writer.paragraph(FormattedText.Style.BOLD, ask);
    }
  }

  /** A question of the check is asked as it is; one that makes sure says so. */
  private String asked(String ask, Optional<State> state, Optional<String> quote) {
    String sure =
        quote
            .map(text -> phrases.say("confirm", Map.of("text", shortened(text), "ask", ask)))
            .orElseGet(() -> phrases.say("confirm-plain", Map.of("ask", ask)));
    return state.isPresent() ? ask : sure;
  }

  private static String shortened(String text) {
    return text.length() <= QUOTED
        ? text
        : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, QUOTED))) + "…";
  }

  private String progress(Dialogue dialogue) {
    int now = asking(machine.path(dialogue.facts(), true).passed());
    int most = now - 1 + machine.questionsLeft(dialogue.facts());
    return phrases.say("progress", Map.of("n", String.valueOf(now), "most", String.valueOf(most)));
  }

  private static int asking(List<State> passed) {
    return (int) passed.stream().filter(state -> !state.prompt().facts().isEmpty()).count();
  }

  /** What a closed question shows instead: the answers given; empty where there are none. */
  public Optional<FormattedText> answered(Facts facts) {
    return Optional.of(answersSoFar(facts)).filter(told -> !told.isEmpty()).map(FormattedText::of);
  }

  private String answersSoFar(Facts facts) {
    List<String> lines = answerSummary.of(facts);
    return lines.isEmpty() ? "" : phrases.say("told-so-far") + "\n" + String.join("\n", lines);
  }

  /** The buttons of a question. */
  public List<List<ButtonSpec>> rows(Open open) {
    return switch (open) {
      case Open.Single(Fact fact, var state) -> single(fact, state.isPresent());
      case Open.Group(State state, List<Fact> facts) -> group(state, facts);
      case Open.Small(String ask, String yes, String no) ->
          List.of(
              List.of(
                  new ButtonSpec(phrases.say(yes), new ButtonAction.Settle(true)),
                  new ButtonSpec(phrases.say(no), new ButtonAction.Settle(false))));
    };
  }

  private List<List<ButtonSpec>> single(Fact fact, boolean inCheck) {
    List<ButtonSpec> answers =
        List.of(
            new ButtonSpec(phrases.say("yes"), new ButtonAction.Tell(fact.id(), Answer.YES)),
            new ButtonSpec(phrases.say("no"), new ButtonAction.Tell(fact.id(), Answer.NO)),
            new ButtonSpec(
                phrases.say("not-sure"), new ButtonAction.Tell(fact.id(), Answer.UNSURE)));
    ButtonSpec skip =
        new ButtonSpec(phrases.say("skip"), new ButtonAction.Tell(fact.id(), Answer.SKIPPED));
    return List.of(answers, aids(), inCheck ? List.of(skip, back()) : List.of(back()));
  }

  private List<List<ButtonSpec>> group(State state, List<Fact> facts) {
    List<List<ButtonSpec>> rows =
        new ArrayList<>(pairs(facts.stream().map(QuestionRenderer::tell).toList()));
    String none =
        state.prompt() instanceof Prompt.OneOf one ? one.none() : phrases.say("none-of-these");
    rows.add(
        List.of(
            new ButtonSpec(none, new ButtonAction.TellRest(Answer.NO)),
            new ButtonSpec(phrases.say("not-sure"), new ButtonAction.TellRest(Answer.UNSURE))));
    rows.add(aids());
    rows.add(
        List.of(
            new ButtonSpec(phrases.say("skip"), new ButtonAction.TellRest(Answer.SKIPPED)),
            back()));
    return rows;
  }

  private static ButtonSpec tell(Fact fact) {
    return new ButtonSpec(fact.words().button(), new ButtonAction.Tell(fact.id(), Answer.YES));
  }

  private List<ButtonSpec> aids() {
    return List.of(
        new ButtonSpec(phrases.say("why-ask"), new ButtonAction.Do(CommandKind.WHY)),
        new ButtonSpec(phrases.say("what-means"), new ButtonAction.Do(CommandKind.HELP_ME)));
  }

  private ButtonSpec back() {
    return new ButtonSpec(phrases.say("back"), new ButtonAction.Do(CommandKind.BACK));
  }

  /** Two short ones in a row, long ones alone. */
  static List<List<ButtonSpec>> pairs(List<ButtonSpec> choices) {
    List<List<ButtonSpec>> rows = new ArrayList<>();
    for (ButtonSpec choice : choices) {
      boolean joins =
          !rows.isEmpty()
              && rows.getLast().size() == 1
              && shortEnough(rows.getLast().getFirst())
              && shortEnough(choice);
      if (joins) {
        rows.set(rows.size() - 1, List.of(rows.getLast().getFirst(), choice));
      } else {
        rows.add(List.of(choice));
      }
    }
    return rows;
  }

  private static boolean shortEnough(ButtonSpec choice) {
    return choice.label().length() <= HALF_ROW;
  }
}
