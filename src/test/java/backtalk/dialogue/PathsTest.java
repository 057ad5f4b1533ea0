package backtalk.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
import backtalk.conversation.Outcome;
import backtalk.conversation.Position;
import backtalk.conversation.Prompt;
import backtalk.conversation.State;
import backtalk.conversation.StateMachine;
import backtalk.conversation.StatePath;
import backtalk.conversation.Urgency;
import backtalk.dialogue.handling.FactUpdates;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Explores the checks that taps alone can take, on the state machine of the real conversation: all
 * of them in which each question gets up to two taps on facts before the tap that answers the rest.
 * More taps on a question do not lead elsewhere: a guard counts one fact or a pair. It alone counts
 * questions: at most four in the median and five in all, and where an emergency is reached. It
 * alone holds that taps, without typed text, reach every state that asks and take every transition
 * of a state, except those for what is only heard.
 */
class PathsTest {

  private static final StateMachine MACHINE = BackCracking.CONVERSATION.machine();
  private static final int MEDIAN_QUESTIONS = 4;
  private static final int MOST_QUESTIONS = 5;

  /** Transitions for facts that no tap tells: a discomfort that cracking eases. */
  private static final Set<StatePath.TransitionRef> HEARD =
      Set.of(
          new StatePath.TransitionRef("habits", 0),
          new StatePath.TransitionRef("habits-when-stiff", 0));

  private static final List<String> PAIR = List.of("leg-numb-tingle-weak", "trauma");

  /** Taps on facts of one question. */
  private static final int MOST_TAPS = 2;

  /** Holds the facts reached, each with the fewest questions that lead to them. */
  private static final Map<Facts, Integer> QUESTIONS = new LinkedHashMap<>();

  private static final Map<Outcome, List<Integer>> QUESTIONS_BY_OUTCOME = new HashMap<>();
  private static final Set<String> REACHED = new HashSet<>();
  private static final Set<StatePath.TransitionRef> TAKEN = new HashSet<>();

  @BeforeAll
  static void exploreAll() {
    Deque<Facts> todo = new ArrayDeque<>(List.of(Facts.NONE));
    QUESTIONS.put(Facts.NONE, 1);
    while (!todo.isEmpty()) {
      Facts facts = todo.remove();
      TAKEN.addAll(MACHINE.path(facts, true).taken());
      if (MACHINE.where(facts, true) instanceof Position.Asking(State state, List<String> open)) {
        REACHED.add(state.id());
        answers(facts, state, open).forEach(answer -> go(facts, state, answer, todo));
      } else if (MACHINE.where(facts, true) instanceof Position.Ended(Outcome outcome)) {
        REACHED.add(outcome.id());
        QUESTIONS_BY_OUTCOME
            .computeIfAbsent(outcome, o -> new ArrayList<>())
            .add(QUESTIONS.get(facts));
      }
    }
  }

  private static void go(Facts facts, State from, Map<String, Answer> answers, Deque<Facts> todo) {
    Facts next = facts;
    for (Map.Entry<String, Answer> answer : answers.entrySet()) {
      FactValue value = new FactValue(answer.getValue(), Instant.EPOCH);
      next = FactUpdates.apply(MACHINE, next, answer.getKey(), value);
    }
    boolean same =
        MACHINE.where(next, true) instanceof Position.Asking(State state, var open)
            && state.equals(from);
    boolean ended = MACHINE.where(next, true) instanceof Position.Ended;
    int questions = QUESTIONS.getOrDefault(facts, 1) + (same || ended ? 0 : 1);
    if (QUESTIONS.putIfAbsent(next, questions) == null) {
      todo.add(next);
    }
  }

  /**
   * Returns what one tap answers: one fact, or all of them alike. Where one answer is enough, also
   * the first alone, as when facts are asked one by one.
   */
  private static Stream<Map<String, Answer>> answers(Facts facts, State state, List<String> open) {
    boolean mayTapOne =
        state.prompt().facts().stream().filter(fact -> facts.is(fact, Set.of(Answer.YES))).count()
            < MOST_TAPS;
    Stream<Map<String, Answer>> rest =
        Stream.of(Answer.NO, Answer.UNSURE, Answer.SKIPPED).map(answer -> all(open, answer));
    Stream<Map<String, Answer>> alone =
        Stream.of(Answer.values()).map(answer -> Map.of(open.getFirst(), answer));
    return Stream.of(
            open.stream().filter(fact -> mayTapOne).map(fact -> one(state, open, fact)),
            rest,
            state.prompt() instanceof Prompt.OneOf ? alone : Stream.<Map<String, Answer>>empty())
        .flatMap(moves -> moves);
  }

  private static Map<String, Answer> all(List<String> open, Answer answer) {
    Map<String, Answer> all = new LinkedHashMap<>();
    open.forEach(fact -> all.put(fact, answer));
    return all;
  }

  private static Map<String, Answer> one(State state, List<String> open, String fact) {
    Map<String, Answer> answers =
        state.prompt() instanceof Prompt.OneOf ? all(open, Answer.NO) : new LinkedHashMap<>();
    answers.remove(fact);
    answers.put(fact, Answer.YES);
    return answers;
  }

  @Test
  void theMedianCheckAsksFewQuestions() {
    List<Integer> all =
        QUESTIONS_BY_OUTCOME.values().stream().flatMap(List::stream).sorted().toList();

    assertThat(all.get(all.size() / 2)).isLessThanOrEqualTo(MEDIAN_QUESTIONS);
  }

  @Test
  void noCheckAsksMore() {
    assertThat(QUESTIONS.values()).allMatch(questions -> questions <= MOST_QUESTIONS);
  }

  /** Two signs that are an emergency only together belong to the third question. */
  @Test
  void anEmergencyIsReachedByTheFirstQuestionOrByAPairOfTheThird() {
    Map<Facts, Integer> emergencies = new LinkedHashMap<>(QUESTIONS);
    emergencies
        .keySet()
        .removeIf(
            facts ->
                !(MACHINE.where(facts, true) instanceof Position.Ended(Outcome outcome)
                    && outcome.urgency() == Urgency.EMERGENCY));

    assertThat(emergencies)
        .isNotEmpty()
        .allSatisfy(
            (facts, questions) -> {
              boolean pair = PAIR.stream().allMatch(fact -> facts.is(fact, Set.of(Answer.YES)));
              assertThat(questions).isEqualTo(pair ? 3 : 1);
            });
  }

  /** Leaves out the outcome that only text reaches. */
  @Test
  void tapsReachEveryStateAndOutcomeThatIsAsked() {
    Set<String> all = new HashSet<>(MACHINE.outcomes().keySet());
    MACHINE.states().values().stream()
        .filter(state -> !state.prompt().facts().isEmpty())
        .forEach(state -> all.add(state.id()));
    all.removeAll(Set.of("crisis"));

    assertThat(REACHED).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void tapsTakeEveryTransitionOfTheStates() {
    List<StatePath.TransitionRef> all =
        MACHINE.states().values().stream()
            .flatMap(
                state ->
                    IntStream.range(0, state.then().size())
                        .mapToObj(index -> new StatePath.TransitionRef(state.id(), index)))
            .filter(transition -> !HEARD.contains(transition))
            .toList();

    assertThat(TAKEN).containsAll(all);
  }
}
