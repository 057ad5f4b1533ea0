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
import backtalk.understanding.FactMention;
import backtalk.understanding.NluResult;
import backtalk.understanding.TopicMatch;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Handles text in this order: emergencies and other facts, the answer to the open question, a
 * topic, a command or small talk, and last text that was not understood.
 */
final class TextHandler {

  private final StateMachine machine;
  private final MessageCatalog phrases;
  private final FactRecorder factRecorder;
  private final AnswerHandler answerHandler;
  private final CommandHandler commandHandler;
  private final RetractionHandler retractionHandler;
  private final RedFlagTextHandler redFlagTextHandler;

  TextHandler(
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
    this.redFlagTextHandler = new RedFlagTextHandler(machine, phrases, factRecorder, answerHandler);
  }

  TurnDraft handle(Dialogue dialogue, Meaning.Words words, Instant now) {
    NluResult result = words.result();
    return switch (words.manner()) {
      case TYPED -> typed(dialogue, words, now);
      case FORWARDED -> forwarded(dialogue, words);
      case EDITED ->
          redFlagTextHandler.edited(
              dialogue, retractionHandler.keepingSigns(dialogue, result), now);
      case EDITED_FLOOD ->
          redFlagTextHandler.editedOverLimit(
              dialogue, retractionHandler.keepingSigns(dialogue, result), now);
      case FLOOD ->
          redFlagTextHandler.overLimit(
              dialogue, retractionHandler.keepingSigns(dialogue, result), now);
      case FORWARDED_FLOOD -> redFlagTextHandler.forwardedOverLimit(dialogue, result);
    };
  }

  /** Handles another person's text: it records no fact and runs no command. */
  private TurnDraft forwarded(Dialogue dialogue, Meaning.Words words) {
    return redFlagTextHandler
        .forwarded(dialogue, words.result())
        .orElseGet(
            () -> topics(TurnDraft.of(dialogue), withoutCommand(words.result()), words.text()));
  }

  /** Drops a command from a result and keeps small talk. */
  private static NluResult withoutCommand(NluResult result) {
    return result
        .withVerb(result.verb().filter(word -> CommandKind.named(word).isEmpty()))
        .withoutCorrection();
  }

  private ReplyPart note(String phrase) {
    return new ReplyPart.Note(phrases.text(phrase));
  }

  private TurnDraft typed(Dialogue dialogue, Meaning.Words words, Instant now) {
    NluResult interpreted =
        retractionHandler.keepingSigns(dialogue, undoubted(dialogue, words.result()));
    boolean corrects = retractionHandler.corrects(dialogue, interpreted);
    NluResult result = interpreted.withoutCorrection();
    TurnDraft recorded = recordFacts(TurnDraft.of(dialogue), result, now);
    if (RetractionHandler.isRequested(result) || corrects) {
      return retracted(dialogue, recorded, result, words.text());
    }
    TurnDraft answered =
        result
            .reply()
            .map(answerKind -> answerHandler.handle(recorded, dialogue, answerKind, now))
            .orElse(recorded);
    Optional<String> doubt = RedFlagTextHandler.firstDoubt(answered.dialogue(), result);
    TurnDraft asked = doubt.map(fact -> askBack(answered, fact, words.text())).orElse(answered);
    if (result.someoneElse().isPresent()) {
      return redFlagTextHandler.emergencyOfSomeoneElse(asked);
    }
    return understood(result, doubt)
        ? answeredTopics(asked, result)
        : topics(asked, result, words.text());
  }

  /** Asks whether to undo the last answer. New signs in the same text come before that. */
  private TurnDraft retracted(Dialogue before, TurnDraft recorded, NluResult result, String text) {
    if (result.someoneElse().isPresent()) {
      return redFlagTextHandler.emergencyOfSomeoneElse(recorded);
    }
    Assessment now = new Assessment(machine, recorded.dialogue().facts());
    boolean newEmergency = now.hasNewEmergencySince(new Assessment(machine, before.facts()));
    return RedFlagTextHandler.firstDoubt(recorded.dialogue(), result)
        .map(fact -> askBack(recorded, fact, text))
        .orElseGet(() -> newEmergency ? recorded : retractionHandler.ask(recorded, before));
  }

