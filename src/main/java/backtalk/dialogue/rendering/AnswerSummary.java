package backtalk.dialogue.rendering;

import backtalk.conversation.Answer;
import backtalk.conversation.Prompt;
import backtalk.conversation.State;
import backtalk.conversation.StateMachine;
import backtalk.dialogue.Facts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Summarises the recorded answers in one line for each question asked. */
record AnswerSummary(StateMachine machine, MessageCatalog phrases) {

  /**
   * Returns a heading with a line for each passed question answered in part or in whole, then one
   * for each fact that was mentioned unasked; "" when there is no line.
   */
  String told(List<State> passed, Facts facts) {
    List<String> lines = new ArrayList<>();
    lines.add(phrases.text("told-so-far"));
    Set<String> asked = new HashSet<>();
    for (State state : passed) {
      lines.addAll(line(state, facts));
      asked.addAll(state.prompt().facts());
    }
    facts.values().keySet().stream()
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
}
