package backtalk.dialogue.handling;

import backtalk.conversation.Answer;
import backtalk.conversation.Position;
import backtalk.conversation.StateMachine;
import backtalk.dialogue.Assessment;
import backtalk.dialogue.Confirmation;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.FactValue;
import backtalk.dialogue.Facts;
import backtalk.dialogue.TurnKind;
import backtalk.dialogue.input.CommandKind;
import backtalk.dialogue.input.Meaning;
import backtalk.dialogue.rendering.MessageCatalog;
import backtalk.understanding.AnswerKind;
import backtalk.understanding.FactMention;
import backtalk.understanding.NluResult;
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
public final class TextHandler {

  private final StateMachine machine;
  private final MessageCatalog phrases;
  private final FactRecorder factRecorder;
  private final AnswerHandler answerHandler;
  private final CommandHandler commandHandler;
  private final RetractionHandler retractionHandler;

  public TextHandler(
      StateMachine machine,
      MessageCatalog phrases,
      FactRecorder factRecorder,
      CommandHandler commandHandler) {
    this.machine = machine;
    this.phrases = phrases;
    this.factRecorder = factRecorder;
    this.answerHandler = new AnswerHandler(machine, phrases, factRecorder, commandHandler);
    this.commandHandler = commandHandler;
    this.retractionHandler = new RetractionHandler(machine, phrases);
  }

  public TurnDraft to(Dialogue dialogue, Meaning.Words words, Instant now) {
    return switch (words.manner()) {
      case TYPED -> typed(dialogue, words, now);
      case FORWARDED -> forwarded(dialogue, words);
      case EDITED -> alarms(dialogue, retractionHandler.guarded(dialogue, words.result()), now);
      case FLOOD -> signs(dialogue, retractionHandler.guarded(dialogue, words.result()), now);
      case FORWARDED_FLOOD ->
          forwardedSign(dialogue, words.result(), flag -> !isAsked(dialogue, flag))
              .orElseGet(() -> TurnDraft.of(dialogue).quietly());
    };
  }

  /** Only red flags count; where there is none, nothing is said. */
  private TurnDraft alarms(Dialogue dialogue, NluResult result, Instant now) {
    Map<String, Answer> flags = newFlags(dialogue, result);
    TurnDraft draft = TurnDraft.of(dialogue);
    if (!flags.isEmpty()) {
      return factRecorder.tell(draft, flags, now);
    }
    if (result.someoneElse().isPresent()) {
      return elsesEmergency(draft);
    }
    return doubt(dialogue, result)
        .map(fact -> factRecorder.asked(draft, fact))
        .orElseGet(draft::quietly);
  }

  private Map<String, Answer> newFlags(Dialogue dialogue, NluResult result) {
    return result.tells().stream()
        .filter(mention -> Answer.MAY_BE.contains(mention.answer()))
        .filter(mention -> machine.fact(mention.fact()).redFlag())
        .filter(mention -> !dialogue.facts().is(mention.fact(), Set.of(Answer.YES)))
        .collect(
            Collectors.toMap(
                FactMention::fact, FactMention::answer, (a, b) -> a, LinkedHashMap::new));
  }

  /**
   * Over the flood limit: red flags, and a yes or a doubt about what is asked. A no is not taken:
   * whoever goes too fast may not have read what it answers.
   */
  private TurnDraft signs(Dialogue dialogue, NluResult result, Instant now) {
    Map<String, Answer> flags = newFlags(dialogue, result);
    Optional<AnswerKind> reply =
        result.reply().filter(it -> it == AnswerKind.YES || it == AnswerKind.UNSURE);
    TurnDraft nothing = TurnDraft.of(dialogue);
    TurnDraft told = flags.isEmpty() ? nothing : factRecorder.tell(nothing, flags, now);
    TurnDraft replied = reply.map(it -> answerHandler.to(told, dialogue, it, now)).orElse(told);
    if (result.someoneElse().isPresent()) {
      return elsesEmergency(replied);
    }
    return doubt(replied.dialogue(), result)
        .filter(fact -> !isAsked(replied.dialogue(), fact))
        .map(fact -> factRecorder.asked(replied, fact))
        .orElseGet(() -> replied.equals(nothing) ? nothing.quietly() : replied);
  }

