package backtalk.dialogue.handling;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.conversation.Fact.Link.PartOf;
import backtalk.conversation.Position;
import backtalk.conversation.State;
import backtalk.conversation.StateMachine;
import backtalk.dialogue.Confirmation;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Facts;
import backtalk.dialogue.rendering.MessageCatalog;
import backtalk.understanding.AnswerKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Handles text that answers the open question. */
final class AnswerHandler {

  private final StateMachine machine;
  private final MessageCatalog phrases;
  private final FactRecorder factRecorder;
  private final CommandHandler commandHandler;

  AnswerHandler(
      StateMachine machine,
      MessageCatalog phrases,
      FactRecorder factRecorder,
      CommandHandler commandHandler) {
    this.machine = machine;
    this.phrases = phrases;
    this.factRecorder = factRecorder;
    this.commandHandler = commandHandler;
  }

  /** Applies an answer to the question that was open in {@code before}. */
  TurnDraft handle(TurnDraft draft, Dialogue before, AnswerKind answerKind, Instant now) {
    Optional<Confirmation> pending = before.question().pending();
    if (pending.isPresent()) {
      return answerPending(draft, before, pending.get(), answerKind, now);
    }
    return machine.where(before.facts(), before.begun())
            instanceof Position.Asking(State state, List<String> open)
        ? answer(
            draft,
            state,
            open,
            unanswered(open, before.facts(), draft.dialogue().facts()),
            answerKind,
            now)
        : draft;
  }

  /** Answers a confirmation. Text that also records a fact confirms no erasure and no new start. */
  private TurnDraft answerPending(
      TurnDraft draft,
      Dialogue before,
      Confirmation confirmation,
      AnswerKind answerKind,
      Instant now) {
    boolean changedFacts = !draft.dialogue().facts().equals(before.facts());
    return switch (confirmation) {
      case Confirmation.OfFact(String fact) ->
          draft.dialogue().question().pending().equals(Optional.of(confirmation))
              ? answer(draft, fact, answerKind, now)
              : draft;
      case Confirmation.Retraction retraction -> draft.adding(note("undo-by-tap"));
      case Confirmation.Forget forget ->
          changedFacts ? draft : commandHandler.confirm(draft, yes(answerKind), now);
      case Confirmation.StartOver over ->
          changedFacts ? draft : commandHandler.confirm(draft, yes(answerKind), now);
    };
  }

  private static boolean yes(AnswerKind answerKind) {
    return answerKind == AnswerKind.YES;
  }

  private TurnDraft answer(TurnDraft draft, String fact, AnswerKind answerKind, Instant now) {
    if (answerKind == AnswerKind.SKIP) {
      return skipped(draft, fact);
    }
    Answer answer = answer(answerKind);
    return FactUpdates.lowersEmergency(machine, draft.dialogue().facts(), fact, answer)
        ? factRecorder.askToConfirm(draft, fact).adding(note("lower-by-tap"))
        : factRecorder.recordAll(draft, Map.of(fact, answer), now);
  }

  /**
   * Skips a fact: a known answer stays, and a fact that a state asks is asked there. A fact that is
   * recorded only when mentioned cannot be skipped.
   */
  private TurnDraft skipped(TurnDraft draft, String fact) {
    Dialogue dialogue = draft.dialogue();
    boolean known = dialogue.facts().answer(fact).isPresent();
    return known || !machine.fact(fact).onlyIfSaid()
        ? draft.with(dialogue.pending(Optional.empty()))
        : draft.adding(note("not-understood"));
  }

  private TurnDraft answer(
      TurnDraft draft,
      State state,
      List<String> open,
      List<String> left,
      AnswerKind answerKind,
      Instant now) {
    boolean single =
        open.size() == 1 || draft.dialogue().question().each().equals(Optional.of(state.id()));
    if (left.isEmpty()) {
      return draft;
    }
    if (single) {
      return left.contains(open.getFirst())
          ? factRecorder.recordAll(draft, Map.of(open.getFirst(), answer(answerKind)), now)
          : draft;
    }
    if (answerKind == AnswerKind.YES && left.size() < open.size()) {
      return draft;
    }
    return answerKind == AnswerKind.YES
        ? draft.adding(note("which-one"))
        : factRecorder.recordRest(draft, state, left, answer(answerKind), now);
  }

  /**
   * Returns the open facts that the same text left unanswered, in whole and in part. A fact whose
   * part has just become yes or unsure counts as answered.
   */
  private List<String> unanswered(List<String> open, Facts before, Facts after) {
    return open.stream()
        .filter(fact -> after.answer(fact).isEmpty())
        .filter(fact -> parts(fact).noneMatch(part -> becamePossible(part, before, after)))
        .toList();
  }

  private Stream<String> parts(String whole) {
    return machine.facts().values().stream()
        .filter(part -> part.link().equals(new PartOf(whole)))
        .map(Fact::id);
  }

  private static boolean becamePossible(String fact, Facts before, Facts after) {
    return after.is(fact, Answer.MAY_BE)
        && !Objects.equals(after.values().get(fact), before.values().get(fact));
  }

  private static Answer answer(AnswerKind answerKind) {
    return switch (answerKind) {
      case YES -> Answer.YES;
      case NO, NONE -> Answer.NO;
      case UNSURE -> Answer.UNSURE;
      case SKIP -> Answer.SKIPPED;
    };
  }

  private ReplyPart note(String phrase) {
    return new ReplyPart.Note(phrases.text(phrase));
  }
}
