package backtalk.dialogue;

import backtalk.conversation.Answer;
import backtalk.conversation.Machine;
import backtalk.conversation.Place;
import backtalk.understanding.Heard;
import backtalk.understanding.Reply;
import backtalk.understanding.Telling;
import backtalk.understanding.TopicMatch;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reacts to words, in this order: emergencies and other facts, the answer to what was asked, a
 * question, a verb or small talk, and last that nothing was understood.
 */
final class WordReactions {

  private final Machine machine;
  private final Phrasebook phrases;
  private final Answering answering;
  private final Replies replies;
  private final Acts acts;
  private final Retractions retractions;

  WordReactions(Machine machine, Phrasebook phrases, Answering answering, Acts acts) {
    this.machine = machine;
    this.phrases = phrases;
    this.answering = answering;
    this.replies = new Replies(machine, phrases, answering, acts);
    this.acts = acts;
    this.retractions = new Retractions(machine, phrases);
  }

  Reaction to(Dialogue dialogue, Meaning.Words words, Instant now) {
    return switch (words.manner()) {
      case TYPED -> typed(dialogue, words, now);
      case FORWARDED -> forwarded(dialogue, words);
      case EDITED -> alarms(dialogue, retractions.guarded(dialogue, words.heard()), now);
      case FLOOD -> signs(dialogue, retractions.guarded(dialogue, words.heard()), now);
      case FORWARDED_FLOOD ->
          forwardedSign(dialogue, words.heard(), flag -> !isAsked(dialogue, flag))
              .orElseGet(() -> Reaction.of(dialogue).quietly());
    };
  }

  /** Only red flags count; where there is none, nothing is said. */
  private Reaction alarms(Dialogue dialogue, Heard heard, Instant now) {
    Map<String, Answer> flags = newFlags(dialogue, heard);
    Reaction reaction = Reaction.of(dialogue);
    if (!flags.isEmpty()) {
      return answering.tell(reaction, flags, now);
    }
    if (heard.someoneElse().isPresent()) {
      return elsesEmergency(reaction);
    }
    return doubt(dialogue, heard)
        .map(fact -> answering.asked(reaction, fact))
        .orElseGet(reaction::quietly);
  }

  private Map<String, Answer> newFlags(Dialogue dialogue, Heard heard) {
    return heard.tells().stream()
        .filter(telling -> Answer.MAY_BE.contains(telling.answer()))
        .filter(telling -> machine.fact(telling.fact()).redFlag())
        .filter(telling -> !dialogue.facts().is(telling.fact(), Set.of(Answer.YES)))
        .collect(Collectors.toMap(Telling::fact, Telling::answer, (a, b) -> a, LinkedHashMap::new));
  }

  /**
   * Over the flood limit: red flags, and a yes or a doubt about what is asked. A no is not taken:
   * whoever goes too fast may not have read what it answers.
   */
  private Reaction signs(Dialogue dialogue, Heard heard, Instant now) {
    Map<String, Answer> flags = newFlags(dialogue, heard);
    Optional<Reply> reply = heard.reply().filter(it -> it == Reply.YES || it == Reply.UNSURE);
    Reaction nothing = Reaction.of(dialogue);
    Reaction told = flags.isEmpty() ? nothing : answering.tell(nothing, flags, now);
    Reaction replied = reply.map(it -> replies.to(told, dialogue, it, now)).orElse(told);
    if (heard.someoneElse().isPresent()) {
      return elsesEmergency(replied);
    }
    return doubt(replied.dialogue(), heard)
        .filter(fact -> !isAsked(replied.dialogue(), fact))
        .map(fact -> answering.asked(replied, fact))
        .orElseGet(() -> replied.equals(nothing) ? nothing.quietly() : replied);
  }

  /** This fact, or a more urgent one, is asked already and has no answer yet. */
  private boolean isAsked(Dialogue dialogue, String fact) {
    List<String> order = List.copyOf(machine.facts().keySet());
    return dialogue.asked().pending().orElse(null) instanceof Pending.OfFact(String open)
        && order.indexOf(open) <= order.indexOf(fact);
  }

  private Reaction elsesEmergency(Reaction reaction) {
    return reaction.saying(note("someone-else-emergency")).doing(Action.EMERGENCY);
  }

  /** Somebody else's words set no fact: the most urgent one is asked first. */
  private Reaction forwarded(Dialogue dialogue, Meaning.Words words) {
    return forwardedSign(dialogue, words.heard(), flag -> true)
        .orElseGet(() -> topics(Reaction.of(dialogue), passedOn(words.heard()), words.text()));
  }

  private Optional<Reaction> forwardedSign(
      Dialogue dialogue, Heard heard, Predicate<String> worthAsking) {
    Reaction reaction = Reaction.of(dialogue);
    if (heard.someoneElse().isPresent()) {
      return Optional.of(elsesEmergency(reaction));
    }
    Optional<String> flag =
        heard.tells().stream()
            .filter(telling -> telling.answer() != Answer.NO)
            .map(Telling::fact)
            .filter(fact -> !dialogue.facts().is(fact, Answer.MAY_BE))
            .findFirst()
            .or(() -> doubt(dialogue, heard));
    return flag.filter(worthAsking)
        .map(fact -> answering.asked(reaction, fact).saying(note("forwarded")));
  }

