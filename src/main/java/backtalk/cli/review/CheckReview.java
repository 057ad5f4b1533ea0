package backtalk.cli.review;

import backtalk.conversation.Claim;
import backtalk.conversation.Denial;
import backtalk.conversation.Fact;
import backtalk.conversation.Guard;
import backtalk.conversation.Outcome;
import backtalk.conversation.Prompt;
import backtalk.conversation.State;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Transition;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Writes the check: every fact, how serious it is, on which claims, and how it is asked; then every
 * state, what it asks, and where the answers lead.
 */
record CheckReview(ReviewDocument document) {

  void write() {
    document.section("Facts");
    machine().facts().values().forEach(this::write);
    writeQuestions();
  }

  private StateMachine machine() {
    return document.conversation().machine();
  }

  private void write(Fact fact) {
    document
        .entry(fact.words().name(), fact.id())
        .item("If yes", document.level(fact.severity().ifYes()))
        .item("If not sure", document.level(fact.severity().ifUnsure()));
    if (fact.severity().ifYes().isEmpty()) {
      document.item("Level", "none: it only chooses texts");
    }
    document.item("How it becomes known", known(fact));
    Map<String, Fact> facts = machine().facts();
    document.item("Needed for a calm ending only with", names(Denial.neededIf(facts, fact)));
    if (!fact.workedOut()) {
      document
          .item("Button", fact.words().button())
          .item("Question", fact.words().ask())
          .lines("Why it is asked", fact.words().why())
          .lines("What is meant", fact.words().help());
    }
    fact.source().stream()
        .map(document.conversation().sources().claims()::get)
        .filter(Objects::nonNull)
        .forEach(this::restsOn);
    document.end();
  }

  private void restsOn(Claim claim) {
    document.item("Rests on " + document.source(claim).name(), document.claim(claim));
  }

  private String known(Fact fact) {
    return switch (fact.link()) {
      case Fact.Link.Asked asked -> "asked";
      case Fact.Link.OnlyIfSaid onlyIfSaid -> "never asked, noted when somebody tells it";
      case Fact.Link.PartOf(String whole) ->
          "part of “"
              + names(List.of(whole))
              + "”: a yes here is a yes there, a no there a no here";
      case Fact.Link.Together(List<String> all) ->
          "worked out: yes when all of these are yes: " + names(all);
    };
  }

  private String names(List<String> facts) {
    return facts.stream()
        .map(fact -> machine().fact(fact).words().name())
        .collect(Collectors.joining("; "));
  }

  private void writeQuestions() {
    document
        .section("Questions and where they lead")
        .paragraph("The first way whose condition holds is taken.")
        .entry("At any moment, before anything else");
    write(machine().anywhere());
    machine().states().values().forEach(this::write);
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
