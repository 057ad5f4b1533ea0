package backtalk.dialogue.handling;

import backtalk.conversation.Answer;
import backtalk.conversation.StateMachine;
import backtalk.dialogue.Confirmation;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.TurnKind;
import backtalk.dialogue.rendering.MessageCatalog;
import backtalk.understanding.AnswerKind;
import backtalk.understanding.FactMention;
import backtalk.understanding.NluResult;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Handles text that counts for red flags only: edited, forwarded or over the flood limit. It also
 * replies to emergencies of other people, which any text may mention.
 */
final class RedFlagTextHandler {

  private final StateMachine machine;
  private final MessageCatalog phrases;
  private final FactRecorder factRecorder;
  private final AnswerHandler answerHandler;

  RedFlagTextHandler(
      StateMachine machine,
      MessageCatalog phrases,
      FactRecorder factRecorder,
      AnswerHandler answerHandler) {
    this.machine = machine;
    this.phrases = phrases;
    this.factRecorder = factRecorder;
    this.answerHandler = answerHandler;
  }

  /** Returns the first doubted red flag that is not yes or unsure already. */
  static Optional<String> firstDoubt(Dialogue dialogue, NluResult result) {
    return result.doubts().stream()
        .filter(fact -> !dialogue.facts().is(fact, Answer.MAY_BE))
        .findFirst();
  }

  /** Says how to get help for another person. */
  TurnDraft emergencyOfSomeoneElse(TurnDraft draft) {
    return draft
        .adding(new ReplyPart.Note(phrases.text("someone-else-emergency")))
        .withKind(TurnKind.EMERGENCY);
  }

  /** Records the new red flags of an edited message; without any it stays silent. */
  TurnDraft edited(Dialogue dialogue, NluResult result, Instant now) {
    return edited(dialogue, result, fact -> true, now);
  }

  /** Does the same over the flood limit, but does not repeat an open confirmation. */
  TurnDraft editedOverLimit(Dialogue dialogue, NluResult result, Instant now) {
    return edited(dialogue, result, fact -> !isAsked(dialogue, fact), now);
  }

  private TurnDraft edited(
      Dialogue dialogue, NluResult result, Predicate<String> worthAsking, Instant now) {
    Map<String, Answer> flags = newFlags(dialogue, result);
    TurnDraft draft = TurnDraft.of(dialogue);
    if (!flags.isEmpty()) {
      return factRecorder.recordAll(draft, flags, now);
    }
    if (result.someoneElse().isPresent()) {
      return emergencyOfSomeoneElse(draft);
    }
    return firstDoubt(dialogue, result)
        .filter(worthAsking)
        .map(fact -> factRecorder.askToConfirm(draft, fact))
        .orElseGet(draft::silenced);
  }

  private Map<String, Answer> newFlags(Dialogue dialogue, NluResult result) {
    return result.mentions().stream()
        .filter(mention -> Answer.MAY_BE.contains(mention.answer()))
        .filter(mention -> machine.fact(mention.fact()).redFlag())
        .filter(mention -> !dialogue.facts().is(mention.fact(), Set.of(Answer.YES)))
        .collect(
            Collectors.toMap(
                FactMention::fact, FactMention::answer, (a, b) -> a, LinkedHashMap::new));
  }

  /**
   * Records red flags over the flood limit, and a yes or a doubt about the open question. A no does
   * not count, because a person who writes that fast may not have read the question. A yes to
   * erasing or to starting over does not count either: it may be meant for the question before.
   */
  TurnDraft overLimit(Dialogue dialogue, NluResult result, Instant now) {
    Map<String, Answer> flags = newFlags(dialogue, result);
    Optional<AnswerKind> reply =
        result
            .reply()
            .filter(it -> it == AnswerKind.YES || it == AnswerKind.UNSURE)
            .filter(it -> !RetractionHandler.erases(dialogue.question().pending()));
    TurnDraft unchanged = TurnDraft.of(dialogue);
    TurnDraft recorded =
        flags.isEmpty() ? unchanged : factRecorder.recordAll(unchanged, flags, now);
    TurnDraft answered =
        reply.map(it -> answerHandler.handle(recorded, dialogue, it, now)).orElse(recorded);
    if (result.someoneElse().isPresent()) {
      return emergencyOfSomeoneElse(answered);
    }
    return firstDoubt(answered.dialogue(), result)
        .filter(fact -> !isAsked(answered.dialogue(), fact))
        .map(fact -> factRecorder.askToConfirm(answered, fact))
        .orElseGet(() -> answered.equals(unchanged) ? unchanged.silenced() : answered);
  }

  /** Asks about the most urgent sign of a forwarded text; empty when it has none. */
  Optional<TurnDraft> forwarded(Dialogue dialogue, NluResult result) {
    return forwarded(dialogue, result, flag -> true);
  }

  /** Asks about a sign of a text forwarded over the flood limit, unless it is asked already. */
  TurnDraft forwardedOverLimit(Dialogue dialogue, NluResult result) {
    return forwarded(dialogue, result, flag -> !isAsked(dialogue, flag))
        .orElseGet(() -> TurnDraft.of(dialogue).silenced());
  }

  private Optional<TurnDraft> forwarded(
      Dialogue dialogue, NluResult result, Predicate<String> worthAsking) {
    TurnDraft draft = TurnDraft.of(dialogue);
    if (result.someoneElse().isPresent()) {
      return Optional.of(emergencyOfSomeoneElse(draft));
    }
    Optional<String> flag =
        result.mentions().stream()
            .filter(mention -> mention.answer() != Answer.NO)
            .map(FactMention::fact)
            .filter(fact -> !dialogue.facts().is(fact, Answer.MAY_BE))
            .findFirst()
            .or(() -> firstDoubt(dialogue, result));
    return flag.filter(worthAsking)
        .map(fact -> factRecorder.askToConfirm(draft, fact))
        .map(asked -> asked.adding(new ReplyPart.Note(phrases.text("forwarded"))));
  }

  /** Returns true when this fact, or a more urgent one, waits for its confirmation already. */
  private boolean isAsked(Dialogue dialogue, String fact) {
    List<String> order = List.copyOf(machine.facts().keySet());
    return dialogue.question().pending().orElse(null) instanceof Confirmation.OfFact(String open)
        && order.indexOf(open) <= order.indexOf(fact);
  }
}