  /** Somebody else's words do nothing either: they take back no answer and begin nothing anew. */
  private static Heard passedOn(Heard heard) {
    return heard.doing(heard.verb().filter(word -> Verb.named(word).isEmpty()));
  }

  private Saying note(String phrase) {
    return new Saying.Note(phrases.say(phrase));
  }

  private Reaction typed(Dialogue dialogue, Meaning.Words words, Instant now) {
    Heard heard = retractions.guarded(dialogue, undoubted(dialogue, words.heard()));
    Reaction told = facts(Reaction.of(dialogue), heard, now);
    if (Retractions.said(heard)) {
      return retracted(dialogue, told, heard, words.text());
    }
    Reaction replied =
        heard.reply().map(reply -> replies.to(told, dialogue, reply, now)).orElse(told);
    Optional<String> doubt = doubt(replied.dialogue(), heard);
    Reaction asked = doubt.map(fact -> askedBack(replied, fact, words.text())).orElse(replied);
    if (heard.someoneElse().isPresent()) {
      return elsesEmergency(asked);
    }
    return understood(heard, doubt) ? questions(asked, heard) : topics(asked, heard, words.text());
  }

  /** Signs told beside a retraction come first: it is asked about where they need no asking. */
  private Reaction retracted(Dialogue before, Reaction told, Heard heard, String text) {
    if (heard.someoneElse().isPresent()) {
      return elsesEmergency(told);
    }
    Standing now = new Standing(machine, told.dialogue().facts());
    boolean alarms = now.alarmsBeyond(new Standing(machine, before.facts()));
    return doubt(told.dialogue(), heard)
        .map(fact -> askedBack(told, fact, text))
        .orElseGet(() -> alarms ? told : retractions.ask(told, before));
  }

  /** Whoever says what keeps them from help is told how to get it, and asked nothing first. */
  private Heard undoubted(Dialogue dialogue, Heard heard) {
    return acts.callsToAct(dialogue, heard.verb()) ? heard.undoubted() : heard;
  }

  /** Asks back, unless a doubt that is more urgent still waits for its answer: then that one. */
  private Reaction askedBack(Reaction reaction, String fact, String text) {
    List<String> order = List.copyOf(machine.facts().keySet());
    return switch (reaction.dialogue().asked().pending().orElse(null)) {
      case Pending.OfFact(String open) when order.indexOf(open) < order.indexOf(fact) ->
          answering.asked(reaction, open);
      case null, default -> answering.asked(reaction, fact).quoting(text);
    };
  }

  /** There is something to go on with, even if no question was asked. */
  private boolean understood(Heard heard, Optional<String> doubt) {
    boolean told =
        heard.tells().stream().anyMatch(t -> machine.fact(t.fact()).redFlag())
            || (!heard.tells().isEmpty() && heard.topics() instanceof TopicMatch.Declined);
    return heard.reply().isPresent() || told || doubt.isPresent();
  }

  /** Tells what was heard, but asks before words wave an emergency away, be it sign by sign. */
  private Reaction facts(Reaction reaction, Heard heard, Instant now) {
    Map<String, Answer> tellable = new LinkedHashMap<>();
    Optional<String> lowered = Optional.empty();
    Facts facts = reaction.dialogue().facts();
    for (Telling telling : heard.tells()) {
      if (Tellings.lowersEmergency(machine, facts, telling.fact(), telling.answer())) {
        lowered = Optional.of(telling.fact());
      } else {
        tellable.put(telling.fact(), telling.answer());
        facts = Tellings.tell(machine, facts, telling.fact(), new Told(telling.answer(), now));
      }
    }
    Reaction told = tellable.isEmpty() ? reaction : answering.tell(reaction, tellable, now);
    return lowered
        .map(fact -> answering.asked(told, fact).saying(note("lower-by-tap")))
        .orElse(told);
  }

  /** The first doubt about something that does not count as so already. */
  private static Optional<String> doubt(Dialogue dialogue, Heard heard) {
    return heard.doubts().stream()
        .filter(fact -> !dialogue.facts().is(fact, Answer.MAY_BE))
        .findFirst();
  }

  /** Questions asked beside something told: sure ones are answered, others let go. */
  private Reaction questions(Reaction reaction, Heard heard) {
    return heard.topics() instanceof TopicMatch.Answered(List<String> topics)
        ? acts.cards(reaction, topics)
        : reaction;
  }

  private Reaction topics(Reaction reaction, Heard heard, String text) {
    if (text.isBlank()) {
      return reaction.saying(note("empty"));
    }
    if (heard.verb().isPresent()) {
      return acts.verbOrSmallTalk(reaction, heard.verb().get());
    }
    return switch (heard.topics()) {
      case TopicMatch.Answered(List<String> topics) -> acts.cards(reaction, topics);
      case TopicMatch.Offered(List<String> topics) -> acts.offer(reaction, topics);
      case TopicMatch.Declined declined -> heard.tells().isEmpty() ? declined(reaction) : reaction;
    };
  }

  private Reaction declined(Reaction reaction) {
    Dialogue dialogue = reaction.dialogue();
    boolean asking =
        dialogue.asked().pending().isPresent()
            || machine.where(dialogue.facts(), dialogue.begun()) instanceof Place.Asking;
    return asking
        ? reaction.saying(note("not-understood")).doing(Action.DECLINE)
        : acts.decline(reaction);
  }
}
