package backtalk.dialogue;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Denial;
import backtalk.conversation.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

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
    return resumed(dialogue, now) ? asked.stopped().with(List.of()) : asked;
  }

  private Dialogue migrated(Dialogue dialogue) {
    return isCurrent(dialogue) ? dialogue : new DialogueMigration(conversation).migrated(dialogue);
  }

  private boolean isCurrent(Dialogue dialogue) {
    return dialogue.conversation().equals(conversation.about().hash());
  }

  /**
   * Returns true when the conversation has changed and the dialogue is at another state or outcome.
   */
  boolean moved(Dialogue dialogue, Instant now) {
    return !isCurrent(dialogue) && isElsewhere(fresh(migrated(dialogue), now));
  }

  private boolean isElsewhere(Dialogue known) {
    return !isCurrent(known) && !known.question().fingerprint().equals(fingerprint(known));
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

  /** Returns the dialogue without expired answers; they cannot be undone either. */
  Dialogue fresh(Dialogue dialogue, Instant now) {
    Facts known = dialogue.facts();
    Facts fresh =
        known.without(
            entry ->
                isExpired(entry.getKey(), entry.getValue(), now)
                    && !isImpliedByWhole(known, entry.getKey(), now));
    return fresh.equals(known)
        ? dialogue
        : dialogue
            .with(fresh)
            .with(List.of())
            .pending(
                dialogue
                    .question()
                    .pending()
                    .filter(it -> !(it instanceof Confirmation.Retraction)));
  }

  private boolean isExpired(String fact, FactValue value, Instant now) {
    return isLongAgo(value.at(), now)
        && (value.answer() == Answer.SKIPPED
            || (value.answer() == Answer.NO
                && Denial.mustBeFresh(conversation.machine().facts(), fact)));
  }

  private boolean isImpliedByWhole(Facts known, String fact, Instant now) {
    if (!(conversation.machine().fact(fact).link() instanceof Fact.Link.PartOf(String whole))) {
      return false;
    }
    FactValue value = known.values().get(whole);
    return value != null && value.answer() == Answer.NO && !isExpired(whole, value, now);
  }

  private boolean isLongAgo(Instant since, Instant now) {
    return Duration.between(since, now).compareTo(conversation.about().freshFor()) > 0;
  }
}
