package backtalk.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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
public record Machine(
    String begin,
    List<Transition> anywhere,
    Map<String, State> states,
    Map<String, Outcome> outcomes,
    Map<String, Fact> facts) {

  public Machine {
    anywhere = List.copyOf(anywhere);
  }

  /** Where somebody stands of whom this is known. */
  public Place where(Knowledge known, boolean begun) {
    return walk(known, begun).place();
  }

  /** A walk from the beginning: the states passed, the place's own last, and the place. */
  public record Walk(List<State> passed, Place place) {}

  /** Walks to where somebody stands of whom this is known. */
  public Walk walk(Knowledge known, boolean begun) {
    for (Transition always : anywhere) {
      if (always.when().holds(known)) {
        return new Walk(List.of(), new Place.Ended(outcome(always.to())));
      }
    }
    return begun ? walkFrom(begin, known) : new Walk(List.of(), new Place.Welcome());
  }

  private Walk walkFrom(String from, Knowledge known) {
    List<State> passed = new ArrayList<>();
    String at = from;
    while (states.containsKey(at)) {
      State state = state(at);
      passed.add(state);
      List<String> open = open(state, known);
      if (!open.isEmpty()) {
        return new Walk(passed, new Place.Asking(state, open));
      }
      at = next(state, known);
    }
    return new Walk(passed, new Place.Ended(outcome(at)));
  }

  private static String next(State state, Knowledge known) {
    return state.then().stream()
        .filter(way -> way.when().holds(known))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no way on from state " + state.id()))
        .to();
  }

  /** The facts that a state has left to ask, in the order of the file. */
  public List<String> open(State state, Knowledge known) {
    return switch (state.expect()) {
      case Expect.AnyOf any -> unknown(any.facts(), known).toList();
      case Expect.OneOf one -> openOfOne(one, known);
      case Expect.Nothing nothing -> List.of();
    };
  }

  /**
   * One yes is enough, unless a part of it, or something more serious, is still unknown: a person
   * who volunteers that it is stiff has not said that it does not hurt.
   */
  private List<String> openOfOne(Expect.OneOf one, Knowledge known) {
    List<String> chosen =
        one.facts().stream().filter(fact -> known.is(fact, Set.of(Answer.YES))).toList();
    return chosen.isEmpty()
        ? unknown(one.facts(), known).toList()
        : unknown(one.facts(), known).filter(fact -> staysOpen(fact, chosen)).toList();
  }

  private boolean staysOpen(String fact, List<String> chosen) {
    boolean part =
        fact(fact).link() instanceof Fact.Link.PartOf(String whole) && chosen.contains(whole);
    return part || chosen.stream().allMatch(other -> seriousness(fact) > seriousness(other));
  }

  private int seriousness(String fact) {
    return fact(fact).severity().ifYes().map(Level::ordinal).orElse(-1);
  }

  private static Stream<String> unknown(List<String> facts, Knowledge known) {
    return facts.stream().filter(fact -> !known.is(fact, Answer.SETTLED));
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
