package backtalk.dialogue.handling;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Position;
import backtalk.conversation.StateMachine;
import backtalk.dialogue.Confirmation;
import backtalk.dialogue.FactValue;
import backtalk.dialogue.Facts;
import backtalk.dialogue.Situation;
import backtalk.dialogue.TurnKind;
import backtalk.dialogue.input.CommandKind;
import backtalk.dialogue.input.Meaning;
import backtalk.understanding.FactMention;
import backtalk.understanding.NluResult;
import backtalk.understanding.TopicMatch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Handles text in this order: emergencies and other facts, the answer to the open question, a
 * topic, a command or small talk, and last text that was not understood.
 */
public final class TextHandler {

  private final StateMachine machine;
  private final FactRecorder factRecorder;
  private final AnswerHandler answerHandler;
  private final CommandHandler commandHandler;
  private final RetractionHandler retractionHandler;
  private final RedFlagTextHandler redFlagTextHandler;
  private final ReferenceHandler referenceHandler;

  public TextHandler(Conversation conversation, CommandHandler commandHandler) {
    this.machine = conversation.machine();
    this.factRecorder = new FactRecorder(machine);
    this.answerHandler = new AnswerHandler(machine, factRecorder, commandHandler);
    this.commandHandler = commandHandler;
    this.retractionHandler = new RetractionHandler(machine);
    this.referenceHandler = new ReferenceHandler(conversation, commandHandler, retractionHandler);
    this.redFlagTextHandler = new RedFlagTextHandler(machine, factRecorder, answerHandler);
  }

  public TurnDraft handle(TurnDraft draft, Meaning.Words words) {
    NluResult result = words.result();
    boolean overLimit = words.manner().overLimit();
    return switch (words.manner()) {
      case TYPED -> typed(draft, words);
      case FLOOD -> redFlagTextHandler.overLimit(draft, keepingSigns(draft, result));
      case EDITED, EDITED_FLOOD ->
          redFlagTextHandler.edited(draft, keepingSigns(draft, result), overLimit);
      case FORWARDED, FORWARDED_FLOOD ->
          redFlagTextHandler
              .forwarded(draft, result, overLimit)
              .orElseGet(() -> overLimit ? draft.silenced() : forwarded(draft, words));
    };
  }

  private NluResult keepingSigns(TurnDraft draft, NluResult result) {
    return retractionHandler.keepingSigns(draft.before(), result);
  }

  /** Answers another person's text. It runs no command, and small talk is replied to. */
  private TurnDraft forwarded(TurnDraft draft, Meaning.Words words) {
    NluResult result = words.result();
    Optional<String> smallTalk = result.verb().filter(word -> CommandKind.named(word).isEmpty());
    return topics(draft, result.withVerb(smallTalk).withoutCorrection(), words.text());
  }

  private TurnDraft typed(TurnDraft draft, Meaning.Words words) {
    Situation before = draft.before();
    NluResult signs = keepingSigns(draft, withoutIdleDoubts(before, words.result()));
    boolean corrects = retractionHandler.corrects(before, signs);
    NluResult result = signs.withoutCorrection();
    TurnDraft recorded = recordFacts(draft, result);
    if (RetractionHandler.isRequested(result) || corrects) {
      return retracted(recorded, result, words.text());
    }
    TurnDraft answered =
        result.reply().map(kind -> answerHandler.handle(recorded, kind)).orElse(recorded);
    Optional<String> doubt = RedFlagTextHandler.firstDoubt(answered, result);
    TurnDraft asked = doubt.map(fact -> askBack(answered, fact, words.text())).orElse(answered);
    if (result.someoneElse().isPresent()) {
      return RedFlagTextHandler.emergencyOfSomeoneElse(asked, result);
    }
    return doubt.isPresent() || hasMovedOn(result)
        ? answeredTopics(asked, result)
        : topics(asked, result, words.text());
  }

  /**
   * Returns the result without doubts that a call for help explains, and without those below an
   * emergency while the talk is about another person in danger.
   */
  private NluResult withoutIdleDoubts(Situation before, NluResult heard) {
    boolean excused = CommandHandler.callsToAct(before.assessment(), heard.verb());
    boolean other = before.isSomeoneElseInDanger() && !heard.aboutOwnBack();
    return heard.withDoubts(
        fact -> !excused && (!other || machine.fact(fact).severity().emergency()));
  }

