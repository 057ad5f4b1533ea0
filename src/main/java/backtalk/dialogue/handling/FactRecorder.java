package backtalk.dialogue.handling;

import backtalk.conversation.Answer;
import backtalk.conversation.Position;
import backtalk.conversation.Prompt;
import backtalk.conversation.State;
import backtalk.conversation.StateMachine;
import backtalk.dialogue.Confirmation;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Facts;
import backtalk.dialogue.TurnKind;
import backtalk.dialogue.rendering.MessageCatalog;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records answers in a dialogue: facts mentioned in text, a tapped fact, the rest of a question.
 */
final class FactRecorder {

  private final StateMachine machine;
  private final MessageCatalog phrases;

  FactRecorder(StateMachine machine, MessageCatalog phrases) {
    this.machine = machine;
    this.phrases = phrases;
  }

  /** Asks the person to confirm a fact before anything else. */
  TurnDraft askToConfirm(TurnDraft draft, String fact) {
    Optional<Confirmation> ask = Optional.of(new Confirmation.OfFact(fact));
    return draft.with(draft.dialogue().pending(ask)).withKind(TurnKind.CONFIRM);
  }

  /** Records facts and notes them in the reply. */
  TurnDraft recordAll(TurnDraft draft, Map<String, Answer> answers, Instant now) {
    Dialogue before = draft.dialogue();
    Dialogue after =
        FactUpdates.apply(machine, before, answers, now).withoutConfirmationOf(answers.keySet());
    return draft.with(after).adding(noted(before, answers));
  }

  /** Notes recorded facts. A no to a fact that was only to be confirmed gets a shorter note. */
  private ReplyPart noted(Dialogue dialogue, Map<String, Answer> answers) {
    Facts before = dialogue.facts();
    boolean onlyNo = answers.values().stream().allMatch(Answer.NO::equals);
    boolean news = answers.keySet().stream().noneMatch(fact -> before.answer(fact).isPresent());
    return onlyNo && news && dialogue.question().pending().isPresent()
        ? new ReplyPart.Note(phrases.text("confirmed-no"))
        : noted(before, answers);
  }

  private ReplyPart noted(Facts before, Map<String, Answer> answers) {
    List<String> named =
        answers.entrySet().stream()
            .map(entry -> phrases.answer(machine.fact(entry.getKey()), entry.getValue()))
            .toList();
    boolean changed =
        answers.entrySet().stream()
            .anyMatch(
                entry ->
                    before
                        .answer(entry.getKey())
                        .filter(earlier -> earlier != entry.getValue())
                        .isPresent());
    String facts = phrases.list(named, named.size());
    String words = phrases.text(changed ? "changed" : "noted", Map.of("facts", facts));
    return new ReplyPart.Noted(words, List.copyOf(answers.keySet()));
  }

  /**
   * Records one tapped answer. Where a state takes one answer only, a yes denies its other facts.
   */
  TurnDraft recordTap(TurnDraft draft, String fact, Answer answer, Instant now) {
    Dialogue dialogue = draft.dialogue();
    Map<String, Answer> answers = new LinkedHashMap<>();
    if (answer == Answer.YES && dialogue.question().pending().isEmpty()) {
      deniedByTap(dialogue, fact).forEach(other -> answers.put(other, Answer.NO));
    }
    answers.put(fact, answer);
    Dialogue after = FactUpdates.apply(machine, dialogue, answers, now);
    TurnDraft tapped = draft.with(after.withoutConfirmationOf(answers.keySet()));
    return dialogue.question().pending().isPresent()
        ? tapped.adding(noted(dialogue, answers))
        : tapped;
  }

  /** Returns the facts that a yes denies: the other open facts of a state with one answer. */
  private List<String> deniedByTap(Dialogue dialogue, String fact) {
    return machine.where(dialogue.facts(), dialogue.begun())
                instanceof Position.Asking(State state, List<String> open)
            && state.prompt() instanceof Prompt.OneOf
            && open.contains(fact)
            && !dialogue.question().each().equals(Optional.of(state.id()))
        ? open.stream().filter(other -> !other.equals(fact)).toList()
        : List.of();
  }

  /** Records one answer to all facts left open. "Not sure" may ask them one by one instead. */
  TurnDraft recordRest(
      TurnDraft draft, State state, List<String> left, Answer answer, Instant now) {
    Dialogue dialogue = draft.dialogue();
    if (answer == Answer.UNSURE && state.prompt().asksEach() && left.size() > 1) {
      return draft.with(dialogue.with(dialogue.question().askingEach(Optional.of(state.id()))));
    }
    Map<String, Answer> answers = new LinkedHashMap<>();
    left.forEach(fact -> answers.put(fact, answer));
    return draft.with(FactUpdates.apply(machine, dialogue, answers, now));
  }
}
