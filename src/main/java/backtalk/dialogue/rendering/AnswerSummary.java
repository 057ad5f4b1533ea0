package backtalk.dialogue.rendering;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.conversation.Prompt;
import backtalk.conversation.State;
import backtalk.conversation.StateMachine;
import backtalk.dialogue.FactValue;
import backtalk.dialogue.Facts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Summarises the recorded answers in one line for each question asked. */
record AnswerSummary(StateMachine machine, MessageCatalog phrases) {

  /**
   * Returns a line for each question answered in part or in whole, then one for each fact that was
   * mentioned unasked.
   */
  List<String> of(Facts facts) {
    List<String> lines = new ArrayList<>();
    Set<String> asked = new HashSet<>();
    for (State state : machine.path(facts, true).passed()) {
      lines.addAll(line(state, facts));
      asked.addAll(state.prompt().facts());
    }
    volunteered(facts, asked).forEach(lines::add);
    return lines;
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

  private Stream<String> volunteered(Facts facts, Set<String> asked) {
    return facts.values().keySet().stream()
        .filter(fact -> !asked.contains(fact))
        .map(fact -> answer(fact, facts));
  }

  /** Returns each fact with its answer, in the order recorded. */
  List<String> all(Facts facts) {
    return facts.values().entrySet().stream().map(this::entry).toList();
  }

  private String entry(Map.Entry<String, FactValue> entry) {
    Fact fact = machine.fact(entry.getKey());
    return phrases.answer(fact, entry.getValue().answer());
  }
}
