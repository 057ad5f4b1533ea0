package backtalk.dialogue.handling;

import backtalk.conversation.Answer;
import backtalk.conversation.StateMachine;
import backtalk.dialogue.Confirmation;
import backtalk.dialogue.Memory;
import backtalk.dialogue.TurnKind;
import backtalk.understanding.AnswerKind;
import backtalk.understanding.FactMention;
import backtalk.understanding.NluResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Handles text that counts for red flags only: edited, forwarded or over the flood limit. It also
 * replies to emergencies of other people, which any text may mention.
 */
record RedFlagTextHandler(
    StateMachine machine, FactRecorder factRecorder, AnswerHandler answerHandler) {

  /** Returns the first doubted red flag that is not yes or unsure already. */
  static Optional<String> firstDoubt(TurnDraft draft, NluResult result) {
    return result.doubts().stream()
        .filter(fact -> !draft.facts().is(fact, Answer.MAY_BE))
        .findFirst();
  }

  /** Says how to get help for another person, and remembers that emergency. */
  static TurnDraft emergencyOfSomeoneElse(TurnDraft draft, NluResult result) {
    Memory memory = draft.dialogue().remembered(draft.now());
    Optional<Memory.Alarm> alarm =
        result.someoneElse().map(fact -> new Memory.Alarm(fact, draft.now()));
    return draft
        .with(draft.dialogue().with(memory.with(alarm)))
        .noting("someone-else-emergency")
        .withKind(TurnKind.EMERGENCY);
  }

  /**
   * Records the new red flags of an edited message; without any it stays silent. Over the flood
   * limit it does not repeat an open confirmation.
   */
  TurnDraft edited(TurnDraft draft, NluResult result, boolean overLimit) {
    Map<String, Answer> flags = newFlags(draft, result);
    if (!flags.isEmpty()) {
      return factRecorder.recordAll(draft, flags);
    }
    if (result.someoneElse().isPresent()) {
      return emergencyOfSomeoneElse(draft, result);
    }
    return firstDoubt(draft, result)
        .filter(fact -> !overLimit || !isAsked(draft, fact))
        .map(draft::confirming)
        .orElseGet(draft::silenced);
  }

  private Map<String, Answer> newFlags(TurnDraft draft, NluResult result) {
    Map<String, Answer> flags = new LinkedHashMap<>();
    result.mentions().stream()
        .filter(mention -> Answer.MAY_BE.contains(mention.answer()))
        .filter(mention -> machine.fact(mention.fact()).redFlag())
        .filter(mention -> !draft.facts().is(mention.fact(), Set.of(Answer.YES)))
        .forEach(mention -> flags.putIfAbsent(mention.fact(), mention.answer()));
    return flags;
  }

  /**
   * Records red flags over the flood limit, and a yes or a doubt about the open question. A no does
   * not count, because a person who writes that fast may not have read the question. A yes to
   * erasing or to starting over does not count either: it may be meant for the question before.
   */
  TurnDraft overLimit(TurnDraft draft, NluResult result) {
    Map<String, Answer> flags = newFlags(draft, result);
    TurnDraft recorded = flags.isEmpty() ? draft : factRecorder.recordAll(draft, flags);
    TurnDraft answered =
        result
            .reply()
            .filter(it -> it == AnswerKind.YES || it == AnswerKind.UNSURE)
            .filter(it -> !RetractionHandler.erases(draft.pending()))
            .map(it -> answerHandler.handle(recorded, it))
            .orElse(recorded);
    if (result.someoneElse().isPresent()) {
      return emergencyOfSomeoneElse(answered, result);
    }
    return firstDoubt(answered, result)
        .filter(fact -> !isAsked(answered, fact))
        .map(answered::confirming)
        .orElseGet(() -> answered.equals(draft) ? draft.silenced() : answered);
  }

  /**
   * Asks about the most urgent sign of a forwarded text; empty when it has none. Over the flood
   * limit it is empty for a sign that is asked already, too.
   */
  Optional<TurnDraft> forwarded(TurnDraft draft, NluResult result, boolean overLimit) {
    if (result.someoneElse().isPresent()) {
      return Optional.of(emergencyOfSomeoneElse(draft, result));
    }
    return result.mentions().stream()
        .filter(mention -> mention.answer() != Answer.NO)
        .map(FactMention::fact)
        .filter(fact -> !draft.facts().is(fact, Answer.MAY_BE))
        .findFirst()
        .or(() -> firstDoubt(draft, result))
        .filter(fact -> !overLimit || !isAsked(draft, fact))
        .map(fact -> draft.confirming(fact).noting("forwarded"));
  }

  /** Returns true when this fact, or a more urgent one, waits for its confirmation already. */
  private boolean isAsked(TurnDraft draft, String fact) {
    List<String> order = List.copyOf(machine.facts().keySet());
    return draft.pending().orElse(null) instanceof Confirmation.OfFact(String open)
        && order.indexOf(open) <= order.indexOf(fact);
  }
}
