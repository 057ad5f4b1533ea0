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

/** Takes tellings back that were a mistake: asked first, and answered by buttons alone. */
public final class RetractionHandler {

  /** As many facts are named in the question. */
  private static final int NAMED = 3;

  private final StateMachine machine;
  private final MessageCatalog phrases;

  public RetractionHandler(StateMachine machine, MessageCatalog phrases) {
    this.machine = machine;
    this.phrases = phrases;
  }

  /** True for words that say that the last telling was a mistake. */
  static boolean said(NluResult result) {
    return result.verb().filter(CommandKind.UNDO.word()::equals).isPresent();
  }

  /**
   * True for a no that corrects: the last telling answered no question, so the no is about that
   * rather than about what is asked next.
   */
  boolean corrects(Dialogue dialogue, NluResult result) {
    return result.verb().filter(NluResult.CORRECTION::equals).isPresent()
        && dialogue.question().pending().isEmpty()
        && machine.where(dialogue.facts(), dialogue.begun()) instanceof Position.Asking
        && meant(dialogue).filter(last -> unasked(dialogue, last)).isPresent();
  }

  private boolean unasked(Dialogue dialogue, Confirmation.Retraction last) {
    Facts before = takenBack(dialogue, last).facts();
    boolean asked =
        machine.where(before, dialogue.begun()) instanceof Position.Asking(var state, var open)
            && last.undo().before().keySet().stream().anyMatch(open::contains);
    return !asked;
  }

  /**
   * Asks whether a telling is to be taken back.
   *
   * @param before the dialogue in which it was called a mistake
   */
  TurnDraft ask(TurnDraft draft, Dialogue before) {
    Optional<Confirmation> open = before.question().pending();
    if (open.filter(it -> it instanceof Confirmation.Forget || it instanceof Confirmation.StartOver)
        .isPresent()) {
      return draft.to(draft.dialogue().pending(Optional.empty()));
    }
    Optional<Confirmation.Retraction> meant = meant(before);
    boolean again =
        open.isPresent()
            && (meant.isEmpty() || open.equals(Optional.<Confirmation>of(meant.get())));
    if (again) {
      return draft.saying(byTap());
    }
    return meant
        .map(it -> draft.to(draft.dialogue().pending(Optional.of(it))).doing(TurnKind.CONFIRM))
        .orElseGet(() -> draft.saying(nothing()));
  }

  /** Says that words do not answer the question. */
  ReplyPart byTap() {
    return new ReplyPart.Note(phrases.say("undo-by-tap"));
  }

  private ReplyPart nothing() {
    return new ReplyPart.Page(
        FormattedText.of(phrases.say("undo-nothing")),
        List.of(List.of(phrases.choice("change-answer", CommandKind.CHANGE))));
  }

  /** The telling that a person would call a mistake: of what is asked again, or the last one. */
  private Optional<Confirmation.Retraction> meant(Dialogue dialogue) {
    return switch (dialogue.question().pending().orElse(null)) {
      case Confirmation.Retraction open -> Optional.of(open);
      case Confirmation.OfFact(String fact) when dialogue.facts().is(fact, Answer.MAY_BE) ->
          telling(dialogue, fact);
      case Confirmation.OfFact unsaid -> Optional.empty();
      case null, default ->
          dialogue.history().isEmpty()
              ? Optional.empty()
              : retraction(dialogue.facts(), dialogue.history().getLast());
    };
  }

  private static Optional<Confirmation.Retraction> telling(Dialogue dialogue, String fact) {
    return dialogue.history().reversed().stream()
        .filter(undo -> undo.before().containsKey(fact))
        .findFirst()
        .flatMap(undo -> retraction(dialogue.facts(), undo));
  }

  private static Optional<Confirmation.Retraction> retraction(Facts facts, UndoEntry undo) {
    return undo.before().keySet().stream()
        .map(facts.told()::get)
        .filter(Objects::nonNull)
        .map(FactValue::at)
        .max(Comparator.naturalOrder())
        .map(at -> new Confirmation.Retraction(undo, at));
  }

  /** Takes it back, or keeps it and shows again where that leads. */
  TurnDraft settle(TurnDraft draft, Confirmation.Retraction retraction, boolean undo) {
    Dialogue dialogue = draft.dialogue();
    if (!undo) {
      return draft.to(dialogue.ended(Optional.empty()));
    }
    String facts = named(retraction, dialogue.facts());
    return facts.isEmpty()
        ? draft
        : draft
            .to(takenBack(dialogue, retraction))
            .saying(new ReplyPart.Note(phrases.say("undone", Map.of("facts", facts))));
  }

  private static Dialogue takenBack(Dialogue dialogue, Confirmation.Retraction retraction) {
    Facts facts = dialogue.facts();
    for (Map.Entry<String, Optional<FactValue>> entry : retraction.undo().before().entrySet()) {
      if (stands(facts, entry.getKey(), retraction.at())) {
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

  /** True while a fact is known by the telling of that time. */
  private static boolean stands(Facts facts, String fact, Instant at) {
    return Optional.ofNullable(facts.told().get(fact))
        .filter(value -> value.at().equals(at))
        .isPresent();
  }

  /** The facts that it would take back, with what was told: what may be so comes first. */
  public String named(Confirmation.Retraction retraction, Facts facts) {
    List<String> named =
        machine.facts().values().stream()
            .filter(fact -> retraction.undo().before().containsKey(fact.id()))
            .filter(fact -> stands(facts, fact.id(), retraction.at()))
            .sorted(Comparator.comparing(fact -> !facts.is(fact.id(), Answer.MAY_BE)))
            .map(fact -> told(fact, facts))
            .toList();
    return phrases.list(named, NAMED);
  }

  private String told(Fact fact, Facts facts) {
    return phrases.told(fact, facts.answer(fact.id()).orElseThrow());
  }

  /**
   * What words may tell while it is asked, or asks, whether a telling was a mistake: signs alone.
   */
  NluResult guarded(Dialogue dialogue, NluResult result) {
    boolean asked = dialogue.question().pending().orElse(null) instanceof Confirmation.Retraction;
    Optional<Confirmation.Retraction> about =
        asked || said(result) ? meant(dialogue) : Optional.empty();
    return about
        .map(
            retraction ->
                result.telling(
                    result.tells().stream()
                        .filter(mention -> !decides(retraction, dialogue.facts(), mention))
                        .toList()))
        .orElse(result);
  }

  private boolean decides(Confirmation.Retraction retraction, Facts facts, FactMention mention) {
    if (mention.answer() == Answer.YES) {
      return false;
    }
    FactValue value = new FactValue(mention.answer(), retraction.at());
    Facts after = FactUpdates.tell(machine, facts, mention.fact(), value);
    return retraction.undo().before().keySet().stream()
        .filter(fact -> !after.answer(fact).equals(facts.answer(fact)))
        .anyMatch(
            fact ->
                mention.answer() != Answer.UNSURE
                    || facts.answer(fact).equals(Optional.of(Answer.YES)));
  }
}
