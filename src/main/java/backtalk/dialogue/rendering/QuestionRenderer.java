package backtalk.dialogue.rendering;

import backtalk.conversation.Fact;
import backtalk.conversation.Prompt;
import backtalk.conversation.SourcedText;
import backtalk.conversation.State;
import backtalk.dialogue.Facts;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.Message;
import backtalk.dialogue.Question;
import backtalk.dialogue.Situation;
import backtalk.dialogue.input.ButtonSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Renders the open question, its reason and its help. */
record QuestionRenderer(MessageCatalog phrases, AnswerSummary answerSummary) {

  /** Limits how many UTF-16 units of the person's own text are quoted. */
  private static final int QUOTED = 120;

  /** Limits how many facts the question about an undo names. */
  private static final int NAMED = 3;

  /** Renders the message that asks the question, with these notes in front. */
  Message message(Question question, Situation at, List<String> notes, Optional<String> quote) {
    TextBuilder text = new TextBuilder();
    notes.forEach(text::paragraph);
    switch (question) {
      case Question.Single(var state, Fact fact) -> progress(text, at).title(fact.words().ask());
      case Question.Group(State state, List<Fact> facts) -> {
        progress(text, at).title(state.question().say());
        if (state.prompt() instanceof Prompt.AnyOf) {
          text.bullets(facts.stream().map(fact -> fact.words().name()).toList());
        }
      }
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
    return phrases.list(answers, NAMED);
  }

  /** Adds how far the check is, and the answers so far. */
  private TextBuilder progress(TextBuilder text, Situation at) {
    List<State> passed = at.machine().path(at.facts(), true).passed();
    int current = (int) passed.stream().filter(state -> !state.prompt().facts().isEmpty()).count();
    int most = current - 1 + at.machine().questionsLeft(at.facts());
    String words =
        phrases.text(
            "progress", Map.of("n", String.valueOf(current), "most", String.valueOf(most)));
    return text.paragraph(FormattedText.Style.ITALIC, words)
        .paragraph(FormattedText.Style.QUOTE, answerSummary.told(passed, at.facts()));
  }

  /** Returns why a question is asked. */
  static List<SourcedText> why(Question question) {
    return switch (question) {
      case Question.Single(var state, Fact fact) -> fact.words().why();
      case Question.Group(State state, var facts) -> state.question().why();
      case Question.Again(Fact fact) -> fact.words().why();
      case Question.YesNo yesNo -> List.of();
    };
  }

  /** Returns what a question means. */
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
