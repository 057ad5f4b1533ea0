package backtalk.proof;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Expect;
import backtalk.conversation.Fact;
import backtalk.conversation.FactWords;
import backtalk.conversation.Guard;
import backtalk.conversation.Level;
import backtalk.conversation.Machine;
import backtalk.conversation.Outcome;
import backtalk.conversation.Past;
import backtalk.conversation.Severity;
import backtalk.conversation.Sources;
import backtalk.conversation.State;
import backtalk.conversation.Thresholds;
import backtalk.conversation.Transition;
import backtalk.conversation.Wording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Makes small conversations by chance, right and wrong ones alike: any guards, any levels. */
final class Conversations {
  private static final List<Level> ENDINGS =
      List.of(
          Level.EMERGENCY, Level.SEE_DOCTOR, Level.PROFESSIONAL, Level.SELF_CARE, Level.REASSURE);

  private final Random random;

  Conversations(long seed) {
    random = new Random(seed);
  }

  /** A conversation of the machine alone: nobody could be spoken to with it. */
  static Conversation of(Machine machine) {
    return new Conversation(
        new Conversation.About("chance", "Chance", "English", "0", Duration.ofHours(24)),
        Past.NONE,
        machine,
        Map.of(),
        List.of(),
        new Sources(Map.of(), Map.of()),
        Map.of(),
        new Wording(
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            new Wording.Lexicon(Map.of(), Map.of()),
            new Wording.FlagExamples(Map.of(), Map.of(), Map.of()),
            new Wording.Slang(Map.of(), Map.of(), Map.of(), List.of()),
            new Wording.Cues(Map.of(), Map.of()),
            Thresholds.NONE));
  }

  Machine machine() {
    Map<String, Fact> facts = new LinkedHashMap<>();
    int count = 3 + random.nextInt(2);
    IntStream.range(0, count).mapToObj(i -> fact(i)).forEach(fact -> facts.put(fact.id(), fact));
    if (random.nextInt(3) == 0) {
      Fact both = fact("both", new Fact.Link.Together(List.of("f0", "f1")));
      facts.put(both.id(), both);
    }
    return machine(facts, told(facts));
  }

  private Machine machine(Map<String, Fact> facts, List<String> told) {
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    ENDINGS.forEach(level -> outcomes.put(level.word(), outcome(level)));
    Map<String, State> states = new LinkedHashMap<>();
    int count = 2 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      states.put("s" + i, state(i, count, told));
    }
    List<Transition> anywhere = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      anywhere.add(new Transition(guard(told, 1), Level.EMERGENCY.word()));
    }
    return new Machine("s0", anywhere, states, outcomes, facts);
  }

  private static List<String> told(Map<String, Fact> facts) {
    return facts.values().stream().filter(fact -> !fact.workedOut()).map(Fact::id).toList();
  }

  private Fact fact(int number) {
    Fact.Link link =
        switch (random.nextInt(5)) {
          case 0 -> new Fact.Link.OnlyIfSaid();
          case 1 -> number == 0 ? new Fact.Link.Asked() : new Fact.Link.PartOf("f0");
          default -> new Fact.Link.Asked();
        };
    return fact("f" + number, number == 0 ? new Fact.Link.Asked() : link);
  }

  private Fact fact(String id, Fact.Link link) {
    FactWords words = new FactWords(id, id, id, List.of(), List.of());
    return new Fact(id, words, severity(), link, List.of());
  }

  private Severity severity() {
    Level[] levels = Level.values();
    Optional<Level> yes = Optional.of(levels[1 + random.nextInt(levels.length - 1)]);
    Optional<Level> unsure = yes.map(level -> levels[1 + random.nextInt(index(levels, level))]);
    return random.nextInt(4) == 0 ? Severity.NONE : new Severity(yes, unsure);
  }

  private static int index(Level[] levels, Level level) {
    return List.of(levels).indexOf(level);
  }

  private static Outcome outcome(Level level) {
    return new Outcome(
        level.word(),
        level,
        new Outcome.Opening(List.of(), List.of(), List.of()),
        new Outcome.Card(List.of(), List.of(), List.of(), List.of()),
        true,
        false);
  }

  private State state(int number, int count, List<String> told) {
    List<Transition> then = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      then.add(new Transition(guard(told, 2), target(number, count)));
    }
    then.add(new Transition(Guard.always(), target(number, count)));
    return new State(
        "s" + number,
        new State.Question("s" + number, "?", List.of(), List.of()),
        expect(told),
        then);
  }

  /** A later state, or an ending: the states never lead in a circle. */
  private String target(int number, int count) {
    return number + 1 < count && random.nextBoolean()
        ? "s" + (number + 1 + random.nextInt(count - number - 1))
        : ENDINGS.get(random.nextInt(ENDINGS.size())).word();
  }

  private Expect expect(List<String> told) {
    List<String> some = told.stream().filter(fact -> random.nextBoolean()).toList();
    return switch (random.nextInt(4)) {
      case 0 -> new Expect.Nothing();
      case 1 -> new Expect.OneOf(some, "none", false);
      default -> new Expect.AnyOf(some, false);
    };
  }

  private Guard guard(List<String> told, int depth) {
    List<Guard> inner =
        depth == 0 ? List.of() : List.of(guard(told, depth - 1), guard(told, depth - 1));
    return switch (depth == 0 ? 0 : random.nextInt(4)) {
      case 1 -> new Guard.Any(inner);
      case 2 -> new Guard.All(inner);
      default -> new Guard.Is(told.get(random.nextInt(told.size())), answers());
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
