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
 * Runs something that reads facts on every assignment at once. Where a read could be answered both
 * ways, the run goes on with one answer and is taken again with the other: each run that ends
 * settles a whole class of assignments, of which it read nothing else.
 */
public final class PathExplorer {

  /** More classes than this are not explored: minutes would pass, and nobody could read it. */
  static final int MOST_CLASSES = 50_000;

  private PathExplorer() {}

  /** A class of assignments, and what the run made of each of them. */
  public record Settled<R>(FactAssignments facts, R result) {}

  /**
   * The classes of {@code all}: no two share an assignment, and together they are all.
   *
   * @throws TooLarge where there are more than {@value #MOST_CLASSES}
   */
  public static <R> List<Settled<R>> explore(FactAssignments all, Function<Reader, R> run) {
    List<Settled<R>> classes = new ArrayList<>();
    Deque<FactAssignments> todo = new ArrayDeque<>(List.of(all));
    while (!todo.isEmpty()) {
      Reader reader = new Reader(todo.pop(), todo);
      R result = run.apply(reader);
      classes.add(new Settled<>(reader.facts, result));
      if (classes.size() > MOST_CLASSES) {
        throw new TooLarge();
      }
    }
    return classes;
  }

  /** There are too many classes to look at each. */
  static final class TooLarge extends RuntimeException {
    TooLarge() {
      super("more than " + MOST_CLASSES + " classes of dialogues");
    }
  }

  /** Answers reads, and remembers the other way of each that could be answered both ways. */
  public static final class Reader implements FactLookup {
    private final Deque<FactAssignments> others;
    private FactAssignments facts;

    private Reader(FactAssignments facts, Deque<FactAssignments> others) {
      this.facts = facts;
      this.others = others;
    }

    FactDomain domain() {
      return facts.domain();
    }

    @Override
    public boolean is(String fact, Set<Answer> answers) {
      return among(fact, FactOption.set(answers));
    }

    /** True when the fact's value is one of {@code values}. */
    boolean among(String fact, int values) {
      int possible = facts.possible(fact);
      if ((possible & values) == 0) {
        return false;
      }
      if ((possible & ~values) != 0) {
        others.push(facts.where(fact, possible & ~values).orElseThrow());
        facts = facts.where(fact, values).orElseThrow();
      }
      return true;
    }
  }
}
