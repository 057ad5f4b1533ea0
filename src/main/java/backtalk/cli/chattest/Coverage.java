package backtalk.cli.chattest;

import backtalk.cli.TerminalSession;
import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Outcome;
import backtalk.conversation.Position;
import backtalk.conversation.State;
import backtalk.conversation.StateMachine;
import backtalk.conversation.StatePath;
import backtalk.dialogue.Dialogue;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which parts of a conversation were reached, and so which were not. */
public final class Coverage {
  private final StateMachine machine;
  private final Map<String, List<CoverageItem>> parts;
  private final Set<CoverageItem> reached = new HashSet<>();

  /** A coverage of a conversation of which nothing was reached yet. */
  public Coverage(Conversation conversation) {
    machine = conversation.machine();
    parts = CoverageItems.of(conversation);
  }

  /** Notes all that one turn reached. */
  public void note(TerminalSession.Exchange exchange) {
    Dialogue after = exchange.turn().dialogue();
    exchange.turn().gist().topics().forEach(id -> reached.add(new CoverageItem.OfTopic(id)));
    walked(machine.path(after.facts(), after.begun()));
    answered(exchange.before(), after);
  }

  private void walked(StatePath path) {
    path.passed().forEach(state -> reached.add(new CoverageItem.OfState(state.id())));
    path.taken().forEach(transitionRef -> reached.add(new CoverageItem.OfWay(transitionRef)));
    if (path.end() instanceof StatePath.End.At(Outcome outcome)) {
      reached.add(new CoverageItem.OfOutcome(outcome.id()));
    }
  }

  /** A small question of the dialogue's own hides the state's: then its answer is no option. */
  private void answered(Dialogue before, Dialogue after) {
    if (before.question().pending().isEmpty()
        && machine.where(before.facts(), before.begun())
            instanceof Position.Asking(State state, List<String> open)) {
      state.prompt().facts().stream()
          .filter(fact -> !is(before, fact, Answer.YES) && is(after, fact, Answer.YES))
          .forEach(fact -> reached.add(new CoverageItem.OfOption(state.id(), fact)));
      if (asksGroup(state, open, before)
          && open.stream().allMatch(fact -> is(after, fact, Answer.NO))) {
        reached.add(new CoverageItem.OfNone(state.id()));
      }
    }
  }

  /** A no to the last fact of several denies that one, and not the group. */
  private static boolean asksGroup(State state, List<String> open, Dialogue before) {
    boolean oneByOne = before.question().each().filter(state.id()::equals).isPresent();
    return state.prompt().facts().size() == 1 || (open.size() > 1 && !oneByOne);
  }

  private static boolean is(Dialogue dialogue, String fact, Answer answer) {
    return dialogue.facts().is(fact, Set.of(answer));
  }

  /** True when this part was reached. */
  public boolean covers(CoverageItem part) {
    return reached.contains(part);
  }

  /** The parts that were never reached, kind by kind, in the order of the files. */
  public List<CoverageItem> missing() {
    return parts.values().stream().flatMap(List::stream).filter(part -> !covers(part)).toList();
  }

  /** How much of each kind was reached, in one line: {@code states 9/9, ...}. */
  public String summary() {
    return parts.entrySet().stream()
        .map(kind -> kind.getKey() + " " + count(kind.getValue()) + "/" + kind.getValue().size())
        .collect(Collectors.joining(", "));
  }

  private long count(List<CoverageItem> all) {
    return all.stream().filter(this::covers).count();
  }
}
