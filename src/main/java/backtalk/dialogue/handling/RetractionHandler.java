package backtalk.dialogue.handling;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.conversation.Position;
import backtalk.conversation.StateMachine;
import backtalk.dialogue.Confirmation;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.FactValue;
import backtalk.dialogue.Facts;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.TurnKind;
import backtalk.dialogue.UndoEntry;
import backtalk.dialogue.input.CommandKind;
import backtalk.dialogue.rendering.MessageCatalog;
import backtalk.understanding.FactMention;
import backtalk.understanding.NluResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Undoes answers that the person calls a mistake. It asks first, and only a button confirms. */
public final class RetractionHandler {

  /** Limits how many facts the question names. */
  private static final int NAMED = 3;

  private final StateMachine machine;
  private final MessageCatalog phrases;

  public RetractionHandler(StateMachine machine, MessageCatalog phrases) {
    this.machine = machine;
    this.phrases = phrases;
  }

  /** Returns true when the text says that the last answer was a mistake. */
  static boolean isRequested(NluResult result) {
    return result.verb().filter(CommandKind.UNDO.word()::equals).isPresent();
  }

  /**
   * Returns true for a "no" that corrects. The last update answered no question, so the "no" is
   * about that update and not about the open question.
   */
  boolean corrects(Dialogue dialogue, NluResult result) {
    return result.verb().filter(NluResult.CORRECTION::equals).isPresent()
        && dialogue.question().pending().isEmpty()
        && machine.where(dialogue.facts(), dialogue.begun()) instanceof Position.Asking
        && candidate(dialogue).filter(last -> isVolunteered(dialogue, last)).isPresent();
  }

  private boolean isVolunteered(Dialogue dialogue, Confirmation.Retraction last) {
    Facts before = undone(dialogue, last).facts();
    boolean asked =
        machine.where(before, dialogue.begun()) instanceof Position.Asking(var state, var open)
            && last.undo().before().keySet().stream().anyMatch(open::contains);
    return !asked;
  }

  /**
   * Asks whether to undo an update.
   *
   * @param before the dialogue that the request was made in
   */
  TurnDraft ask(TurnDraft draft, Dialogue before) {
    Optional<Confirmation> open = before.question().pending();
    if (erases(open)) {
      return draft.with(draft.dialogue().pending(Optional.empty()));
    }
    Optional<Confirmation.Retraction> candidate = candidate(before);
    if (candidate.filter(it -> factList(it, draft.dialogue().facts()).isEmpty()).isPresent()
        && !draft.dialogue().facts().equals(before.facts())) {
      return draft;
    }
    boolean again =
        open.isPresent()
            && (candidate.isEmpty() || open.equals(Optional.<Confirmation>of(candidate.get())));
    if (again) {
      return draft.adding(byTap());
    }
    return candidate
        .map(it -> draft.with(draft.dialogue().pending(Optional.of(it))).withKind(TurnKind.CONFIRM))
        .orElseGet(() -> draft.adding(nothingToUndo()));
  }

  /** Returns true while the open confirmation is about erasing or starting over. */
  static boolean erases(Optional<Confirmation> open) {
    return open.filter(
            it -> it instanceof Confirmation.Forget || it instanceof Confirmation.StartOver)
        .isPresent();
  }

  /** Returns the note that only a button answers the question. */
  private ReplyPart byTap() {
    return new ReplyPart.Note(phrases.text("undo-by-tap"));
  }

  private ReplyPart nothingToUndo() {
    return new ReplyPart.Page(
        FormattedText.of(phrases.text("undo-nothing")),
        List.of(List.of(phrases.button("change-answer", CommandKind.CHANGE))));
  }

  /**
   * Returns the update that the request is about: that of the fact asked again, else the last one.
   */
  private Optional<Confirmation.Retraction> candidate(Dialogue dialogue) {
    return switch (dialogue.question().pending().orElse(null)) {
      case Confirmation.Retraction open -> Optional.of(open);
      case Confirmation.OfFact(String fact) when dialogue.facts().is(fact, Answer.MAY_BE) ->
          lastUpdateOf(dialogue, fact);
      case Confirmation.OfFact unanswered -> Optional.empty();
      case null, default ->
          dialogue.history().isEmpty()
              ? Optional.empty()
              : retraction(dialogue.facts(), dialogue.history().getLast());
    };
  }

  private static Optional<Confirmation.Retraction> lastUpdateOf(Dialogue dialogue, String fact) {
    return dialogue.history().reversed().stream()
        .filter(undo -> undo.before().containsKey(fact))
        .findFirst()
        .flatMap(undo -> retraction(dialogue.facts(), undo));
  }

