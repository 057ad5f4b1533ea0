package backtalk.cli.chattest;

import backtalk.conversation.Conversation;
import backtalk.conversation.State;
import backtalk.conversation.StateMachine;
import backtalk.conversation.StatePath.TransitionRef;
import backtalk.conversation.Transition;
import backtalk.loader.LoadResult;
import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.SourceMap;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Identifies a part of a conversation that a chat can reach. */
public sealed interface CoverageItem {

  /** Identifies a state on the path, passed or asking. */
  record OfState(String id) implements CoverageItem {}

  /** Identifies a transition that is taken. */
  record OfTransition(TransitionRef transitionRef) implements CoverageItem {}

  /** Identifies a fact that is answered yes while the state that lists it asks. */
  record OfOption(String state, String fact) implements CoverageItem {}

  /** Identifies the answer that denies everything a state asks. */
  record OfDenial(String state) implements CoverageItem {}

  /** Identifies an outcome. */
  record OfOutcome(String id) implements CoverageItem {}

  /** Identifies a topic that is answered or offered. */
  record OfTopic(String id) implements CoverageItem {}

  /**
   * Reports a part that no test reached as a line with its source location.
   *
   * @param folder the folder of the conversation's files
   */
  default String line(Path folder, LoadResult.Read read) {
    SourceLocation at = at(read.sourceMap());
    String words = words(read.conversation().machine());
    return folder.resolve(at.file()) + ":" + at.line() + ": no test " + words;
  }

  private SourceLocation at(SourceMap sourceMap) {
    return switch (this) {
      case OfState(String id) -> sourceMap.state(id);
      case OfTransition(TransitionRef transitionRef) -> sourceMap.transition(transitionRef);
      case OfOption(String state, String fact) -> sourceMap.option(state, fact);
      case OfDenial(String state) -> sourceMap.none(state);
      case OfOutcome(String id) -> sourceMap.outcome(id);
      case OfTopic(String id) -> sourceMap.topic(id);
    };
  }

  private String words(StateMachine machine) {
    return switch (this) {
      case OfState(String id) -> "reaches the state " + id;
      case OfTransition(TransitionRef transitionRef) ->
          "takes the way " + words(transitionRef, machine);
      case OfOption(String state, String fact) ->
          "answers yes to " + fact + " when " + state + " asks";
      case OfDenial(String state) -> "answers none of these when " + state + " asks";
      case OfOutcome(String id) -> "ends in " + id;
      case OfTopic(String id) -> "comes to the topic " + id;
    };
  }

  private static String words(TransitionRef taken, StateMachine machine) {
    List<Transition> transitions =
        taken.from().equals(TransitionRef.ANYWHERE)
            ? machine.anywhere()
            : machine.state(taken.from()).then();
    String words = "from " + taken.from() + " to " + transitions.get(taken.index()).to();
    return transitions.size() == 1 ? words : words + " (" + ordinal(taken.index() + 1) + ")";
  }

  private static String ordinal(int number) {
    boolean teen = number / 10 % 10 == 1;
    return number
        + switch (teen ? 0 : number % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
  }

  /**
   * Returns all parts of a conversation by kind, in the order of the files. The key is the kind's
   * name in the plural.
   */
  static Map<String, List<CoverageItem>> all(Conversation conversation) {
    StateMachine machine = conversation.machine();
    Collection<State> states = machine.states().values();
    Map<String, List<CoverageItem>> all = new LinkedHashMap<>();
    all.put("states", each(machine.states().keySet(), OfState::new));
    all.put(
        "transitions",
        Stream.concat(
                transitions(TransitionRef.ANYWHERE, machine.anywhere()),
                states.stream().flatMap(state -> transitions(state.id(), state.then())))
            .toList());
    all.put("options", states.stream().flatMap(CoverageItem::options).toList());
    all.put("outcomes", each(machine.outcomes().keySet(), OfOutcome::new));
    all.put("topics", each(conversation.topics().keySet(), OfTopic::new));
    return all;
  }

  private static List<CoverageItem> each(
      Collection<String> ids, Function<String, CoverageItem> part) {
    return ids.stream().map(part).toList();
  }

  private static Stream<CoverageItem> transitions(String from, List<Transition> transitions) {
    return IntStream.range(0, transitions.size())
        .mapToObj(i -> new OfTransition(new TransitionRef(from, i)));
  }

  private static Stream<CoverageItem> options(State state) {
    List<String> facts = state.prompt().facts();
    return facts.isEmpty()
        ? Stream.of()
        : Stream.concat(
            facts.stream().map(fact -> new OfOption(state.id(), fact)),
            Stream.of(new OfDenial(state.id())));
  }
}
