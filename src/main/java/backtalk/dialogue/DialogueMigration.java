package backtalk.dialogue;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.FactRenames;
import backtalk.conversation.StatePath;
import backtalk.dialogue.handling.FactUpdates;
import backtalk.understanding.Sha256;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Migrates dialogues from an earlier version of a conversation to this one. */
public record DialogueMigration(Conversation conversation) {

  /**
   * Limits a fingerprint to so many hexadecimal digits: enough to tell the positions of one
   * dialogue apart.
   */
  private static final int FINGERPRINT_DIGITS = 8;

  /**
   * Orders answers from the least serious. Applied in this order, none replaces a more serious one.
   */
  private static final List<Answer> LEAST_SERIOUS_FIRST =
      List.of(Answer.NO, Answer.SKIPPED, Answer.UNSURE, Answer.YES);

  /**
   * Returns the dialogue with the fact names of this version. It loses its undo history, because
   * the links between facts may have changed.
   */
  Dialogue migrated(Dialogue dialogue) {
    return dialogue
        .with(migrated(dialogue.facts()))
        .with(List.<UndoEntry>of())
        .pending(dialogue.question().pending().flatMap(this::migrated));
  }

  /**
   * Returns the facts with current names. Retired facts are dropped. Where facts are linked that
   * were not before, the more serious answer is kept.
   */
  public Facts migrated(Facts facts) {
    Map<String, FactValue> renamed = new LinkedHashMap<>();
    facts
        .values()
        .forEach(
            (fact, answer) ->
                renamed.merge(renames().now(fact), answer, DialogueMigration::moreSerious));
    Facts known = new Facts(renamed).without(entry -> !isRecordable(entry.getKey()));
    Facts reapplied = reapplied(known);
    return answers(reapplied).equals(answers(known)) ? known : reapplied;
  }

  private static FactValue moreSerious(FactValue one, FactValue other) {
    return LEAST_SERIOUS_FIRST.indexOf(one.answer()) >= LEAST_SERIOUS_FIRST.indexOf(other.answer())
        ? one
        : other;
  }

  /** Returns true for a fact that this version has and that people answer. */
  private boolean isRecordable(String fact) {
    Fact found = conversation.machine().facts().get(fact);
    return found != null && !found.workedOut();
  }

  private Facts reapplied(Facts known) {
    Facts reapplied = Facts.NONE;
    for (Answer answer : LEAST_SERIOUS_FIRST) {
      for (Map.Entry<String, FactValue> entry : known.values().entrySet()) {
        if (entry.getValue().answer() == answer) {
          reapplied =
              FactUpdates.apply(
                  conversation.machine(), reapplied, entry.getKey(), entry.getValue());
        }
      }
    }
    return reapplied;
  }

  private static Map<String, Answer> answers(Facts facts) {
    Map<String, Answer> answers = new LinkedHashMap<>();
    facts.values().forEach((fact, value) -> answers.put(fact, value.answer()));
    return answers;
  }

  /**
   * Returns a confirmation with current names. One about a missing fact or an earlier update is
   * dropped.
   */
  private Optional<Confirmation> migrated(Confirmation confirmation) {
    return switch (confirmation) {
      case Confirmation.OfFact(String fact) -> current(fact).map(Confirmation.OfFact::new);
      case Confirmation.Forget forget -> Optional.of(forget);
      case Confirmation.StartOver over -> Optional.of(over);
      case Confirmation.Retraction retraction -> Optional.empty();
    };
  }

  /**
   * Returns the facts that this version would lose: yes or unsure, unknown to it, and neither
   * renamed nor retired by the author.
   */
  public List<String> lost(Facts facts) {
    return facts.values().entrySet().stream()
        .filter(entry -> Answer.MAY_BE.contains(entry.getValue().answer()))
        .map(Map.Entry::getKey)
        .filter(this::isLost)
        .toList();
  }

  /** Returns true when this version neither has the fact nor renames or retires it. */
  public boolean isLost(String fact) {
    return current(fact).isEmpty() && !renames().retired().contains(fact);
  }

  /** Returns the current name of a fact; empty when this version does not record it. */
  public Optional<String> current(String fact) {
    return Optional.of(renames().now(fact)).filter(this::isRecordable);
  }

  private FactRenames renames() {
    return conversation.factRenames();
  }

  /**
   * Returns a fingerprint of a position. It is the same as long as the position asks the same
   * question or has the same outcome.
   */
  public static String fingerprint(StatePath.End end) {
    return switch (end) {
      case StatePath.End.Nowhere nowhere -> "";
      case StatePath.End.Open(var state) ->
          hash(
              Stream.concat(
                  Stream.of(state.id(), state.question().say()), state.prompt().facts().stream()));
      case StatePath.End.At(var outcome) ->
          hash(
              Stream.concat(
                  Stream.of(outcome.id(), outcome.urgency().word()),
                  outcome.opening().title().stream().map(line -> line.say())));
    };
  }

  private static String hash(Stream<String> words) {
    Sha256 sha256 = new Sha256();
    words.forEach(word -> sha256.add(word + '\0'));
    return sha256.hex().substring(0, FINGERPRINT_DIGITS);
  }
}
