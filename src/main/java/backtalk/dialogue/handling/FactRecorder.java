package backtalk.dialogue.handling;

import backtalk.conversation.Answer;
import backtalk.conversation.Position;
import backtalk.conversation.Prompt;
import backtalk.conversation.State;
import backtalk.conversation.StateMachine;
import backtalk.dialogue.Dialogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records answers in a dialogue: facts mentioned in text, a tapped fact, the rest of a question.
 */
record FactRecorder(StateMachine machine) {

  /** Records facts and notes them in the reply. */
  TurnDraft recordAll(TurnDraft draft, Map<String, Answer> answers) {
    return recorded(draft, answers).adding(note(draft, answers));
  }

  private TurnDraft recorded(TurnDraft draft, Map<String, Answer> answers) {
    return draft.with(
        FactUpdates.apply(machine, draft.dialogue(), answers, draft.now())
            .withoutConfirmationOf(answers.keySet()));
  }

  /** Notes recorded facts. A no to a fact that was only to be confirmed gets a shorter note. */
  private static ReplyPart note(TurnDraft before, Map<String, Answer> answers) {
    boolean onlyNo = answers.values().stream().allMatch(Answer.NO::equals);
    boolean news = answers.keySet().stream().noneMatch(it -> before.facts().answer(it).isPresent());
    boolean changed =
        answers.entrySet().stream()
            .anyMatch(
                entry ->
                    before
                        .facts()
                        .answer(entry.getKey())
                        .filter(earlier -> earlier != entry.getValue())
                        .isPresent());
    return onlyNo && news && before.pending().isPresent()
        ? new ReplyPart.Phrase("confirmed-no")
        : new ReplyPart.Recorded(answers, changed);
  }

  /**
   * Records one tapped answer. Where a state takes one answer only, a yes denies its other facts.
   */
  TurnDraft recordTap(TurnDraft draft, String fact, Answer answer) {
    Map<String, Answer> answers = new LinkedHashMap<>();
    if (answer == Answer.YES && draft.pending().isEmpty()) {
      deniedByTap(draft, fact).forEach(other -> answers.put(other, Answer.NO));
    }
    answers.put(fact, answer);
    return draft.pending().isPresent() ? recordAll(draft, answers) : recorded(draft, answers);
  }

  /** Returns the facts that a yes denies: the other open facts of a state with one answer. */
  private static List<String> deniedByTap(TurnDraft draft, String fact) {
    return draft.before().position() instanceof Position.Asking(State state, List<String> open)
            && state.prompt() instanceof Prompt.OneOf
            && open.contains(fact)
            && !draft.dialogue().question().asksEach(state)
        ? open.stream().filter(other -> !other.equals(fact)).toList()
        : List.of();
  }

  /** Records one answer to all facts left open. "Not sure" may ask them one by one instead. */
  TurnDraft recordRest(TurnDraft draft, State state, List<String> left, Answer answer) {
    Dialogue dialogue = draft.dialogue();
    if (answer == Answer.UNSURE && state.prompt().asksEach() && left.size() > 1) {
      return draft.with(dialogue.with(dialogue.question().askingEach(Optional.of(state.id()))));
    }
    Map<String, Answer> answers = new LinkedHashMap<>();
    left.forEach(fact -> answers.put(fact, answer));
    return draft.with(FactUpdates.apply(machine, dialogue, answers, draft.now()));
  }
}