  private static Optional<Confirmation.Retraction> retraction(Facts facts, UndoEntry undo) {
    return undo.before().keySet().stream()
        .map(facts.values()::get)
        .filter(Objects::nonNull)
        .map(FactValue::at)
        .max(Comparator.naturalOrder())
        .map(at -> new Confirmation.Retraction(undo, at));
  }

  /** Undoes the update, or keeps it and shows its outcome again. */
  TurnDraft confirm(TurnDraft draft, Confirmation.Retraction retraction, boolean undo) {
    Dialogue dialogue = draft.dialogue();
    if (!undo) {
      return draft.with(dialogue.ending(Optional.empty()));
    }
    String facts = factList(retraction, dialogue.facts());
    return facts.isEmpty()
        ? draft
        : draft
            .with(undone(dialogue, retraction))
            .adding(new ReplyPart.Note(phrases.text("undone", Map.of("facts", facts))));
  }

  private static Dialogue undone(Dialogue dialogue, Confirmation.Retraction retraction) {
    Facts facts = dialogue.facts();
    for (Map.Entry<String, Optional<FactValue>> entry : retraction.undo().before().entrySet()) {
      if (isUnchangedSince(facts, entry.getKey(), retraction.at())) {
        facts = restored(facts, entry.getKey(), entry.getValue());
      }
    }
    List<UndoEntry> history = new ArrayList<>(dialogue.history());
    history.remove(retraction.undo());
    return dialogue.with(facts).with(history);
  }

  private static Facts restored(Facts facts, String fact, Optional<FactValue> before) {
    return before
        .map(value -> facts.with(fact, value))
        .orElseGet(() -> facts.without(entry -> entry.getKey().equals(fact)));
  }

  /** Returns true when the fact still has the answer recorded at that time. */
  private static boolean isUnchangedSince(Facts facts, String fact, Instant at) {
    return Optional.ofNullable(facts.values().get(fact))
        .filter(value -> value.at().equals(at))
        .isPresent();
  }

  /**
   * Lists the facts that a retraction would undo, with their answers, yes and unsure ones first.
   */
  public String factList(Confirmation.Retraction retraction, Facts facts) {
    List<String> named =
        machine.facts().values().stream()
            .filter(fact -> retraction.undo().before().containsKey(fact.id()))
            .filter(fact -> isUnchangedSince(facts, fact.id(), retraction.at()))
            .sorted(Comparator.comparing(fact -> !facts.is(fact.id(), Answer.MAY_BE)))
            .map(fact -> answerText(fact, facts))
            .toList();
    return phrases.list(named, NAMED);
  }

  private String answerText(Fact fact, Facts facts) {
    return phrases.answer(fact, facts.answer(fact.id()).orElseThrow());
  }

  /**
   * Drops mentions that would lower the update in question while a retraction is asked or
   * requested. Only its buttons may lower it; further signs in the text still count.
   */
  NluResult keepingSigns(Dialogue dialogue, NluResult result) {
    boolean asked = dialogue.question().pending().orElse(null) instanceof Confirmation.Retraction;
    Optional<Confirmation.Retraction> about =
        asked || isRequested(result) ? candidate(dialogue) : Optional.empty();
    return about
        .map(
            retraction ->
                result.withMentions(
                    result.mentions().stream()
                        .filter(mention -> !contradicts(retraction, dialogue.facts(), mention))
                        .filter(mention -> !isRequested(result) || isNew(dialogue.facts(), mention))
                        .toList()))
        .orElse(result);
  }

  /** Returns false for a sign that is recorded so already: the retraction may be about it. */
  private static boolean isNew(Facts facts, FactMention mention) {
    return switch (mention.answer()) {
      case YES -> !facts.answer(mention.fact()).equals(Optional.of(Answer.YES));
      case UNSURE -> !facts.is(mention.fact(), Answer.MAY_BE);
      case NO, SKIPPED -> true;
    };
  }

  private boolean contradicts(
      Confirmation.Retraction retraction, Facts facts, FactMention mention) {
    if (mention.answer() == Answer.YES) {
      return false;
    }
    FactValue value = new FactValue(mention.answer(), retraction.at());
    Facts after = FactUpdates.apply(machine, facts, mention.fact(), value);
    return retraction.undo().before().keySet().stream()
        .filter(fact -> !after.answer(fact).equals(facts.answer(fact)))
        .anyMatch(
            fact ->
                mention.answer() != Answer.UNSURE
                    || facts.answer(fact).equals(Optional.of(Answer.YES)));
  }
}
