package backtalk.dialogue.rendering;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.conversation.Prompt;
import backtalk.conversation.SourcedText;
import backtalk.conversation.State;
import backtalk.conversation.StateMachine;
import backtalk.dialogue.Facts;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.Message;
import backtalk.dialogue.Question;
import backtalk.dialogue.Situation;
import backtalk.dialogue.input.ButtonSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Renders the open question, how far the check is, and the answers so far. */
record QuestionRenderer(StateMachine machine, MessageCatalog phrases) {

  /** Limits how many UTF-16 units of the person's own text are quoted. */
  private static final int QUOTED = 120;

  /** Renders the message that asks the question, with these notes in front. */
  Message message(Question question, Situation at, List<String> notes, Optional<String> quote) {
    TextBuilder text = new TextBuilder();
    notes.forEach(text::paragraph);
    switch (question) {
      case Question.Single(var state, Fact fact) -> progress(text, at).title(fact.words().ask());
      case Question.Group(State state, var facts) ->
          progress(text, at).title(state.question().say());
      case Question.Again(Fact fact) -> text.title(confirming(fact.words().ask(), quote));
      case Question.YesNo(String name, List<Fact> undone) ->
          text.title(phrases.text(name + "-ask", Map.of("facts", named(undone, at.facts()))));
    }
    return new Message(
        Message.Kind.QUESTION,
        text.text(),
        ButtonSpec.buttons(at.buttons(), at.dialogue().question()));
  }

  private String confirming(String ask, Optional<String> quote) {
    return quote
        .map(text -> phrases.text("confirm", Map.of("text", shortened(text), "ask", ask)))
        .orElseGet(() -> phrases.text("confirm-plain", Map.of("ask", ask)));
  }

  private static String shortened(String text) {
    return text.length() <= QUOTED
        ? text
        : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, QUOTED))) + "…";
  }

  private String named(List<Fact> undone, Facts facts) {
    List<String> answers =
        undone.stream()
            .map(fact -> phrases.answer(fact, facts.answer(fact.id()).orElseThrow()))
            .toList();
    return MessageCatalog.list(answers);
  }

  /** Adds how far the check is, and the answers so far. */
  private TextBuilder progress(TextBuilder text, Situation at) {
    List<State> passed = machine.path(at.facts(), true).passed();
    int current = (int) passed.stream().filter(state -> !state.prompt().facts().isEmpty()).count();
    int most = current - 1 + machine.questionsLeft(at.facts());
    String words =
        phrases.text(
            "progress", Map.of("n", String.valueOf(current), "most", String.valueOf(most)));
    return text.paragraph(FormattedText.Style.ITALIC, words)
        .paragraph(FormattedText.Style.QUOTE, told(passed, at.facts()));
  }

  /** Returns the recorded answers, which replace a closed question; empty when there are none. */
  Optional<FormattedText> answered(Facts facts) {
    return Optional.of(told(machine.path(facts, true).passed(), facts))
        .filter(text -> !text.isEmpty())
        .map(FormattedText::of);
  }

  /**
   * Returns a heading with a line for each passed question answered in part or in whole, then one
   * for each fact that was mentioned unasked; "" when there is no line.
   */
  private String told(List<State> passed, Facts facts) {
    List<String> lines = new ArrayList<>();
    lines.add(phrases.text("told-so-far"));
    Set<String> asked = new HashSet<>();
    for (State state : passed) {
      lines.addAll(line(state, facts));
      asked.addAll(state.prompt().facts());
    }
    phrases
        .told(facts)
        .map(Map.Entry::getKey)
        .filter(fact -> !asked.contains(fact))
        .map(fact -> answer(fact, facts))
        .forEach(lines::add);
    return lines.size() == 1 ? "" : String.join("\n", lines);
  }

  private List<String> line(State state, Facts facts) {
    List<String> all = state.prompt().facts().stream().filter(facts.values()::containsKey).toList();
    List<String> notNo = all.stream().filter(fact -> !facts.is(fact, Set.of(Answer.NO))).toList();
    if (all.isEmpty() || (notNo.isEmpty() && all.size() < state.prompt().facts().size())) {
      return List.of();
    }
    String answers =
        notNo.isEmpty()
            ? denied(state.prompt())
            : String.join(", ", notNo.stream().map(fact -> shortAnswer(fact, facts)).toList());
    return List.of(state.question().title() + ": " + answers);
  }

  private String denied(Prompt prompt) {
    return switch (prompt) {
      case Prompt.OneOf one -> one.none();
      case Prompt.AnyOf any -> phrases.text(any.facts().size() == 1 ? "value-no" : "value-none");
      case Prompt.Nothing nothing -> "";
    };
  }

  /** Returns the button label alone for a yes, else the label with its answer. */
  private String shortAnswer(String fact, Facts facts) {
    return facts.is(fact, Set.of(Answer.YES))
        ? machine.fact(fact).words().button()
        : answer(fact, facts);
  }

  private String answer(String fact, Facts facts) {
    return phrases.answer(machine.fact(fact), facts.answer(fact).orElseThrow());
  }

  static List<SourcedText> why(Question question) {
    return switch (question) {
      case Question.Single(var state, Fact fact) -> fact.words().why();
      case Question.Group(State state, var facts) -> state.question().why();
      case Question.Again(Fact fact) -> fact.words().why();
      case Question.YesNo yesNo -> List.of();
    };
  }

  static List<SourcedText> help(Question question) {
    List<SourcedText> ofGroup =
        question instanceof Question.Group(State state, var facts)
            ? state.question().help()
            : List.of();
    return Stream.concat(
            ofGroup.stream(),
            question.asked().stream().flatMap(fact -> fact.words().help().stream()))
        .toList();
  }
}
