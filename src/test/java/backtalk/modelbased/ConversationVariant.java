package backtalk.modelbased;

import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Fact.Link.PartOf;
import backtalk.conversation.Fact.Link.Together;
import backtalk.conversation.Guard;
import backtalk.conversation.Prompt;
import backtalk.conversation.State;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Transition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds another version of a conversation, in which one fact is missing. */
record ConversationVariant(Conversation of, String without) {

  Conversation conversation() {
    Conversation.About about = of.about();
    return new Conversation(
        new Conversation.About(
            about.id(),
            about.title(),
            about.language(),
            about.hash() + " without " + without,
            about.freshFor()),
        of.factRenames(),
        machine(of.machine()),
        of.topics(),
        of.topicGroups(),
        of.cautions(),
        of.sources(),
        of.phrases(),
        of.wording(),
        of.mostAsked());
  }

  private StateMachine machine(StateMachine machine) {
    Map<String, State> states = new LinkedHashMap<>();
    machine.states().forEach((id, state) -> states.put(id, state(state)));
    Map<String, Fact> facts = new LinkedHashMap<>();
    machine.facts().values().stream()
        .filter(fact -> !isMissing(fact))
        .forEach(fact -> facts.put(fact.id(), fact(fact)));
    return new StateMachine(
        machine.begin(), transitions(machine.anywhere()), states, machine.outcomes(), facts);
  }

  private boolean isMissing(Fact fact) {
    return fact.id().equals(without)
        || (fact.link() instanceof Together(List<String> all) && all.contains(without));
  }

  private Fact fact(Fact fact) {
    return switch (fact.link()) {
      case PartOf(String whole) when whole.equals(without) -> linked(fact, List.of());
      case Fact.Link.Asked(List<String> neededIf) -> linked(fact, others(neededIf));
      default -> fact;
    };
  }

  private static Fact linked(Fact fact, List<String> neededIf) {
    return new Fact(
        fact.id(), fact.words(), fact.severity(), new Fact.Link.Asked(neededIf), fact.source());
  }

  private List<String> others(List<String> facts) {
    return facts.stream().filter(fact -> !fact.equals(without)).toList();
  }

  private State state(State state) {
    return new State(
        state.id(), state.question(), prompt(state.prompt()), transitions(state.then()));
  }

  private Prompt prompt(Prompt prompt) {
    List<String> left = others(prompt.facts());
    return switch (prompt) {
      case Prompt.Nothing nothing -> nothing;
      case Prompt some when left.isEmpty() -> new Prompt.Nothing();
      case Prompt.AnyOf any -> new Prompt.AnyOf(left, any.askEach());
      case Prompt.OneOf one -> new Prompt.OneOf(left, one.none(), one.askEach());
    };
  }

  private List<Transition> transitions(List<Transition> all) {
    return all.stream()
        .map(
            transition ->
                new Transition(
                    guard(transition.when()).orElseGet(() -> new Guard.Any(List.of())),
                    transition.to()))
        .toList();
  }

  private Optional<Guard> guard(Guard guard) {
    return switch (guard) {
      case Guard.Is(String fact, var answers) ->
          Optional.of(guard).filter(g -> !fact.equals(without));
      case Guard.Any(List<Guard> guards) -> Optional.of(new Guard.Any(guards(guards)));
      case Guard.All(List<Guard> guards) -> Optional.of(new Guard.All(guards(guards)));
    };
  }

  private List<Guard> guards(List<Guard> guards) {
    return guards.stream().flatMap(guard -> guard(guard).stream()).toList();
  }
}
