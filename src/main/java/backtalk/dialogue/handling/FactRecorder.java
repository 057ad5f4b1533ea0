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
public final class FactRecorder {

  private final StateMachine machine;
  private final MessageCatalog phrases;

  public FactRecorder(StateMachine machine, MessageCatalog phrases) {
    this.machine = machine;
    this.phrases = phrases;
  }

  /** Asks whether a fact is so, before anything else. */
  TurnDraft asked(TurnDraft draft, String fact) {
    Optional<Confirmation> ask = Optional.of(new Confirmation.OfFact(fact));
    return draft.to(draft.dialogue().pending(ask)).doing(TurnKind.CONFIRM);
  }

  /** Tells facts, and says that they were noted. */
  TurnDraft tell(TurnDraft draft, Map<String, Answer> answers, Instant now) {
    Dialogue before = draft.dialogue();
    Dialogue after = FactUpdates.tell(machine, before, answers, now).settled(answers.keySet());
    return draft.to(after).saying(noted(before, answers));
  }

  /** What was heard is said back; a no to something that was only asked to be sure is not. */
  private ReplyPart noted(Dialogue dialogue, Map<String, Answer> answers) {
    Facts before = dialogue.facts();
    boolean onlyNo = answers.values().stream().allMatch(Answer.NO::equals);
    boolean news = answers.keySet().stream().noneMatch(fact -> before.answer(fact).isPresent());
    return onlyNo && news && dialogue.question().pending().isPresent()
        ? new ReplyPart.Note(phrases.say("confirmed-no"))
        : noted(before, answers);
  }

  private ReplyPart noted(Facts before, Map<String, Answer> answers) {
    List<String> told =
        answers.entrySet().stream()
            .map(entry -> phrases.told(machine.fact(entry.getKey()), entry.getValue()))
            .toList();
    boolean changed =
        answers.entrySet().stream()
            .anyMatch(
                entry ->
                    before
                        .answer(entry.getKey())
                        .filter(earlier -> earlier != entry.getValue())
                        .isPresent());
    String facts = phrases.list(told, told.size());
    String words = phrases.say(changed ? "changed" : "noted", Map.of("facts", facts));
    return new ReplyPart.Noted(words, List.copyOf(answers.keySet()));
  }

  /** One tap on a fact; where a state takes only one answer, its others are then not so. */
  TurnDraft tap(TurnDraft draft, String fact, Answer answer, Instant now) {
    Dialogue dialogue = draft.dialogue();
    Map<String, Answer> answers = new LinkedHashMap<>();
    if (answer == Answer.YES && dialogue.question().pending().isEmpty()) {
      others(dialogue, fact).forEach(other -> answers.put(other, Answer.NO));
    }
    answers.put(fact, answer);
    Dialogue told = FactUpdates.tell(machine, dialogue, answers, now);
    TurnDraft tapped = draft.to(told.settled(answers.keySet()));
    return dialogue.question().pending().isPresent()
        ? tapped.saying(noted(dialogue, answers))
        : tapped;
  }

  /** What a tap on one answer denies: the other open ones, where only one can be so. */
  private List<String> others(Dialogue dialogue, String fact) {
    return machine.where(dialogue.facts(), dialogue.begun())
                instanceof Position.Asking(State state, List<String> open)
            && state.prompt() instanceof Prompt.OneOf
            && open.contains(fact)
            && !dialogue.question().each().equals(Optional.of(state.id()))
        ? open.stream().filter(other -> !other.equals(fact)).toList()
        : List.of();
  }

  /** One answer to everything left open; "not sure" may ask it one by one instead. */
  TurnDraft tellRest(TurnDraft draft, State state, List<String> left, Answer answer, Instant now) {
    Dialogue dialogue = draft.dialogue();
    if (answer == Answer.UNSURE && state.prompt().asksEach() && left.size() > 1) {
      return draft.to(dialogue.with(dialogue.question().one(Optional.of(state.id()))));
    }
    Map<String, Answer> answers = new LinkedHashMap<>();
    left.forEach(fact -> answers.put(fact, answer));
    return draft.to(FactUpdates.tell(machine, dialogue, answers, now));
  }
}
