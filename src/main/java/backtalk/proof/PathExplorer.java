package backtalk.proof;

import backtalk.conversation.Answer;
import backtalk.conversation.FactLookup;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Evaluates a function of facts on all assignments at once. When a read has two possible answers,
 * the run goes on with one, and is repeated with the other. Each run that ends gives the result of
 * a whole class of assignments, because it read nothing else of them.
 */
final class PathExplorer {

  /** Maximum number of classes: more would take minutes, and no author could review them. */
  static final int MAX_CLASSES = 50_000;

  private PathExplorer() {}

  /** Pairs a class of assignments with the result of the function on each of them. */
  record Result<R>(FactAssignments facts, R result) {}

  /**
   * Returns the classes of {@code all}, which are disjoint and together are all.
   *
   * @throws TooLarge when there are more than {@value #MAX_CLASSES}
   */
  static <R> List<Result<R>> explore(FactAssignments all, Function<Reader, R> run) {
    List<Result<R>> classes = new ArrayList<>();
    Deque<FactAssignments> todo = new ArrayDeque<>(List.of(all));
    while (!todo.isEmpty()) {
      Reader reader = new Reader(todo.pop(), todo);
      R result = run.apply(reader);
      classes.add(new Result<>(reader.facts, result));
      if (classes.size() > MAX_CLASSES) {
        throw new TooLarge();
      }
    }
    return classes;
  }

  /** Signals that there are too many classes to explore. */
  static final class TooLarge extends RuntimeException {
    TooLarge() {
      super("more than " + MAX_CLASSES + " classes of dialogues");
    }
  }

  /** Answers reads, and queues the other answer of each read that has two. */
  static final class Reader implements FactLookup {
    private final Deque<FactAssignments> pending;
    private FactAssignments facts;

    private Reader(FactAssignments facts, Deque<FactAssignments> pending) {
      this.facts = facts;
      this.pending = pending;
    }

    FactDomain domain() {
      return facts.domain();
    }

    @Override
    public boolean is(String fact, Set<Answer> answers) {
      return isAnyOf(fact, FactOption.set(answers));
    }

    /** Returns true when the fact's value is one of {@code values}. */
    boolean isAnyOf(String fact, int values) {
      int possible = facts.possible(fact);
      if ((possible & values) == 0) {
        return false;
      }
      if ((possible & ~values) != 0) {
        pending.push(facts.where(fact, possible & ~values).orElseThrow());
        facts = facts.where(fact, values).orElseThrow();
      }
      return true;
    }
  }
}
