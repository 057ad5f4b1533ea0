package backtalk.dialogue.handling;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.conversation.Fact.Link.PartOf;
import backtalk.conversation.State;
import backtalk.conversation.StateMachine;
import backtalk.dialogue.Question;
import backtalk.understanding.AnswerKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Handles text that answers the open question. */
record AnswerHandler(
    StateMachine machine, FactRecorder factRecorder, CommandHandler commandHandler) {

  /** Applies an answer to the question that was open before the turn. */
  TurnDraft handle(TurnDraft draft, AnswerKind kind) {
    return switch (draft.before().question().orElse(null)) {
      case null -> draft;
      case Question.Single(var state, Fact fact) -> answerSingle(draft, fact.id(), kind);
      case Question.Group(State state, List<Fact> facts) -> answerGroup(draft, state, facts, kind);
      case Question.Again(Fact fact) -> answerAgain(draft, fact.id(), kind);
      case Question.YesNo yesNo -> confirm(draft, kind);
    };
  }

  private TurnDraft answerSingle(TurnDraft draft, String fact, AnswerKind kind) {
    return isUnanswered(draft, fact)
        ? factRecorder.recordAll(draft, Map.of(fact, answer(kind)))
        : draft;
  }

  private TurnDraft answerGroup(TurnDraft draft, State state, List<Fact> asked, AnswerKind kind) {
    List<String> left =
        asked.stream().map(Fact::id).filter(fact -> isUnanswered(draft, fact)).toList();
    if (kind == AnswerKind.YES) {
      return left.size() < asked.size() ? draft : draft.noting("which-one");
    }
    return left.isEmpty() ? draft : factRecorder.recordRest(draft, state, left, answer(kind));
  }

  private TurnDraft answerAgain(TurnDraft draft, String fact, AnswerKind kind) {
    if (!draft.pending().equals(draft.before().pending())) {
      return draft;
    }
    if (kind == AnswerKind.SKIP) {
      return skip(draft, fact);
    }
    Answer answer = answer(kind);
    if (answer == Answer.NO && anyPartBecamePossible(draft, fact)) {
      return draft.settled();
    }
    return FactUpdates.lowersEmergency(machine, draft.facts(), fact, answer)
        ? draft.confirming(fact).noting("lower-by-tap")
        : factRecorder.recordAll(draft, Map.of(fact, answer));
  }

  /**
   * Skips a fact: a known answer stays, and a fact that a state asks is asked there. A fact that is
   * recorded only when mentioned cannot be skipped.
   */
  private TurnDraft skip(TurnDraft draft, String fact) {
    boolean known = draft.facts().answer(fact).isPresent();
    return known || !machine.fact(fact).onlyIfSaid()
        ? draft.settled()
        : draft.noting("not-understood");
  }

  /** Answers a confirmation. Text that also records a fact confirms no erasure and no new start. */
  private TurnDraft confirm(TurnDraft draft, AnswerKind kind) {
    if (draft.before().isRetracting()) {
      return draft.noting("undo-by-tap");
    }
    return draft.facts().equals(draft.before().facts())
        ? commandHandler.confirm(draft, kind == AnswerKind.YES)
        : draft;
  }

  /**
   * Returns true for a fact that the same text left unanswered, in whole and in part. A fact whose
   * part has just become yes or unsure counts as answered.
   */
  private boolean isUnanswered(TurnDraft draft, String fact) {
    return draft.facts().answer(fact).isEmpty() && !anyPartBecamePossible(draft, fact);
  }

  private boolean anyPartBecamePossible(TurnDraft draft, String fact) {
    return machine.facts().values().stream()
        .filter(part -> part.link().equals(new PartOf(fact)))
        .anyMatch(part -> becamePossible(draft, part.id()));
  }

  private static boolean becamePossible(TurnDraft draft, String fact) {
    return draft.facts().is(fact, Answer.MAY_BE)
        && !Objects.equals(
            draft.facts().values().get(fact), draft.before().facts().values().get(fact));
  }

  private static Answer answer(AnswerKind kind) {
    return switch (kind) {
      case YES -> Answer.YES;
      case NO, NONE -> Answer.NO;
      case UNSURE -> Answer.UNSURE;
      case SKIP -> Answer.SKIPPED;
    };
  }
}
