package backtalk.proof;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.FactRenames;
import backtalk.conversation.FactTexts;
import backtalk.conversation.Guard;
import backtalk.conversation.LanguageData;
import backtalk.conversation.Outcome;
import backtalk.conversation.Prompt;
import backtalk.conversation.Severity;
import backtalk.conversation.Sources;
import backtalk.conversation.State;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Thresholds;
import backtalk.conversation.Transition;
import backtalk.conversation.Urgency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Generates small random conversations, correct and broken ones: any guards, any levels. */
public final class RandomConversations {
  private static final List<Urgency> OUTCOME_LEVELS =
      List.of(
          Urgency.EMERGENCY,
          Urgency.SEE_DOCTOR,
          Urgency.PROFESSIONAL,
          Urgency.SELF_CARE,
          Urgency.REASSURE);

  private final Random random;

  public RandomConversations(long seed) {
    random = new Random(seed);
  }

  /** Creates a conversation of a state machine without texts. */
  static Conversation of(StateMachine machine) {
    return new Conversation(
        new Conversation.About("chance", "Chance", "English", "0", Duration.ofHours(24)),
        FactRenames.NONE,
        machine,
        Map.of(),
        Map.of(),
        List.of(),
        new Sources(Map.of(), Map.of()),
        Map.of(),
        new LanguageData(
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            new LanguageData.Lexicon(Map.of(), Map.of()),
            new LanguageData.FlagExamples(Map.of(), Map.of(), Map.of()),
            new LanguageData.Slang(Map.of(), Map.of(), Map.of(), List.of()),
            new LanguageData.Cues(Map.of(), Map.of()),
            Thresholds.NONE),
        List.of());
  }

  public StateMachine machine() {
    Map<String, Fact> facts = new LinkedHashMap<>();
    int count = 3 + random.nextInt(2);
    IntStream.range(0, count).mapToObj(i -> fact(i)).forEach(fact -> facts.put(fact.id(), fact));
    if (random.nextInt(3) == 0) {
      Fact both = fact("both", new Fact.Link.Together(List.of("f0", "f1")));
      facts.put(both.id(), both);
    }
    return machine(facts, answerable(facts));
  }

  private StateMachine machine(Map<String, Fact> facts, List<String> answerable) {
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    OUTCOME_LEVELS.forEach(urgency -> outcomes.put(urgency.word(), outcome(urgency)));
    Map<String, State> states = new LinkedHashMap<>();
    int count = 2 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      states.put("s" + i, state(i, count, answerable));
    }
    List<Transition> anywhere = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      anywhere.add(new Transition(guard(answerable, 1), Urgency.EMERGENCY.word()));
    }
    return new StateMachine("s0", anywhere, states, outcomes, facts);
  }

  private static List<String> answerable(Map<String, Fact> facts) {
    return facts.values().stream().filter(fact -> !fact.workedOut()).map(Fact::id).toList();
  }

  private Fact fact(int number) {
    Fact.Link link =
        switch (random.nextInt(6)) {
          case 0 -> new Fact.Link.OnlyIfSaid();
          case 2 -> new Fact.Link.Asked(List.of("f0"));
          case 1 -> number == 0 ? new Fact.Link.Asked() : new Fact.Link.PartOf("f0");
          default -> new Fact.Link.Asked();
        };
    return fact("f" + number, number == 0 ? new Fact.Link.Asked() : link);
  }

  private Fact fact(String id, Fact.Link link) {
    FactTexts words = new FactTexts(id, id, id, List.of(), List.of());
    return new Fact(id, words, severity(), link, List.of());
  }

  private Severity severity() {
    Urgency[] levels = Urgency.values();
    Optional<Urgency> yes = Optional.of(levels[1 + random.nextInt(levels.length - 1)]);
    Optional<Urgency> unsure =
        yes.map(urgency -> levels[1 + random.nextInt(index(levels, urgency))]);
    return random.nextInt(4) == 0 ? Severity.NONE : new Severity(yes, unsure);
  }

  private static int index(Urgency[] levels, Urgency urgency) {
    return List.of(levels).indexOf(urgency);
  }

  private static Outcome outcome(Urgency urgency) {
    return new Outcome(
        urgency.word(),
        urgency,
        new Outcome.Opening(List.of(), List.of(), List.of()),
        new Outcome.Card(List.of(), List.of(), List.of(), List.of()),
        true,
        false,
        Outcome.Handover.NONE);
  }

  private State state(int number, int count, List<String> answerable) {
    List<Transition> then = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      then.add(new Transition(guard(answerable, 2), target(number, count)));
    }
    then.add(new Transition(Guard.always(), target(number, count)));
    return new State(
        "s" + number,
        new State.Question("s" + number, "?", List.of(), List.of()),
        prompt(answerable),
        then);
  }

  /** Returns a later state or an outcome, so that the states never form a cycle. */
  private String target(int number, int count) {
    return number + 1 < count && random.nextBoolean()
        ? "s" + (number + 1 + random.nextInt(count - number - 1))
        : OUTCOME_LEVELS.get(random.nextInt(OUTCOME_LEVELS.size())).word();
  }

  private Prompt prompt(List<String> answerable) {
    List<String> some = answerable.stream().filter(fact -> random.nextBoolean()).toList();
    return switch (random.nextInt(4)) {
      case 0 -> new Prompt.Nothing();
      case 1 -> new Prompt.OneOf(some, "none", false);
      default -> new Prompt.AnyOf(some, false);
    };
  }

  private Guard guard(List<String> answerable, int depth) {
    List<Guard> inner =
        depth == 0
            ? List.of()
            : List.of(guard(answerable, depth - 1), guard(answerable, depth - 1));
    return switch (depth == 0 ? 0 : random.nextInt(4)) {
      case 1 -> new Guard.Any(inner);
      case 2 -> new Guard.All(inner);
      default -> new Guard.Is(answerable.get(random.nextInt(answerable.size())), answers());
    };
  }

  private Set<Answer> answers() {
    return switch (random.nextInt(4)) {
      case 0 -> Set.of(Answer.YES);
      case 1 -> Set.of(Answer.NO);
      case 2 -> Set.of(Answer.NO, Answer.UNSURE);
      default -> Answer.MAY_BE;
    };
  }
}
