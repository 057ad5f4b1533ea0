package backtalk.dialogue;

import backtalk.conversation.Answer;
import backtalk.conversation.Expect;
import backtalk.conversation.Machine;
import backtalk.conversation.Place;
import backtalk.conversation.State;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes answers into a dialogue: facts heard in words, a fact tapped, all that a question left. */
final class Answering {

  private final Machine machine;
  private final Phrasebook phrases;

  Answering(Machine machine, Phrasebook phrases) {
    this.machine = machine;
    this.phrases = phrases;
  }

  /** Asks whether a fact is so, before anything else. */
  Reaction asked(Reaction reaction, String fact) {
    Optional<Pending> ask = Optional.of(new Pending.OfFact(fact));
    return reaction.to(reaction.dialogue().pending(ask)).doing(Action.CONFIRM);
  }

  /** Tells facts, and says that they were noted. */
  Reaction tell(Reaction reaction, Map<String, Answer> answers, Instant now) {
    Dialogue before = reaction.dialogue();
    Dialogue after = Tellings.tell(machine, before, answers, now).settled(answers.keySet());
    return reaction.to(after).saying(noted(before, answers));
  }

  /** What was heard is said back; a no to something that was only asked to be sure is not. */
  private Saying noted(Dialogue dialogue, Map<String, Answer> answers) {
    Facts before = dialogue.facts();
    boolean onlyNo = answers.values().stream().allMatch(Answer.NO::equals);
    boolean news = answers.keySet().stream().noneMatch(fact -> before.answer(fact).isPresent());
    return onlyNo && news && dialogue.asked().pending().isPresent()
        ? new Saying.Note(phrases.say("confirmed-no"))
        : noted(before, answers);
  }

  private Saying noted(Facts before, Map<String, Answer> answers) {
    List<String> told =
        answers.entrySet().stream()
            .map(entry -> phrases.told(machine.fact(entry.getKey()), entry.getValue()))
            .toList();
    boolean changed =
        answers.entrySet().stream()
            .anyMatch(
                entry ->
                    before
                        .answer(entry.getKey())
                        .filter(earlier -> earlier != entry.getValue())
                        .isPresent());
    String facts = phrases.list(told, told.size());
    String words = phrases.say(changed ? "changed" : "noted", Map.of("facts", facts));
    return new Saying.Noted(words, List.copyOf(answers.keySet()));
  }

  /** One tap on a fact; where a state takes only one answer, its others are then not so. */
  Reaction tap(Reaction reaction, String fact, Answer answer, Instant now) {
    Dialogue dialogue = reaction.dialogue();
    Map<String, Answer> answers = new LinkedHashMap<>();
    if (answer == Answer.YES && dialogue.asked().pending().isEmpty()) {
      others(dialogue, fact).forEach(other -> answers.put(other, Answer.NO));
    }
    answers.put(fact, answer);
    Dialogue told = Tellings.tell(machine, dialogue, answers, now);
    Reaction tapped = reaction.to(told.settled(answers.keySet()));
    return dialogue.asked().pending().isPresent()
        ? tapped.saying(noted(dialogue, answers))
        : tapped;
  }

  /** What a tap on one answer denies: the other open ones, where only one can be so. */
  private List<String> others(Dialogue dialogue, String fact) {
    return machine.where(dialogue.facts(), dialogue.begun())
                instanceof Place.Asking(State state, List<String> open)
            && state.expect() instanceof Expect.OneOf
            && open.contains(fact)
            && !dialogue.asked().each().equals(Optional.of(state.id()))
        ? open.stream().filter(other -> !other.equals(fact)).toList()
        : List.of();
  }

  /** One answer to everything left open; "not sure" may ask it one by one instead. */
  Reaction tellRest(Reaction reaction, State state, List<String> left, Answer answer, Instant now) {
    Dialogue dialogue = reaction.dialogue();
    if (answer == Answer.UNSURE && state.expect().asksEach() && left.size() > 1) {
      return reaction.to(dialogue.with(dialogue.asked().one(Optional.of(state.id()))));
    }
    Map<String, Answer> answers = new LinkedHashMap<>();
    left.forEach(fact -> answers.put(fact, answer));
    return reaction.to(Tellings.tell(machine, dialogue, answers, now));
  }
}
