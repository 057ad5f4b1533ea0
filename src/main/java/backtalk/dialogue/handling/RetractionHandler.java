package backtalk.dialogue.handling;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.conversation.Position;
import backtalk.conversation.StateMachine;
import backtalk.dialogue.Confirmation;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.FactValue;
import backtalk.dialogue.Facts;
import backtalk.dialogue.Situation;
import backtalk.dialogue.TurnKind;
import backtalk.dialogue.UndoEntry;
import backtalk.dialogue.input.CommandKind;
import backtalk.understanding.FactMention;
import backtalk.understanding.NluResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Undoes answers that the person calls a mistake. It asks first, and only a button confirms. */
record RetractionHandler(StateMachine machine) {

  /** Returns true when the text says that the last answer was a mistake. */
  static boolean isRequested(NluResult result) {
    return result.verb().equals(Optional.of(CommandKind.UNDO.word()));
  }

  /**
   * Returns true for a "no" that corrects. The last update answered no question, so the "no" is
   * about that update and not about the open question.
   */
  boolean corrects(Situation before, NluResult result) {
    return result.verb().equals(Optional.of(NluResult.CORRECTION)) && isVolunteered(before);
  }

  /** Returns true when the last update answered no question, and one is open now. */
  boolean isVolunteered(Situation before) {
    return before.pending().isEmpty()
        && before.position() instanceof Position.Asking
        && candidate(before).filter(last -> isVolunteered(before.dialogue(), last)).isPresent();
  }

  private boolean isVolunteered(Dialogue dialogue, Confirmation.Retraction last) {
    Facts before = undone(dialogue, last).facts();
    boolean asked =
        machine.where(before, dialogue.begun()) instanceof Position.Asking(var state, var open)
            && last.undo().before().keySet().stream().anyMatch(open::contains);
    return !asked;
  }

  /** Asks whether to undo an update. */
  TurnDraft ask(TurnDraft draft) {
    Situation before = draft.before();
    if (erases(before.pending())) {
      return draft.settled();
    }
    Optional<Confirmation.Retraction> candidate = candidate(before);
    boolean replaced =
        candidate.filter(it -> it.facts(machine, draft.facts()).isEmpty()).isPresent()
            && !draft.facts().equals(before.facts());
    if (replaced) {
      return draft;
    }
    boolean again =
        before.pending().isPresent() && (candidate.isEmpty() || before.pending().equals(candidate));
    if (again) {
      return draft.noting("undo-by-tap");
    }
    return candidate
        .map(it -> draft.asking(it).withKind(TurnKind.CONFIRM))
        .orElseGet(
            () -> draft.adding(new ReplyPart.Text("undo-nothing", List.of(CommandKind.CHANGE))));
  }

  /** Returns true while the open confirmation is about erasing or starting over. */
  static boolean erases(Optional<Confirmation> open) {
    return open.filter(
            it -> it instanceof Confirmation.Forget || it instanceof Confirmation.StartOver)
        .isPresent();
  }

  /**
   * Returns the update that the request is about: that of the fact asked again, else the last one.
   */
  private static Optional<Confirmation.Retraction> candidate(Situation before) {
    List<UndoEntry> newestFirst = before.dialogue().history().reversed();
    return switch (before.pending().orElse(null)) {
      case Confirmation.Retraction open -> Optional.of(open);
      case Confirmation.OfFact(String fact) when before.facts().is(fact, Answer.MAY_BE) ->
          newestFirst.stream()
              .filter(undo -> undo.before().containsKey(fact))
              .findFirst()
              .flatMap(undo -> retraction(before.facts(), undo));
      case Confirmation.OfFact unanswered -> Optional.empty();
      case null, default ->
          newestFirst.stream().findFirst().flatMap(undo -> retraction(before.facts(), undo));
    };
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
      return draft.with(dialogue.shownOutcome(Optional.empty()));
    }
    Map<String, Answer> answers = new LinkedHashMap<>();
    for (Fact fact : retraction.facts(machine, dialogue.facts())) {
      answers.put(fact.id(), dialogue.facts().answer(fact.id()).orElseThrow());
    }
    return answers.isEmpty()
        ? draft
        : draft.with(undone(dialogue, retraction)).adding(new ReplyPart.Undone(answers));
  }

  private static Dialogue undone(Dialogue dialogue, Confirmation.Retraction retraction) {
    Facts facts = dialogue.facts();
    for (Map.Entry<String, Optional<FactValue>> entry : retraction.undo().before().entrySet()) {
      if (retraction.undoes(entry.getKey(), facts)) {
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

  /**
   * Drops mentions that would lower the update in question while a retraction is asked or
   * requested. Only its buttons may lower it; further signs in the text still count.
   */
  NluResult keepingSigns(Situation before, NluResult result) {
    boolean requested = isRequested(result);
    Optional<Confirmation.Retraction> about =
        requested || before.isRetracting() ? candidate(before) : Optional.empty();
    return about
        .map(
            retraction ->
                result.withMentions(
                    result.mentions().stream()
                        .filter(mention -> !contradicts(retraction, before.facts(), mention))
                        .filter(mention -> !requested || isNew(before.facts(), mention))
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
