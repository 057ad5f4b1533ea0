package backtalk.cli.chattest;

import backtalk.conversation.Conversation;
import backtalk.conversation.ConversationPart.OfDenial;
import backtalk.conversation.ConversationPart.OfOption;
import backtalk.conversation.ConversationPart.OfOutcome;
import backtalk.conversation.ConversationPart.OfState;
import backtalk.conversation.ConversationPart.OfTopic;
import backtalk.conversation.ConversationPart.OfTransition;
import backtalk.conversation.ConversationPart.Reachable;
import backtalk.conversation.State;
import backtalk.conversation.StateMachine;
import backtalk.conversation.StatePath.TransitionRef;
import backtalk.conversation.Transition;
import backtalk.loader.LoadResult;
import backtalk.loader.yaml.SourceLocation;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Lists the parts of a conversation that a chat can reach, and describes each. */
public final class CoveredParts {
  private CoveredParts() {}

  /**
   * Reports a part that no test reached as a line with its source location.
   *
   * @param folder the folder of the conversation's files
   */
  public static String line(Reachable part, Path folder, LoadResult.Read read) {
    SourceLocation at = read.sourceMap().of(part);
    String words = words(part, read.conversation().machine());
    return folder.resolve(at.file()) + ":" + at.line() + ": no test " + words;
  }

  private static String words(Reachable part, StateMachine machine) {
    return switch (part) {
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
    List<Transition> transitions = machine.transitions(taken.from());
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
  static Map<String, List<Reachable>> all(Conversation conversation) {
    StateMachine machine = conversation.machine();
    Collection<State> states = machine.states().values();
    Map<String, List<Reachable>> all = new LinkedHashMap<>();
    all.put("states", each(machine.states().keySet(), OfState::new));
    all.put("transitions", machine.transitions().<Reachable>map(OfTransition::new).toList());
    all.put("options", states.stream().flatMap(CoveredParts::options).toList());
    all.put("outcomes", each(machine.outcomes().keySet(), OfOutcome::new));
    all.put("topics", each(conversation.topics().keySet(), OfTopic::new));
    return all;
  }

  private static List<Reachable> each(Collection<String> ids, Function<String, Reachable> part) {
    return ids.stream().map(part).toList();
  }

  private static Stream<Reachable> options(State state) {
    List<String> facts = state.prompt().facts();
    return facts.isEmpty()
        ? Stream.of()
        : Stream.concat(
            facts.stream().map(fact -> new OfOption(state.id(), fact)),
            Stream.of(new OfDenial(state.id())));
  }
}
