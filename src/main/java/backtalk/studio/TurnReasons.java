package backtalk.studio;

import backtalk.app.Bot;
import backtalk.conversation.Answer;
import backtalk.conversation.SourcedText;
import backtalk.conversation.StateMachine;
import backtalk.conversation.StatePath;
import backtalk.conversation.StatePath.TransitionRef;
import backtalk.conversation.Transition;
import backtalk.conversation.Urgency;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Facts;
import backtalk.dialogue.Situation;
import backtalk.dialogue.Turn;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.input.InputInterpreter;
import backtalk.dialogue.input.Meaning;
import backtalk.proof.ClaimTrace;
import backtalk.proof.diagram.GuardFormatter;
import backtalk.understanding.Explanation;
import backtalk.understanding.NluPipeline;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Explains the last turn of a chat, and remembers how each fact became known. */
final class TurnReasons {
  private final Map<String, Origin> origins = new LinkedHashMap<>();

  /** Holds what the person did that made a fact known. */
  private record Origin(String manner, String words) {}

  /**
   * Defines the reasons of a turn in JSON.
   *
   * @param manner how the person did it: wrote, tapped, commanded or waited
   * @param label true for words that are the label of an open button, and so count as a tap
   * @param explanation how the words were taken apart; empty where no words were
   * @param open ids of the facts that the open question asked about before the turn
   */
  record Reasons(
      String words,
      String manner,
      Instant at,
      boolean label,
      Optional<Explanation> explanation,
      List<String> open,
      Gist gist,
      Path path,
      List<Known> facts,
      List<Sentence> sentences) {}

  /** Defines the turn in short. */
  record Gist(
      String action, List<String> topics, List<String> alternatives, Optional<String> level) {}

  /**
   * Defines the way through the state machine.
   *
   * @param passed ids of the states on the way
   * @param taken the transitions, each with its guard in words
   * @param at id of the state or outcome at its end, or welcome
   */
  record Path(List<String> passed, List<Step> taken, String at) {}

  /** Defines a transition that was taken. */
  record Step(String from, int index, String to, String when) {}

  /**
   * Defines a known fact.
   *
   * @param fresh true when this turn has set it
   */
  record Known(
      String id,
      String name,
      String answer,
      Instant at,
      String manner,
      String words,
      boolean fresh) {}

  /** Defines a sentence of the turn, and the ids of the claims that it rests on. */
  record Sentence(String text, List<String> claims) {}

  /** Forgets the origins of all facts. */
  void clear() {
    origins.clear();
  }

  /** Returns the reasons of a turn and remembers the origins of its facts. */
  Reasons of(StudioChat.Taken taken, Bot bot) {
    Situation before = bot.engine().situation(taken.before(), taken.at());
    Dialogue after = taken.turn().dialogue();
    List<String> fresh = changed(taken.before().facts(), after.facts());
    fresh.forEach(it -> origins.put(it, new Origin(manner(taken.input()), taken.words())));
    boolean label =
        taken.input() instanceof Input.Said
            && bot.inputInterpreter().interpret(taken.input(), before) instanceof Meaning.Pressed;
    return new Reasons(
        taken.words(),
        manner(taken.input()),
        taken.at(),
        label,
        label ? Optional.empty() : explanation(taken.input(), before, bot),
        InputInterpreter.openPrompt(before).open(),
        gist(taken.turn().gist()),
        path(bot.conversation().machine(), after),
        known(bot.conversation().machine(), after.facts(), fresh),
        sentences(taken.turn(), bot));
  }

  private static List<String> changed(Facts before, Facts after) {
    return after.values().entrySet().stream()
        .filter(it -> !it.getValue().equals(before.values().get(it.getKey())))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String manner(Input input) {
    return switch (input) {
      case Input.Said said -> "wrote";
      case Input.Tapped tapped -> "tapped";
      case Input.Commanded commanded -> "commanded";
      case Input.Unreadable unreadable -> "sent";
      case Input.Silence silence -> "waited";
    };
  }

  private static Optional<Explanation> explanation(Input input, Situation before, Bot bot) {
    return input instanceof Input.Said(String text, var manner)
            && bot.interpreter() instanceof NluPipeline pipeline
        ? Optional.of(pipeline.explain(text, InputInterpreter.openPrompt(before)))
        : Optional.empty();
  }

  private static Gist gist(Turn.Gist gist) {
    return new Gist(
        gist.kind().word(), gist.topics(), gist.alternatives(), gist.level().map(Urgency::word));
  }

  private static Path path(StateMachine machine, Dialogue dialogue) {
    StatePath path = machine.path(dialogue.facts(), dialogue.begun());
    String at =
        switch (path.end()) {
          case StatePath.End.Nowhere nowhere -> "welcome";
          case StatePath.End.Open(var state) -> state.id();
          case StatePath.End.At(var outcome) -> outcome.id();
        };
    return new Path(
        path.passed().stream().map(state -> state.id()).toList(),
        path.taken().stream().map(it -> step(machine, it)).toList(),
        at);
  }

  private static Step step(StateMachine machine, TransitionRef taken) {
    boolean anywhere = taken.from().equals(TransitionRef.ANYWHERE);
    List<Transition> all = anywhere ? machine.anywhere() : machine.state(taken.from()).then();
    List<String> asked = anywhere ? List.of() : machine.state(taken.from()).prompt().facts();
    Transition transition = all.get(taken.index());
    String when = new GuardFormatter(machine, asked).whole(transition.when());
    return new Step(taken.from(), taken.index(), transition.to(), when);
  }

  private List<Known> known(StateMachine machine, Facts facts, List<String> fresh) {
    return facts.values().entrySet().stream()
        .filter(it -> machine.facts().containsKey(it.getKey()))
        .map(
            it -> {
              Origin origin = origins.getOrDefault(it.getKey(), new Origin("", ""));
              Answer answer = it.getValue().answer();
              return new Known(
                  it.getKey(),
                  machine.fact(it.getKey()).words().name(),
                  answer.word(),
                  it.getValue().at(),
                  origin.manner(),
                  origin.words(),
                  fresh.contains(it.getKey()));
            })
        .toList();
  }

  /** Returns the author's sentences that stand in the turn's messages, in their order there. */
  private static List<Sentence> sentences(Turn turn, Bot bot) {
    String said =
        turn.messages().stream()
            .map(message -> message.text().plain())
            .collect(Collectors.joining("\n"));
    return new ClaimTrace(bot.conversation())
        .lines()
        .filter(line -> !line.say().isBlank() && said.contains(line.say()))
        .sorted(Comparator.comparing((SourcedText line) -> said.indexOf(line.say())))
        .map(line -> new Sentence(line.say(), line.claims()))
        .distinct()
        .toList();
  }
}
