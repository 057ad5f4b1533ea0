package backtalk.dialogue;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Drops expired answers: a no to a red flag and a skip count for a limited time, a yes or an unsure
 * for good. A part that is no does not expire before its whole.
 */
record AnswerExpiry(Conversation conversation) {

  /**
   * Returns the dialogue as of now: migrated, without expired answers, and paused after a long
   * silence.
   */
  Dialogue refreshed(Dialogue dialogue, Instant now) {
    Dialogue migrated = migrated(dialogue);
    Dialogue fresh = fresh(migrated, now);
    boolean moved =
        !fresh.facts().equals(migrated.facts())
            || isElsewhere(fresh)
            || !migrated.question().pending().equals(dialogue.question().pending());
    Dialogue asked = moved ? fresh.with(fresh.question().next()) : fresh;
    return resumed(dialogue, now) ? paused(asked) : asked;
  }

  /**
   * Returns the dialogue with the fact names of the current conversation. It loses its undo
   * history, because the links between facts may have changed.
   */
  private Dialogue migrated(Dialogue dialogue) {
    if (dialogue.conversation().equals(conversation.about().hash())) {
      return dialogue;
    }
    DialogueMigration dialogueMigration = new DialogueMigration(conversation);
    return dialogue
        .with(dialogueMigration.migrated(dialogue.facts()))
        .with(List.<UndoEntry>of())
        .pending(dialogue.question().pending().flatMap(dialogueMigration::migrated));
  }

  /**
   * Returns true when the conversation has changed and the dialogue is at another state or outcome.
   */
  boolean moved(Dialogue dialogue, Instant now) {
    return isElsewhere(fresh(migrated(dialogue), now));
  }

  /** Returns the dialogue without expired answers; they cannot be undone either. */
  Dialogue fresh(Dialogue dialogue, Instant now) {
    Facts known = dialogue.facts();
    return withFacts(
        dialogue,
        known.without(
            entry -> isExpired(entry, now) && !isImpliedByWhole(known, entry.getKey(), now)));
  }

  private static Dialogue withFacts(Dialogue dialogue, Facts facts) {
    return facts.equals(dialogue.facts())
        ? dialogue
        : dialogue
            .with(facts)
            .with(List.of())
            .pending(
                dialogue
                    .question()
                    .pending()
                    .filter(it -> !(it instanceof Confirmation.Retraction)));
  }

  private boolean isElsewhere(Dialogue known) {
    return !known.conversation().equals(conversation.about().hash())
        && !known.question().place().equals(fingerprint(known));
  }

  /** Returns the fingerprint of the dialogue's position. */
  String fingerprint(Dialogue dialogue) {
    return DialogueMigration.fingerprint(
        conversation.machine().path(dialogue.facts(), dialogue.begun()).end());
  }

  /** Returns true when the person comes back after so long that a no no longer counts. */
  boolean resumed(Dialogue dialogue, Instant now) {
    return isLongAgo(dialogue.heard(), now)
        && (dialogue.begun() || !dialogue.facts().values().isEmpty());
  }

  private static Dialogue paused(Dialogue dialogue) {
    OpenQuestion question = dialogue.question().with(Optional.empty()).askingEach(Optional.empty());
    return dialogue.begun(false).with(question).with(List.<UndoEntry>of());
  }

  private boolean isExpired(Map.Entry<String, FactValue> entry, Instant now) {
    Answer answer = entry.getValue().answer();
    boolean ages = answer == Answer.SKIPPED || (answer == Answer.NO && isRedFlag(entry.getKey()));
    return ages && isLongAgo(entry.getValue().at(), now);
  }

  private boolean isImpliedByWhole(Facts known, String fact, Instant now) {
    return conversation.machine().fact(fact).link() instanceof Fact.Link.PartOf(String whole)
        && known.is(whole, Set.of(Answer.NO))
        && !isExpired(Map.entry(whole, Objects.requireNonNull(known.values().get(whole))), now);
  }

  private boolean isRedFlag(String fact) {
    return conversation.machine().fact(fact).redFlag();
  }

  private boolean isLongAgo(Instant since, Instant now) {
    return Duration.between(since, now).compareTo(conversation.about().freshFor()) > 0;
  }
}
