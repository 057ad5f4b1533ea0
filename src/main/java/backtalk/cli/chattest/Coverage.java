package backtalk.cli.chattest;

import backtalk.cli.TerminalSession;
import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.ConversationPart;
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

/** Collects which parts of a conversation tests have reached. */
public final class Coverage {
  private final StateMachine machine;
  private final Map<String, List<ConversationPart.Reachable>> parts;
  private final Set<ConversationPart.Reachable> reached = new HashSet<>();

  /** Creates a coverage in which nothing is reached. */
  public Coverage(Conversation conversation) {
    machine = conversation.machine();
    parts = CoveredParts.all(conversation);
  }

  /** Records the parts that one turn reached. */
  public void record(TerminalSession.Exchange exchange) {
    Dialogue after = exchange.turn().dialogue();
    exchange.turn().gist().topics().forEach(id -> reached.add(new ConversationPart.OfTopic(id)));
    notePath(machine.path(after.facts(), after.begun()));
    noteAnswers(exchange.before(), after);
  }

  private void notePath(StatePath path) {
    path.passed().forEach(state -> reached.add(new ConversationPart.OfState(state.id())));
    path.taken()
        .forEach(transitionRef -> reached.add(new ConversationPart.OfTransition(transitionRef)));
    if (path.end() instanceof StatePath.End.At(Outcome outcome)) {
      reached.add(new ConversationPart.OfOutcome(outcome.id()));
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
          .forEach(fact -> reached.add(new ConversationPart.OfOption(state.id(), fact)));
      if (asksGroup(state, open, before)
          && open.stream().allMatch(fact -> is(after, fact, Answer.NO))) {
        reached.add(new ConversationPart.OfDenial(state.id()));
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

  /** Returns true when the part was reached. */
  public boolean covers(ConversationPart.Reachable part) {
    return reached.contains(part);
  }

  /** Returns the parts that were never reached, by kind, in the order of the files. */
  public List<ConversationPart.Reachable> missing() {
    return parts.values().stream().flatMap(List::stream).filter(part -> !covers(part)).toList();
  }

  /** Returns the reached and total counts of each kind in one line, {@code states 9/9, ...}. */
  public String summary() {
    return parts.entrySet().stream()
        .map(kind -> kind.getKey() + " " + count(kind.getValue()) + "/" + kind.getValue().size())
        .collect(Collectors.joining(", "));
  }

  private long count(List<ConversationPart.Reachable> all) {
    return all.stream().filter(this::covers).count();
  }
}
