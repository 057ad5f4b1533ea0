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

/** Reacts to words that answer the open question. */
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

  /** The answer to the question that was open when it was given. */
  TurnDraft to(TurnDraft told, Dialogue before, AnswerKind answerKind, Instant now) {
    Optional<Confirmation> pending = before.question().pending();
    if (pending.isPresent()) {
      return replyToPending(told, before, pending.get(), answerKind, now);
    }
    return machine.where(before.facts(), before.begun())
            instanceof Position.Asking(State state, List<String> open)
        ? replyTo(
            told, state, open, left(open, before.facts(), told.dialogue().facts()), answerKind, now)
        : told;
  }

  /** Words that tell something do not also wave through that everything is let go. */
  private TurnDraft replyToPending(
      TurnDraft told,
      Dialogue before,
      Confirmation confirmation,
      AnswerKind answerKind,
      Instant now) {
    boolean toldBesides = !told.dialogue().facts().equals(before.facts());
    return switch (confirmation) {
      case Confirmation.OfFact(String fact) ->
          told.dialogue().question().pending().equals(Optional.of(confirmation))
              ? replyTo(told, fact, answerKind, now)
              : told;
      case Confirmation.Retraction retraction -> told.saying(note("undo-by-tap"));
      case Confirmation.Forget forget ->
          toldBesides ? told : commandHandler.settle(told, yes(answerKind), now);
      case Confirmation.StartOver over ->
          toldBesides ? told : commandHandler.settle(told, yes(answerKind), now);
    };
  }

  private static boolean yes(AnswerKind answerKind) {
    return answerKind == AnswerKind.YES;
  }

  private TurnDraft replyTo(TurnDraft told, String fact, AnswerKind answerKind, Instant now) {
    if (answerKind == AnswerKind.SKIP) {
      return skipped(told, fact);
    }
    Answer answer = answer(answerKind);
    return FactUpdates.lowersEmergency(machine, told.dialogue().facts(), fact, answer)
        ? factRecorder.asked(told, fact).saying(note("lower-by-tap"))
        : factRecorder.tell(told, Map.of(fact, answer), now);
  }

  /** What was told stays told, and what a state asks is asked there; all else is asked again. */
  private TurnDraft skipped(TurnDraft told, String fact) {
    Dialogue dialogue = told.dialogue();
    boolean known = dialogue.facts().answer(fact).isPresent();
    return known || !machine.fact(fact).onlyIfSaid()
        ? told.to(dialogue.pending(Optional.empty()))
        : told.saying(note("not-understood"));
  }

  private TurnDraft replyTo(
      TurnDraft told,
      State state,
      List<String> open,
      List<String> left,
      AnswerKind answerKind,
      Instant now) {
    boolean single =
        open.size() == 1 || told.dialogue().question().each().equals(Optional.of(state.id()));
    if (left.isEmpty()) {
      return told;
    }
    if (single) {
      return left.contains(open.getFirst())
          ? factRecorder.tell(told, Map.of(open.getFirst(), answer(answerKind)), now)
          : told;
    }
    if (answerKind == AnswerKind.YES && left.size() < open.size()) {
      return told;
    }
    return answerKind == AnswerKind.YES
        ? told.saying(note("which-one"))
        : factRecorder.tellRest(told, state, left, answer(answerKind), now);
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

  private static Answer answer(AnswerKind answerKind) {
    return switch (answerKind) {
      case YES -> Answer.YES;
      case NO, NONE -> Answer.NO;
      case UNSURE -> Answer.UNSURE;
      case SKIP -> Answer.SKIPPED;
    };
  }

  private ReplyPart note(String phrase) {
    return new ReplyPart.Note(phrases.say(phrase));
  }
}
