package backtalk.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Represents a finite state machine whose position is a function of the facts.
 *
 * <p>{@link #where} is evaluated anew after each change of the facts. Known facts are therefore
 * never asked again, and back, correction, prefilled facts and a changed conversation need no code
 * of their own. The states form an acyclic graph (checked by the loader), so every path ends.
 *
 * @param begin the initial state of a check
 * @param anywhere transitions to outcomes that are evaluated in every position; the first whose
 *     guard holds is taken
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

  public Position where(FactLookup known, boolean begun) {
    return switch (path(known, begun).end()) {
      case StatePath.End.Nowhere nowhere -> new Position.Welcome();
      case StatePath.End.Open(State state) -> new Position.Asking(state, open(state, known));
      case StatePath.End.At(Outcome outcome) -> new Position.Ended(outcome);
    };
  }

  /**
   * Returns the path from the initial state to the position for these facts.
   *
   * <p>It reads no more facts than it needs: in an open state, only up to the first open fact.
   */
  public StatePath path(FactLookup known, boolean begun) {
    OptionalInt first = firstEnabled(anywhere, known);
    if (first.isPresent()) {
      StatePath.TransitionRef taken =
          new StatePath.TransitionRef(StatePath.TransitionRef.ANYWHERE, first.getAsInt());
      return new StatePath(
          List.of(),
          List.of(taken),
          new StatePath.End.At(outcome(anywhere.get(taken.index()).to())));
    }
    return begun
        ? pathFrom(begin, known)
        : new StatePath(List.of(), List.of(), new StatePath.End.Nowhere());
  }

  private StatePath pathFrom(String from, FactLookup known) {
    List<State> passed = new ArrayList<>();
    List<StatePath.TransitionRef> taken = new ArrayList<>();
    String at = from;
    while (states.containsKey(at)) {
      State state = state(at);
      passed.add(state);
      if (hasOpenFact(state, known)) {
        return new StatePath(passed, taken, new StatePath.End.Open(state));
      }
      int index = firstEnabled(state.then(), known).orElseThrow(() -> noTransition(state));
      taken.add(new StatePath.TransitionRef(at, index));
      at = state.then().get(index).to();
    }
    return new StatePath(passed, taken, new StatePath.End.At(outcome(at)));
  }

  private static IllegalStateException noTransition(State state) {
    return new IllegalStateException(
        "no transition of state " + state.id() + " has a guard that holds");
  }

  private static OptionalInt firstEnabled(List<Transition> transitions, FactLookup known) {
    for (int i = 0; i < transitions.size(); i++) {
      if (transitions.get(i).when().holds(known)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  private boolean hasOpenFact(State state, FactLookup known) {
    for (String fact : state.prompt().facts()) {
      if (isOpen(state, fact, known)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Counts the questions left if every question from now on, the open one included, is answered no.
   *
   * <p>Transitions in {@code anywhere} are left out, because a no enables none of them.
   */
  public int questionsLeft(FactLookup known) {
    AllDenied assumed = new AllDenied(this, known);
    int questions = 0;
    String at = begin;
    while (states.containsKey(at)) {
      State state = state(at);
      List<String> open = open(state, assumed);
      if (!open.isEmpty()) {
        questions++;
        assumed.deny(open);
      }
      int index = firstEnabled(state.then(), assumed).orElseThrow(() -> noTransition(state));
      at = state.then().get(index).to();
    }
    return questions;
  }

  /** Returns every transition, those of {@code anywhere} first. */
  public Stream<StatePath.TransitionRef> transitions() {
    return Stream.concat(
        transitions(StatePath.TransitionRef.ANYWHERE, anywhere),
        states.values().stream().flatMap(state -> transitions(state.id(), state.then())));
  }

  private static Stream<StatePath.TransitionRef> transitions(String from, List<Transition> then) {
    return IntStream.range(0, then.size()).mapToObj(i -> new StatePath.TransitionRef(from, i));
  }

  /** Returns the transitions of a state, or those of {@code anywhere}. */
  public List<Transition> transitions(String from) {
    return from.equals(StatePath.TransitionRef.ANYWHERE) ? anywhere : state(from).then();
  }

  /** Returns the facts that a person can answer: all that are not worked out from others. */
  public List<Fact> answerable() {
    return facts.values().stream().filter(fact -> !fact.workedOut()).toList();
  }

  /** Returns the facts that some state asks. */
  public Set<String> asked() {
    return states.values().stream()
        .flatMap(state -> state.prompt().facts().stream())
        .collect(Collectors.toSet());
  }

  /** Returns the facts that a state has left to ask, in the order of the file. */
  public List<String> open(State state, FactLookup known) {
    return state.prompt().facts().stream().filter(fact -> isOpen(state, fact, known)).toList();
  }

  /** Returns true when the state still has to ask this fact. */
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
   * Returns true unless an equally or more severe fact of the question is already a yes.
   *
   * <p>A part of a confirmed fact stays open too. A person who volunteers that the back is stiff
   * has not said that it does not hurt.
   */
  private boolean staysOpen(String fact, List<String> asked, FactLookup known) {
    if (fact(fact).link() instanceof Fact.Link.PartOf(String whole)
        && asked.contains(whole)
        && known.is(whole, YES)) {
      return true;
    }
    int rank = severityRank(fact);
    for (String other : asked) {
      if (severityRank(other) >= rank && known.is(other, YES)) {
        return false;
      }
    }
    return true;
  }

  private int severityRank(String fact) {
    return fact(fact).severity().ifYes().map(Urgency::ordinal).orElse(-1);
  }

  /** Returns the state with this id, which must exist. */
  public State state(String id) {
    return required(states, id);
  }

  /** Returns the outcome with this id, which must exist. */
  public Outcome outcome(String id) {
    return required(outcomes, id);
  }

  /** Returns the fact with this id, which must exist. */
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