  /** Asks whether to undo the last answer. New signs in the same text come before that. */
  private TurnDraft retracted(TurnDraft recorded, NluResult result, String text) {
    if (result.someoneElse().isPresent()) {
      return RedFlagTextHandler.emergencyOfSomeoneElse(recorded, result);
    }
    boolean newEmergency =
        recorded.assessment().hasNewEmergencySince(recorded.before().assessment());
    return RedFlagTextHandler.firstDoubt(recorded, result)
        .map(fact -> askBack(recorded, fact, text))
        .orElseGet(() -> newEmergency ? recorded : retractionHandler.ask(recorded));
  }

  /** Asks about a doubted fact, or again about a more urgent one that has no answer yet. */
  private TurnDraft askBack(TurnDraft draft, String fact, String text) {
    List<String> order = List.copyOf(machine.facts().keySet());
    return draft.pending().orElse(null) instanceof Confirmation.OfFact(String open)
            && order.indexOf(open) < order.indexOf(fact)
        ? draft.confirming(open)
        : draft.confirming(fact).withQuote(text);
  }

  /** Returns true when the text has moved the dialogue on, even without asking a question. */
  private boolean hasMovedOn(NluResult result) {
    boolean recorded =
        result.mentions().stream().anyMatch(mention -> machine.fact(mention.fact()).redFlag())
            || (!result.mentions().isEmpty() && result.topics() instanceof TopicMatch.Declined);
    return result.reply().isPresent() || recorded;
  }

  /**
   * Records the mentioned facts, except those that would lower an emergency: a tap must confirm
   * them. Each mention is tried on top of those before it, so that several together cannot lower it
   * either.
   */
  private TurnDraft recordFacts(TurnDraft draft, NluResult result) {
    Map<String, Answer> recordable = new LinkedHashMap<>();
    Optional<String> lowering = Optional.empty();
    Facts facts = draft.facts();
    for (FactMention mention : result.mentions()) {
      if (FactUpdates.lowersEmergency(machine, facts, mention.fact(), mention.answer())) {
        lowering = Optional.of(mention.fact());
      } else {
        recordable.put(mention.fact(), mention.answer());
        FactValue value = new FactValue(mention.answer(), draft.now());
        facts = FactUpdates.apply(machine, facts, mention.fact(), value);
      }
    }
    TurnDraft recorded = recordable.isEmpty() ? draft : factRecorder.recordAll(draft, recordable);
    return lowering.map(fact -> recorded.confirming(fact).noting("lower-by-tap")).orElse(recorded);
  }

  /** Answers the topics asked beside a fact; guessed topics are not offered then. */
  private TurnDraft answeredTopics(TurnDraft draft, NluResult result) {
    return result.topics() instanceof TopicMatch.Answered answered
        ? commandHandler.answer(draft, answered)
        : draft;
  }

  private TurnDraft topics(TurnDraft draft, NluResult result, String text) {
    if (text.isBlank()) {
      return draft.noting("empty");
    }
    return referenceHandler
        .handle(draft, result, text)
        .or(() -> result.verb().map(verb -> commandHandler.commandOrSmallTalk(draft, verb)))
        .orElseGet(() -> matched(draft, result));
  }

  private TurnDraft matched(TurnDraft draft, NluResult result) {
    return switch (result.topics()) {
      case TopicMatch.Answered answered ->
          referenceHandler
              .askedAgain(draft, answered)
              .orElseGet(() -> commandHandler.answer(draft, answered));
      case TopicMatch.Offered(List<String> topics) ->
          referenceHandler
              .meantAgain(draft, topics)
              .orElseGet(() -> commandHandler.offer(draft, topics));
      case TopicMatch.Declined declined -> result.mentions().isEmpty() ? declined(draft) : draft;
    };
  }

  private TurnDraft declined(TurnDraft draft) {
    boolean asking = draft.pending().isPresent() || draft.position() instanceof Position.Asking;
    return asking && !draft.assessment().isEmergency()
        ? draft.noting("not-understood").withKind(TurnKind.DECLINE)
        : commandHandler.decline(draft);
  }
}
