package backtalk.studio;

import backtalk.app.Bot;
import backtalk.conversation.State;
import backtalk.conversation.StatePath;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.FactValue;
import backtalk.dialogue.Situation;
import backtalk.dialogue.Turn;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.input.InputInterpreter;
import backtalk.dialogue.input.Meaning;
import backtalk.understanding.Explanation;
import backtalk.understanding.NluPipeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Explains the last turn of a chat, and remembers how each fact became known. */
final class TurnReasons {
  private final Map<String, Origin> origins = new LinkedHashMap<>();

  /** Holds what the person did that made a fact known. */
  record Origin(Input input, String words) {}

  /**
   * Holds the reasons of a turn.
   *
   * @param did what the person did
   * @param label true for words that are the label of an open button, and so count as a tap
   * @param explanation how the words were taken apart; empty where no words were
   * @param open ids of the facts that the open question asked about before the turn
   * @param said the texts of the messages
   */
  record Reasons(
      Origin did,
      boolean label,
      Optional<Explanation> explanation,
      List<String> open,
      Turn.Gist gist,
      Way way,
      List<Known> facts,
      List<String> said) {}

  /** Holds the way through the state machine: ids of states, and transitions. */
  record Way(List<String> passed, List<StatePath.TransitionRef> taken) {}

  /** Holds a known fact; {@code fresh} when this turn has set it. */
  record Known(String id, FactValue value, Optional<Origin> origin, boolean fresh) {}

  /** Forgets the origins of all facts. */
  void clear() {
    origins.clear();
  }

  /** Returns the reasons of a turn and remembers the origins of its facts. */
  Reasons of(StudioChat.Taken taken, Bot bot) {
    Situation before = bot.engine().situation(taken.before(), taken.at());
    Dialogue after = taken.turn().dialogue();
    Origin did = new Origin(taken.input(), taken.words());
    StatePath path = bot.conversation().machine().path(after.facts(), after.begun());
    boolean label =
        taken.input() instanceof Input.Said
            && bot.inputInterpreter().interpret(taken.input(), before) instanceof Meaning.Pressed;
    return new Reasons(
        did,
        label,
        label ? Optional.empty() : explanation(taken.input(), before, bot),
        InputInterpreter.openPrompt(before).open(),
        taken.turn().gist(),
        new Way(path.passed().stream().map(State::id).toList(), path.taken()),
        known(taken.before().facts().values(), after.facts().values(), did),
        taken.turn().messages().stream().map(message -> message.text().plain()).toList());
  }

  private List<Known> known(
      Map<String, FactValue> before, Map<String, FactValue> after, Origin did) {
    List<Known> known = new ArrayList<>();
    after.forEach(
        (id, value) -> {
          boolean fresh = !value.equals(before.get(id));
          if (fresh) {
            origins.put(id, did);
          }
          known.add(new Known(id, value, Optional.ofNullable(origins.get(id)), fresh));
        });
    return known;
  }

  private static Optional<Explanation> explanation(Input input, Situation before, Bot bot) {
    return input instanceof Input.Said(String text, var manner)
            && bot.interpreter() instanceof NluPipeline pipeline
        ? Optional.of(pipeline.explain(text, InputInterpreter.openPrompt(before)))
        : Optional.empty();
  }
}
