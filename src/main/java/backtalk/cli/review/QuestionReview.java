package backtalk.cli.review;

import backtalk.conversation.Guard;
import backtalk.conversation.Outcome;
import backtalk.conversation.Prompt;
import backtalk.conversation.State;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Transition;
import java.util.List;
import java.util.stream.Collectors;

/** Writes every state: what it asks, and where the answers lead. */
record QuestionReview(ReviewDocument document) {

  void write() {
    document
        .section("Questions and where they lead")
        .paragraph("The first way whose condition holds is taken.")
        .entry("At any moment, before anything else");
    write(machine().anywhere());
    machine().states().values().forEach(this::write);
  }

  private StateMachine machine() {
    return document.conversation().machine();
  }

  private void write(State state) {
    boolean first = state.id().equals(machine().begin());
    document
        .entry(state.question().title(), state.id())
        .item("Order", first ? "the check begins here" : "")
        .item("Question", state.question().say())
        .lines("Why it is asked", state.question().why())
        .lines("What is meant", state.question().help());
    switch (state.prompt()) {
      case Prompt.Nothing nothing -> document.item("Asks", "nothing, only decides");
      case Prompt.AnyOf any -> asks("any number of", any, "");
      case Prompt.OneOf one -> asks("one of", one, one.none());
    }
    write(state.then());
  }

  private void asks(String many, Prompt prompt, String none) {
    String buttons =
        prompt.facts().stream()
            .map(fact -> machine().fact(fact).words().button())
            .collect(Collectors.joining("; "));
    document
        .item("Asks", many + ": " + buttons)
        .item("Button for none", none)
        .item("Not sure", prompt.asksEach() ? "asks one by one" : "counts for all of them");
  }

  private void write(List<Transition> transitions) {
    for (Transition transition : transitions) {
      boolean always = transition.when().equals(Guard.always());
      document.item(
          "Leads to " + target(transition.to()),
          always ? "otherwise" : "if " + document.condition(transition.when()));
    }
    document.end();
  }

  private String target(String id) {
    Outcome outcome = machine().outcomes().get(id);
    return outcome == null
        ? "“" + machine().state(id).question().title() + "” (`" + id + "`)"
        : "the ending `" + outcome.id() + "`";
  }
}
