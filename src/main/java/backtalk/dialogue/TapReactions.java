package backtalk.dialogue;

import backtalk.conversation.Answer;
import backtalk.conversation.Machine;
import backtalk.conversation.Place;
import backtalk.conversation.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reacts to buttons. A button of an earlier question, or of another dialogue, changes nothing and
 * says so kindly, with one exception: a sign of an emergency counts whenever it is tapped.
 */
final class TapReactions {

  private final Machine machine;
  private final Phrasebook phrases;
  private final Answering answering;
  private final Acts acts;

  TapReactions(Machine machine, Phrasebook phrases, Answering answering, Acts acts) {
    this.machine = machine;
    this.phrases = phrases;
    this.answering = answering;
    this.acts = acts;
  }

  Reaction to(Dialogue dialogue, Optional<Press> pressed, Instant now) {
    return pressed
        .filter(press -> known(press.tap()))
        .map(press -> to(dialogue, press, now))
        .orElseGet(() -> nothing(dialogue, "old-button"));
  }

  /** A button may name what a later version of the conversation no longer has. */
  private boolean known(Tap tap) {
    return switch (tap) {
      case Tap.Tell(String fact, Answer answer) -> told(fact);
      case Tap.Revise(String fact) -> told(fact);
      case Tap.TellRest rest -> true;
      case Tap.Choose choose -> true;
      case Tap.Settle settle -> true;
      case Tap.Do verb -> true;
    };
  }

  private boolean told(String fact) {
    return machine.facts().containsKey(fact) && !machine.fact(fact).workedOut();
  }

  private Reaction to(Dialogue dialogue, Press press, Instant now) {
    Asked asked = dialogue.asked();
    boolean mine = press.nonce().equals(asked.nonce());
    boolean current = mine && press.step() == asked.step();
    if (current || !press.tap().boundToQuestion() || alarm(dialogue, press.tap())) {
      return act(Reaction.of(dialogue), press.tap(), now);
    }
    return nothing(dialogue, mine ? "already-answered" : "old-button");
  }

  private boolean alarm(Dialogue dialogue, Tap tap) {
    return tap instanceof Tap.Tell(String id, Answer answer)
        && answer == Answer.YES
        && machine.fact(id).severity().emergency()
        && !dialogue.facts().answer(id).equals(Optional.of(Answer.YES));
  }

  private Reaction nothing(Dialogue dialogue, String phrase) {
    return Reaction.of(dialogue).toasting(phrases.say(phrase));
  }

  private Reaction act(Reaction reaction, Tap tap, Instant now) {
    return switch (tap) {
      case Tap.Tell(String fact, Answer answer) -> answering.tap(reaction, fact, answer, now);
      case Tap.TellRest(Answer answer) -> rest(reaction, answer, now);
      case Tap.Choose(String topic) -> acts.cards(reaction, List.of(topic));
      case Tap.Revise(String fact) -> acts.revise(reaction, fact);
      case Tap.Settle(boolean yes) -> acts.settle(reaction, yes, now);
      case Tap.Do(Verb verb) -> acts.verb(reaction, verb, now);
    };
  }

  private Reaction rest(Reaction reaction, Answer answer, Instant now) {
    Dialogue dialogue = reaction.dialogue();
    return machine.where(dialogue.facts(), dialogue.begun())
            instanceof Place.Asking(State state, List<String> open)
        ? answering.tellRest(reaction, state, open, answer, now)
        : nothing(dialogue, "already-answered");
  }
}
