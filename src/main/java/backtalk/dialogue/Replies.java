package backtalk.dialogue;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.conversation.Fact.Link.PartOf;
import backtalk.conversation.Machine;
import backtalk.conversation.Place;
import backtalk.conversation.State;
import backtalk.understanding.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Reacts to words that answer the open question. */
final class Replies {

  private final Machine machine;
  private final Phrasebook phrases;
  private final Answering answering;
  private final Acts acts;

  Replies(Machine machine, Phrasebook phrases, Answering answering, Acts acts) {
    this.machine = machine;
    this.phrases = phrases;
    this.answering = answering;
    this.acts = acts;
  }

  /** The answer to the question that was open when it was given. */
  Reaction to(Reaction told, Dialogue before, Reply reply, Instant now) {
    Optional<Pending> pending = before.asked().pending();
    if (pending.isPresent()) {
      return replyToPending(told, before, pending.get(), reply, now);
    }
    return machine.where(before.facts(), before.begun())
            instanceof Place.Asking(State state, List<String> open)
        ? replyTo(
            told, state, open, left(open, before.facts(), told.dialogue().facts()), reply, now)
        : told;
  }

  /** Words that tell something do not also wave through that everything is let go. */
  private Reaction replyToPending(
      Reaction told, Dialogue before, Pending pending, Reply reply, Instant now) {
    boolean toldBesides = !told.dialogue().facts().equals(before.facts());
    return switch (pending) {
      case Pending.OfFact(String fact) ->
          told.dialogue().asked().pending().equals(Optional.of(pending))
              ? replyTo(told, fact, reply, now)
              : told;
      case Pending.Retraction retraction -> told.saying(note("undo-by-tap"));
      case Pending.Forget forget -> toldBesides ? told : acts.settle(told, yes(reply), now);
      case Pending.StartOver over -> toldBesides ? told : acts.settle(told, yes(reply), now);
    };
  }

  private static boolean yes(Reply reply) {
    return reply == Reply.YES;
  }

  private Reaction replyTo(Reaction told, String fact, Reply reply, Instant now) {
    if (reply == Reply.SKIP) {
      return skipped(told, fact);
    }
    Answer answer = answer(reply);
    return Tellings.lowersEmergency(machine, told.dialogue().facts(), fact, answer)
        ? answering.asked(told, fact).saying(note("lower-by-tap"))
        : answering.tell(told, Map.of(fact, answer), now);
  }

  /** What was told stays told, and what a state asks is asked there; all else is asked again. */
  private Reaction skipped(Reaction told, String fact) {
    Dialogue dialogue = told.dialogue();
    boolean known = dialogue.facts().answer(fact).isPresent();
    return known || !machine.fact(fact).onlyIfSaid()
        ? told.to(dialogue.pending(Optional.empty()))
        : told.saying(note("not-understood"));
  }

  private Reaction replyTo(
      Reaction told, State state, List<String> open, List<String> left, Reply reply, Instant now) {
    boolean single =
        open.size() == 1 || told.dialogue().asked().each().equals(Optional.of(state.id()));
    if (left.isEmpty()) {
      return told;
    }
    if (single) {
      return left.contains(open.getFirst())
          ? answering.tell(told, Map.of(open.getFirst(), answer(reply)), now)
          : told;
    }
    if (reply == Reply.YES && left.size() < open.size()) {
      return told;
    }
    return reply == Reply.YES
        ? told.saying(note("which-one"))
        : answering.tellRest(told, state, left, answer(reply), now);
  }

  /** What the same words have told neither whole nor, as something that may be so, in part. */
  private List<String> left(List<String> open, Facts before, Facts after) {
    return open.stream()
        .filter(fact -> after.answer(fact).isEmpty())
        .filter(fact -> parts(fact).noneMatch(part -> doubted(part, before, after)))
        .toList();
  }

  private Stream<String> parts(String whole) {
    return machine.facts().values().stream()
        .filter(part -> part.link().equals(new PartOf(whole)))
        .map(Fact::id);
  }

  private static boolean doubted(String fact, Facts before, Facts after) {
    return after.is(fact, Answer.MAY_BE)
        && !Objects.equals(after.told().get(fact), before.told().get(fact));
  }

  private static Answer answer(Reply reply) {
    return switch (reply) {
      case YES -> Answer.YES;
      case NO, NONE -> Answer.NO;
      case UNSURE -> Answer.UNSURE;
      case SKIP -> Answer.SKIPPED;
    };
  }

  private Saying note(String phrase) {
    return new Saying.Note(phrases.say(phrase));
  }
}
