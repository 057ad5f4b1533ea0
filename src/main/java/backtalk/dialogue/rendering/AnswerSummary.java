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

/** The answers given, short enough to stand above a question: one line a question asked. */
record AnswerSummary(StateMachine machine, MessageCatalog phrases) {

  /** A line for each question answered in part or whole, then one for each thing told unasked. */
  List<String> of(Facts facts) {
    List<String> lines = new ArrayList<>();
    Set<String> asked = new HashSet<>();
    for (State state : machine.path(facts, true).passed()) {
      lines.addAll(line(state, facts));
      asked.addAll(state.prompt().facts());
    }
    unasked(facts, asked).forEach(lines::add);
    return lines;
  }

  private List<String> line(State state, Facts facts) {
    List<String> all = state.prompt().facts().stream().filter(facts.told()::containsKey).toList();
    List<String> notNo = all.stream().filter(fact -> !facts.is(fact, Set.of(Answer.NO))).toList();
    if (all.isEmpty() || (notNo.isEmpty() && all.size() < state.prompt().facts().size())) {
      return List.of();
    }
    String said =
        notNo.isEmpty()
            ? denied(state.prompt())
            : String.join(", ", notNo.stream().map(fact -> said(fact, facts)).toList());
    return List.of(state.question().title() + ": " + said);
  }

  private String denied(Prompt prompt) {
    return switch (prompt) {
      case Prompt.OneOf one -> one.none();
      case Prompt.AnyOf any -> phrases.say(any.facts().size() == 1 ? "value-no" : "value-none");
      case Prompt.Nothing nothing -> "";
    };
  }

  /** A yes needs no word beside its name. */
  private String said(String fact, Facts facts) {
    return facts.is(fact, Set.of(Answer.YES))
        ? machine.fact(fact).words().button()
        : told(fact, facts);
  }

  private String told(String fact, Facts facts) {
    return phrases.told(machine.fact(fact), facts.answer(fact).orElseThrow());
  }

  private Stream<String> unasked(Facts facts, Set<String> asked) {
    return facts.told().keySet().stream()
        .filter(fact -> !asked.contains(fact))
        .map(fact -> told(fact, facts));
  }

  /** Every answer by its fact, in the order given. */
  List<String> whole(Facts facts) {
    return facts.told().entrySet().stream().map(this::whole).toList();
  }

  private String whole(Map.Entry<String, FactValue> entry) {
    Fact fact = machine.fact(entry.getKey());
    return phrases.told(fact, entry.getValue().answer());
  }
}