  /** This fact, or a more urgent one, is asked already and has no answer yet. */
  private boolean isAsked(Dialogue dialogue, String fact) {
    List<String> order = List.copyOf(machine.facts().keySet());
    return dialogue.question().pending().orElse(null) instanceof Confirmation.OfFact(String open)
        && order.indexOf(open) <= order.indexOf(fact);
  }

  private TurnDraft elsesEmergency(TurnDraft draft) {
    return draft.saying(note("someone-else-emergency")).doing(TurnKind.EMERGENCY);
  }

  /** Somebody else's words set no fact: the most urgent one is asked first. */
  private TurnDraft forwarded(Dialogue dialogue, Meaning.Words words) {
    return forwardedSign(dialogue, words.result(), flag -> true)
        .orElseGet(() -> topics(TurnDraft.of(dialogue), passedOn(words.result()), words.text()));
  }

  private Optional<TurnDraft> forwardedSign(
      Dialogue dialogue, NluResult result, Predicate<String> worthAsking) {
    TurnDraft draft = TurnDraft.of(dialogue);
    if (result.someoneElse().isPresent()) {
      return Optional.of(elsesEmergency(draft));
    }
    Optional<String> flag =
        result.tells().stream()
            .filter(mention -> mention.answer() != Answer.NO)
            .map(FactMention::fact)
            .filter(fact -> !dialogue.facts().is(fact, Answer.MAY_BE))
            .findFirst()
            .or(() -> doubt(dialogue, result));
    return flag.filter(worthAsking)
        .map(fact -> factRecorder.asked(draft, fact).saying(note("forwarded")));
  }

  /** Somebody else's words do nothing either: they take back no answer and begin nothing anew. */
  private static NluResult passedOn(NluResult result) {
    return result
        .doing(result.verb().filter(word -> CommandKind.named(word).isEmpty()))
        .correctingNothing();
  }

  private ReplyPart note(String phrase) {
    return new ReplyPart.Note(phrases.say(phrase));
  }

  private TurnDraft typed(Dialogue dialogue, Meaning.Words words, Instant now) {
    NluResult heard = retractionHandler.guarded(dialogue, undoubted(dialogue, words.result()));
    boolean corrects = retractionHandler.corrects(dialogue, heard);
    NluResult result = heard.correctingNothing();
    TurnDraft told = facts(TurnDraft.of(dialogue), result, now);
    if (RetractionHandler.said(result) || corrects) {
      return retracted(dialogue, told, result, words.text());
    }
    TurnDraft replied =
        result
            .reply()
            .map(answerKind -> answerHandler.to(told, dialogue, answerKind, now))
            .orElse(told);
    Optional<String> doubt = doubt(replied.dialogue(), result);
    TurnDraft asked = doubt.map(fact -> askedBack(replied, fact, words.text())).orElse(replied);
    if (result.someoneElse().isPresent()) {
      return elsesEmergency(asked);
    }
    return understood(result, doubt)
        ? questions(asked, result)
        : topics(asked, result, words.text());
  }

  /** Signs told beside a retraction come first: it is asked about where they need no asking. */
  private TurnDraft retracted(Dialogue before, TurnDraft told, NluResult result, String text) {
    if (result.someoneElse().isPresent()) {
      return elsesEmergency(told);
    }
    Assessment now = new Assessment(machine, told.dialogue().facts());
    boolean alarms = now.alarmsBeyond(new Assessment(machine, before.facts()));
    return doubt(told.dialogue(), result)
        .map(fact -> askedBack(told, fact, text))
        .orElseGet(() -> alarms ? told : retractionHandler.ask(told, before));
  }

