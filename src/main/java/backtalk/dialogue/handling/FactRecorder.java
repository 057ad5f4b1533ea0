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

/** Takes answers into a dialogue: facts heard in words, a fact tapped, all that a question left. */
final class FactRecorder {

  private final StateMachine machine;
  private final MessageCatalog phrases;

  FactRecorder(StateMachine machine, MessageCatalog phrases) {
    this.machine = machine;
    this.phrases = phrases;
  }

  /** Asks whether a fact is so, before anything else. */
  TurnDraft askToConfirm(TurnDraft draft, String fact) {
    Optional<Confirmation> ask = Optional.of(new Confirmation.OfFact(fact));
    return draft.with(draft.dialogue().pending(ask)).withKind(TurnKind.CONFIRM);
  }

  /** Tells facts, and says that they were noted. */
  TurnDraft recordAll(TurnDraft draft, Map<String, Answer> answers, Instant now) {
    Dialogue before = draft.dialogue();
    Dialogue after =
        FactUpdates.apply(machine, before, answers, now).withoutConfirmationOf(answers.keySet());
    return draft.with(after).adding(noted(before, answers));
  }

  /** What was heard is said back; a no to something that was only asked to be sure is not. */
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

  /** One tap on a fact; where a state takes only one answer, its others are then not so. */
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

  /** What a tap on one answer denies: the other open ones, where only one can be so. */
  private List<String> deniedByTap(Dialogue dialogue, String fact) {
    return machine.where(dialogue.facts(), dialogue.begun())
                instanceof Position.Asking(State state, List<String> open)
            && state.prompt() instanceof Prompt.OneOf
            && open.contains(fact)
            && !dialogue.question().each().equals(Optional.of(state.id()))
        ? open.stream().filter(other -> !other.equals(fact)).toList()
        : List.of();
  }

  /** One answer to everything left open; "not sure" may ask it one by one instead. */
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
