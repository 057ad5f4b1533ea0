package backtalk.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The finite state machine: the place in it is a function of the facts.
 *
 * <p>Because {@link #where} is asked anew after each change of the facts, what is known is never
 * asked again, and back, correction, prefilled facts and a changed conversation need no machinery
 * of their own. The states form an acyclic graph (checked when the files are read), so every walk
 * ends.
 *
 * @param begin the state where a check begins
 * @param anywhere transitions to outcomes that are listened for at every moment, first match wins
 */
public record StateMachine(
    String begin,
    List<Transition> anywhere,
    Map<String, State> states,
    Map<String, Outcome> outcomes,
    Map<String, Fact> facts) {

  private static final Set<Answer> YES = Set.of(Answer.YES);

  public StateMachine {
    anywhere = List.copyOf(anywhere);
  }

  /** Where somebody stands of whom this is known. */
  public Position where(FactLookup known, boolean begun) {
    return switch (walk(known, begun).end()) {
      case StatePath.End.Nowhere nowhere -> new Position.Welcome();
      case StatePath.End.Open(State state) -> new Position.Asking(state, open(state, known));
      case StatePath.End.At(Outcome outcome) -> new Position.Ended(outcome);
    };
  }

  /**
   * Walks to where somebody stands of whom this is known. It reads no more facts than it needs to
   * find its end: of an open state, only up to the first fact that is open.
   */
  public StatePath walk(FactLookup known, boolean begun) {
    OptionalInt always = firstOpen(anywhere, known);
    if (always.isPresent()) {
      StatePath.TransitionRef transitionRef =
          new StatePath.TransitionRef(StatePath.TransitionRef.ANYWHERE, always.getAsInt());
      return new StatePath(
          List.of(),
          List.of(transitionRef),
          new StatePath.End.At(outcome(anywhere.get(transitionRef.index()).to())));
    }
    return begun
        ? walkFrom(begin, known)
        : new StatePath(List.of(), List.of(), new StatePath.End.Nowhere());
  }

  private StatePath walkFrom(String from, FactLookup known) {
    List<State> passed = new ArrayList<>();
    List<StatePath.TransitionRef> taken = new ArrayList<>();
    String at = from;
    while (states.containsKey(at)) {
      State state = state(at);
      passed.add(state);
      if (asks(state, known)) {
        return new StatePath(passed, taken, new StatePath.End.Open(state));
      }
      int way = firstOpen(state.then(), known).orElseThrow(() -> stuck(state));
      taken.add(new StatePath.TransitionRef(at, way));
      at = state.then().get(way).to();
    }
    return new StatePath(passed, taken, new StatePath.End.At(outcome(at)));
  }

  private static IllegalStateException stuck(State state) {
    return new IllegalStateException("no way on from state " + state.id());
  }

  private static OptionalInt firstOpen(List<Transition> ways, FactLookup known) {
    for (int way = 0; way < ways.size(); way++) {
      if (ways.get(way).when().holds(known)) {
        return OptionalInt.of(way);
      }
    }
    return OptionalInt.empty();
  }

  private boolean asks(State state, FactLookup known) {
    for (String fact : state.prompt().facts()) {
      if (isOpen(state, fact, known)) {
        return true;
      }
    }
    return false;
  }

  /**
   * How many questions are left for somebody who denies whatever is asked, the open one included.
   * What is listened for at every moment is left out: a no brings nothing of that about.
   */
  public int left(FactLookup known) {
    AllDenied denial = new AllDenied(this, known);
    int questions = 0;
    String at = begin;
    while (states.containsKey(at)) {
      State state = state(at);
      List<String> open = open(state, denial);
      if (!open.isEmpty()) {
        questions++;
        denial.deny(open);
      }
      int way = firstOpen(state.then(), denial).orElseThrow(() -> stuck(state));
      at = state.then().get(way).to();
    }
    return questions;
  }

  /** The facts that a state has left to ask, in the order of the file. */
  public List<String> open(State state, FactLookup known) {
    return state.prompt().facts().stream().filter(fact -> isOpen(state, fact, known)).toList();
  }

  /** True when a state has this of its facts left to ask. */
  public boolean isOpen(State state, String fact, FactLookup known) {
    return switch (state.prompt()) {
      case Prompt.AnyOf any -> isUnknown(fact, known);
      case Prompt.OneOf one -> isUnknown(fact, known) && staysOpen(fact, one.facts(), known);
      case Prompt.Nothing nothing -> false;
    };
  }

  private static boolean isUnknown(String fact, FactLookup known) {
    return !known.is(fact, Answer.SETTLED);
  }

  /**
   * One yes is enough, unless a part of it, or something more serious, is still unknown: a person
   * who volunteers that it is stiff has not said that it does not hurt.
   */
  private boolean staysOpen(String fact, List<String> asked, FactLookup known) {
    if (fact(fact).link() instanceof Fact.Link.PartOf(String whole)
        && asked.contains(whole)
        && known.is(whole, YES)) {
      return true;
    }
    int serious = seriousness(fact);
    for (String other : asked) {
      if (seriousness(other) >= serious && known.is(other, YES)) {
        return false;
      }
    }
    return true;
  }

  private int seriousness(String fact) {
    return fact(fact).severity().ifYes().map(Urgency::ordinal).orElse(-1);
  }

  /** The state of that id, which must exist. */
  public State state(String id) {
    return required(states, id);
  }

  /** The outcome of that id, which must exist. */
  public Outcome outcome(String id) {
    return required(outcomes, id);
  }

  /** The fact of that id, which must exist. */
  public Fact fact(String id) {
    return required(facts, id);
  }

  private static <T> T required(Map<String, T> all, String id) {
    T found = all.get(id);
    if (found == null) {
      throw new IllegalArgumentException("the conversation has no " + id);
    }
    return found;
  }
}