  /** Whoever says what keeps them from help is told how to get it, and asked nothing first. */
  private NluResult undoubted(Dialogue dialogue, NluResult result) {
    return commandHandler.callsToAct(dialogue, result.verb()) ? result.undoubted() : result;
  }

  /** Asks back, unless a doubt that is more urgent still waits for its answer: then that one. */
  private TurnDraft askedBack(TurnDraft draft, String fact, String text) {
    List<String> order = List.copyOf(machine.facts().keySet());
    return switch (draft.dialogue().question().pending().orElse(null)) {
      case Confirmation.OfFact(String open) when order.indexOf(open) < order.indexOf(fact) ->
          factRecorder.asked(draft, open);
      case null, default -> factRecorder.asked(draft, fact).quoting(text);
    };
  }

  /** There is something to go on with, even if no question was asked. */
  private boolean understood(NluResult result, Optional<String> doubt) {
    boolean told =
        result.tells().stream().anyMatch(t -> machine.fact(t.fact()).redFlag())
            || (!result.tells().isEmpty() && result.topics() instanceof TopicMatch.Declined);
    return result.reply().isPresent() || told || doubt.isPresent();
  }

  /** Tells what was heard, but asks before words wave an emergency away, be it sign by sign. */
  private TurnDraft facts(TurnDraft draft, NluResult result, Instant now) {
    Map<String, Answer> tellable = new LinkedHashMap<>();
    Optional<String> lowered = Optional.empty();
    Facts facts = draft.dialogue().facts();
    for (FactMention mention : result.tells()) {
      if (FactUpdates.lowersEmergency(machine, facts, mention.fact(), mention.answer())) {
        lowered = Optional.of(mention.fact());
      } else {
        tellable.put(mention.fact(), mention.answer());
        facts =
            FactUpdates.tell(machine, facts, mention.fact(), new FactValue(mention.answer(), now));
      }
    }
    TurnDraft told = tellable.isEmpty() ? draft : factRecorder.tell(draft, tellable, now);
    return lowered
        .map(fact -> factRecorder.asked(told, fact).saying(note("lower-by-tap")))
        .orElse(told);
  }

  /** The first doubt about something that does not count as so already. */
  private static Optional<String> doubt(Dialogue dialogue, NluResult result) {
    return result.doubts().stream()
        .filter(fact -> !dialogue.facts().is(fact, Answer.MAY_BE))
        .findFirst();
  }

  /** Questions asked beside something told: sure ones are answered, others let go. */
  private TurnDraft questions(TurnDraft draft, NluResult result) {
    return result.topics() instanceof TopicMatch.Answered(List<String> topics)
        ? commandHandler.cards(draft, topics)
        : draft;
  }

  private TurnDraft topics(TurnDraft draft, NluResult result, String text) {
    if (text.isBlank()) {
      return draft.saying(note("empty"));
    }
    if (result.verb().isPresent()) {
      return commandHandler.verbOrSmallTalk(draft, result.verb().get());
    }
    return switch (result.topics()) {
      case TopicMatch.Answered(List<String> topics) -> commandHandler.cards(draft, topics);
      case TopicMatch.Offered(List<String> topics) -> commandHandler.offer(draft, topics);
      case TopicMatch.Declined declined -> result.tells().isEmpty() ? declined(draft) : draft;
    };
  }

  private TurnDraft declined(TurnDraft draft) {
    Dialogue dialogue = draft.dialogue();
    boolean asking =
        dialogue.question().pending().isPresent()
            || machine.where(dialogue.facts(), dialogue.begun()) instanceof Position.Asking;
    return asking && !commandHandler.emergency(dialogue)
        ? draft.saying(note("not-understood")).doing(TurnKind.DECLINE)
        : commandHandler.decline(draft);
  }
}
