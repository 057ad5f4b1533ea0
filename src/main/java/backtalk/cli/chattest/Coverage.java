package backtalk.cli.chattest;

import backtalk.cli.TerminalSession;
import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.ConversationPart.OfDenial;
import backtalk.conversation.ConversationPart.OfOption;
import backtalk.conversation.ConversationPart.OfOutcome;
import backtalk.conversation.ConversationPart.OfState;
import backtalk.conversation.ConversationPart.OfTopic;
import backtalk.conversation.ConversationPart.OfTransition;
import backtalk.conversation.ConversationPart.Reachable;
import backtalk.conversation.Outcome;
import backtalk.conversation.Position;
import backtalk.conversation.State;
import backtalk.conversation.StateMachine;
import backtalk.conversation.StatePath;
import backtalk.conversation.StatePath.TransitionRef;
import backtalk.conversation.Transition;
import backtalk.dialogue.Dialogue;
import backtalk.loader.LoadResult;
import backtalk.loader.yaml.SourceLocation;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects which parts of a conversation tests have reached, and describes those they have not. */
public final class Coverage {
  private final StateMachine machine;
  private final Map<String, List<Reachable>> parts;
  private final Set<Reachable> reached = new HashSet<>();

  /** Creates a coverage in which nothing is reached. */
  public Coverage(Conversation conversation) {
    machine = conversation.machine();
    parts = all(conversation);
  }

  /** Records the parts that one turn reached. */
  public void record(TerminalSession.Exchange exchange) {
    Dialogue after = exchange.turn().dialogue();
    exchange.turn().gist().topics().forEach(id -> reached.add(new OfTopic(id)));
    notePath(machine.path(after.facts(), after.begun()));
    noteAnswers(exchange.before(), after);
  }

  private void notePath(StatePath path) {
    path.passed().forEach(state -> reached.add(new OfState(state.id())));
    path.taken().forEach(transitionRef -> reached.add(new OfTransition(transitionRef)));
    if (path.end() instanceof StatePath.End.At(Outcome outcome)) {
      reached.add(new OfOutcome(outcome.id()));
    }
  }

  /**
   * Records the answered options. An open confirmation replaces the state's question, so its answer
   * is no option of the state.
   */
  private void noteAnswers(Dialogue before, Dialogue after) {
    if (before.question().pending().isEmpty()
        && machine.where(before.facts(), before.begun())
            instanceof Position.Asking(State state, List<String> open)) {
      state.prompt().facts().stream()
          .filter(fact -> !is(before, fact, Answer.YES) && is(after, fact, Answer.YES))
          .forEach(fact -> reached.add(new OfOption(state.id(), fact)));
      if (asksGroup(state, open, before)
          && open.stream().allMatch(fact -> is(after, fact, Answer.NO))) {
        reached.add(new OfDenial(state.id()));
      }
    }
  }

  /**
   * Returns true where a no denies the state's whole group. A no to the last open fact of several
   * denies that fact alone.
   */
  private static boolean asksGroup(State state, List<String> open, Dialogue before) {
    boolean oneByOne = before.question().each().filter(state.id()::equals).isPresent();
    return state.prompt().facts().size() == 1 || (open.size() > 1 && !oneByOne);
  }

  private static boolean is(Dialogue dialogue, String fact, Answer answer) {
    return dialogue.facts().is(fact, Set.of(answer));
  }

  public boolean covers(Reachable part) {
    return reached.contains(part);
  }

  /** Returns the parts that were never reached, by kind, in the order of the files. */
  public List<Reachable> missing() {
    return parts.values().stream().flatMap(List::stream).filter(part -> !covers(part)).toList();
  }

  /** Returns the reached and total counts of each kind in one line, {@code states 9/9, ...}. */
  public String summary() {
    return parts.entrySet().stream()
        .map(kind -> kind.getKey() + " " + count(kind.getValue()) + "/" + kind.getValue().size())
        .collect(Collectors.joining(", "));
  }

  private long count(List<Reachable> all) {
    return all.stream().filter(this::covers).count();
  }

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
    all.put("options", states.stream().flatMap(Coverage::options).toList());
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
