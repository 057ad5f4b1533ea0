package backtalk.dialogue;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.conversation.Machine;
import backtalk.understanding.Heard;
import backtalk.understanding.Telling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Takes tellings back that were a mistake: asked first, and answered by buttons alone. */
final class Retractions {

  /** As many facts are named in the question. */
  private static final int NAMED = 3;

  private final Machine machine;
  private final Phrasebook phrases;

  Retractions(Machine machine, Phrasebook phrases) {
    this.machine = machine;
    this.phrases = phrases;
  }

  /** True for words that say that the last telling was a mistake. */
  static boolean said(Heard heard) {
    return heard.verb().filter(Verb.UNDO.word()::equals).isPresent();
  }

  /**
   * Asks whether a telling is to be taken back.
   *
   * @param before the dialogue in which it was called a mistake
   */
  Reaction ask(Reaction reaction, Dialogue before) {
    Optional<Pending> open = before.asked().pending();
    if (open.filter(it -> it instanceof Pending.Forget || it instanceof Pending.StartOver)
        .isPresent()) {
      return reaction.to(reaction.dialogue().pending(Optional.empty()));
    }
    Optional<Pending.Retraction> meant = meant(before);
    boolean again =
        open.isPresent() && (meant.isEmpty() || open.equals(Optional.<Pending>of(meant.get())));
    if (again) {
      return reaction.saying(byTap());
    }
    return meant
        .map(it -> reaction.to(reaction.dialogue().pending(Optional.of(it))).doing(Action.CONFIRM))
        .orElseGet(() -> reaction.saying(nothing()));
  }

  /** Says that words do not answer the question. */
  Saying byTap() {
    return new Saying.Note(phrases.say("undo-by-tap"));
  }

  private Saying nothing() {
    return new Saying.Page(
        Text.of(phrases.say("undo-nothing")),
        List.of(List.of(phrases.choice("change-answer", Verb.CHANGE))));
  }

  /** The telling that a person would call a mistake: of what is asked again, or the last one. */
  private Optional<Pending.Retraction> meant(Dialogue dialogue) {
    return switch (dialogue.asked().pending().orElse(null)) {
      case Pending.Retraction open -> Optional.of(open);
      case Pending.OfFact(String fact) when dialogue.facts().is(fact, Answer.MAY_BE) ->
          telling(dialogue, fact);
      case Pending.OfFact unsaid -> Optional.empty();
      case null, default ->
          dialogue.history().isEmpty()
              ? Optional.empty()
              : retraction(dialogue.facts(), dialogue.history().getLast());
    };
  }

  private static Optional<Pending.Retraction> telling(Dialogue dialogue, String fact) {
    return dialogue.history().reversed().stream()
        .filter(undo -> undo.before().containsKey(fact))
        .findFirst()
        .flatMap(undo -> retraction(dialogue.facts(), undo));
  }

  private static Optional<Pending.Retraction> retraction(Facts facts, Undo undo) {
    return undo.before().keySet().stream()
        .map(facts.told()::get)
        .filter(Objects::nonNull)
        .map(Told::at)
        .max(Comparator.naturalOrder())
        .map(at -> new Pending.Retraction(undo, at));
  }

  /** Takes it back, or keeps it and shows again where that leads. */
  Reaction settle(Reaction reaction, Pending.Retraction retraction, boolean undo) {
    Dialogue dialogue = reaction.dialogue();
    if (!undo) {
      return reaction.to(dialogue.ended(Optional.empty()));
    }
    String facts = named(retraction, dialogue.facts());
    return facts.isEmpty()
        ? reaction
        : reaction
            .to(takenBack(dialogue, retraction))
            .saying(new Saying.Note(phrases.say("undone", Map.of("facts", facts))));
  }

  private static Dialogue takenBack(Dialogue dialogue, Pending.Retraction retraction) {
    Facts facts = dialogue.facts();
    for (Map.Entry<String, Optional<Told>> entry : retraction.undo().before().entrySet()) {
      if (stands(facts, entry.getKey(), retraction.at())) {
        facts = restored(facts, entry.getKey(), entry.getValue());
      }
    }
    List<Undo> history = new ArrayList<>(dialogue.history());
    history.remove(retraction.undo());
    return dialogue.with(facts).with(history);
  }

  private static Facts restored(Facts facts, String fact, Optional<Told> before) {
    return before
        .map(told -> facts.with(fact, told))
        .orElseGet(() -> facts.without(entry -> entry.getKey().equals(fact)));
  }

  /** True while a fact is known by the telling of that time. */
  private static boolean stands(Facts facts, String fact, Instant at) {
    return Optional.ofNullable(facts.told().get(fact))
        .filter(told -> told.at().equals(at))
        .isPresent();
  }

  /** The facts that it would take back, with what was told: what may be so comes first. */
  String named(Pending.Retraction retraction, Facts facts) {
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
  Heard guarded(Dialogue dialogue, Heard heard) {
    boolean asked = dialogue.asked().pending().orElse(null) instanceof Pending.Retraction;
    Optional<Pending.Retraction> about = asked || said(heard) ? meant(dialogue) : Optional.empty();
    return about
        .map(
            retraction ->
                heard.telling(
                    heard.tells().stream()
                        .filter(telling -> !decides(retraction, dialogue.facts(), telling))
                        .toList()))
        .orElse(heard);
  }

  private boolean decides(Pending.Retraction retraction, Facts facts, Telling telling) {
    if (telling.answer() == Answer.YES) {
      return false;
    }
    Told told = new Told(telling.answer(), retraction.at());
    Facts after = Tellings.tell(machine, facts, telling.fact(), told);
    return retraction.undo().before().keySet().stream()
        .filter(fact -> !after.answer(fact).equals(facts.answer(fact)))
        .anyMatch(
            fact ->
                telling.answer() != Answer.UNSURE
                    || facts.answer(fact).equals(Optional.of(Answer.YES)));
  }
}
