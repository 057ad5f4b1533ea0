package backtalk.cli.review;

import backtalk.conversation.Claim;
import backtalk.conversation.Denial;
import backtalk.conversation.Fact;
import backtalk.conversation.StateMachine;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Writes every fact: how serious it is, on which claims, and how it is asked. */
record FactReview(ReviewDocument document) {

  void write() {
    document.section("Facts");
    machine().facts().values().forEach(this::write);
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
}