  /** Drops doubts where a person in an emergency says what keeps them from help. */
  private NluResult undoubted(Dialogue dialogue, NluResult result) {
    return commandHandler.callsToAct(dialogue, result.verb()) ? result.withoutDoubts() : result;
  }

  /** Asks about a doubted fact, or again about a more urgent one that has no answer yet. */
  private TurnDraft askBack(TurnDraft draft, String fact, String text) {
    List<String> order = List.copyOf(machine.facts().keySet());
    return switch (draft.dialogue().question().pending().orElse(null)) {
      case Confirmation.OfFact(String open) when order.indexOf(open) < order.indexOf(fact) ->
          factRecorder.askToConfirm(draft, open);
      case null, default -> factRecorder.askToConfirm(draft, fact).withQuote(text);
    };
  }

  /** Returns true when the text has moved the dialogue on, even without asking a question. */
  private boolean understood(NluResult result, Optional<String> doubt) {
    boolean recorded =
        result.mentions().stream().anyMatch(t -> machine.fact(t.fact()).redFlag())
            || (!result.mentions().isEmpty() && result.topics() instanceof TopicMatch.Declined);
    return result.reply().isPresent() || recorded || doubt.isPresent();
  }

  /**
   * Records the mentioned facts, except those that would lower an emergency: a tap must confirm
   * them. Each mention is tried on top of those before it, so that several together cannot lower it
   * either.
   */
  private TurnDraft recordFacts(TurnDraft draft, NluResult result, Instant now) {
    Map<String, Answer> recordable = new LinkedHashMap<>();
    Optional<String> lowering = Optional.empty();
    Facts facts = draft.dialogue().facts();
    for (FactMention mention : result.mentions()) {
      if (FactUpdates.lowersEmergency(machine, facts, mention.fact(), mention.answer())) {
        lowering = Optional.of(mention.fact());
      } else {
        recordable.put(mention.fact(), mention.answer());
        facts =
            FactUpdates.apply(machine, facts, mention.fact(), new FactValue(mention.answer(), now));
      }
    }
    TurnDraft recorded =
        recordable.isEmpty() ? draft : factRecorder.recordAll(draft, recordable, now);
    return lowering
        .map(fact -> factRecorder.askToConfirm(recorded, fact).adding(note("lower-by-tap")))
        .orElse(recorded);
  }

  /** Answers the topics asked beside a fact; guessed topics are not offered then. */
  private TurnDraft answeredTopics(TurnDraft draft, NluResult result) {
    return result.topics() instanceof TopicMatch.Answered(List<String> topics)
        ? commandHandler.cards(draft, topics)
        : draft;
  }

  private TurnDraft topics(TurnDraft draft, NluResult result, String text) {
    if (text.isBlank()) {
      return draft.adding(note("empty"));
    }
    if (result.verb().isPresent()) {
      return commandHandler.commandOrSmallTalk(draft, result.verb().get());
    }
    return switch (result.topics()) {
      case TopicMatch.Answered(List<String> topics) -> commandHandler.cards(draft, topics);
      case TopicMatch.Offered(List<String> topics) -> commandHandler.offer(draft, topics);
      case TopicMatch.Declined declined -> result.mentions().isEmpty() ? declined(draft) : draft;
    };
  }

  private TurnDraft declined(TurnDraft draft) {
    Dialogue dialogue = draft.dialogue();
    boolean asking =
        dialogue.question().pending().isPresent()
            || machine.where(dialogue.facts(), dialogue.begun()) instanceof Position.Asking;
    return asking && !commandHandler.isEmergency(dialogue)
        ? draft.adding(note("not-understood")).withKind(TurnKind.DECLINE)
        : commandHandler.decline(draft);
  }
}
