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
 * Lets old answers go: a no to a red flag counts for a while only, a yes or a doubt for good. A
 * part stays no while its whole is no.
 */
record AnswerExpiry(Conversation conversation) {

  /** The dialogue as it stands now: after a long silence the check waits to be gone on with. */
  Dialogue refreshed(Dialogue dialogue, Instant now) {
    Dialogue carried = carried(dialogue);
    Dialogue fresh = fresh(carried, now);
    boolean moved =
        !fresh.facts().equals(carried.facts())
            || elsewhere(fresh)
            || !carried.question().pending().equals(dialogue.question().pending());
    Dialogue asked = moved ? fresh.with(fresh.question().next()) : fresh;
    return resumed(dialogue, now) ? paused(asked) : asked;
  }

  /**
   * The dialogue by the names of now. Under a changed conversation there is no way back to what was
   * told before: what hangs together now may not have done so then.
   */
  private Dialogue carried(Dialogue dialogue) {
    if (dialogue.conversation().equals(conversation.about().hash())) {
      return dialogue;
    }
    DialogueMigration dialogueMigration = new DialogueMigration(conversation);
    return dialogue
        .with(dialogueMigration.carried(dialogue.facts()))
        .with(List.<UndoEntry>of())
        .pending(dialogue.question().pending().flatMap(dialogueMigration::carried));
  }

  /** True where the conversation was changed, and asks or ends otherwise than it did. */
  boolean moved(Dialogue dialogue, Instant now) {
    return elsewhere(fresh(carried(dialogue), now));
  }

  /** The dialogue without the answers that no longer count; there is then no way back to them. */
  Dialogue fresh(Dialogue dialogue, Instant now) {
    Facts known = dialogue.facts();
    return holding(
        dialogue, known.without(entry -> stale(entry, now) && !held(known, entry.getKey(), now)));
  }

  private static Dialogue holding(Dialogue dialogue, Facts facts) {
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

  private boolean elsewhere(Dialogue known) {
    return !known.conversation().equals(conversation.about().hash())
        && !known.question().place().equals(print(known));
  }

  /** A print of the place that a dialogue is at. */
  String print(Dialogue dialogue) {
    return DialogueMigration.print(
        conversation.machine().path(dialogue.facts(), dialogue.begun()).end());
  }

  /** True when somebody comes back after so long that their noes no longer count. */
  boolean resumed(Dialogue dialogue, Instant now) {
    return longAgo(dialogue.heard(), now)
        && (dialogue.begun() || !dialogue.facts().told().isEmpty());
  }

  private static Dialogue paused(Dialogue dialogue) {
    OpenQuestion question = dialogue.question().with(Optional.empty()).one(Optional.empty());
    return dialogue.begun(false).with(question).with(List.<UndoEntry>of());
  }

  private boolean stale(Map.Entry<String, FactValue> entry, Instant now) {
    Answer answer = entry.getValue().answer();
    boolean ages = answer == Answer.SKIPPED || (answer == Answer.NO && ages(entry.getKey()));
    return ages && longAgo(entry.getValue().at(), now);
  }

  private boolean held(Facts known, String fact, Instant now) {
    return conversation.machine().fact(fact).link() instanceof Fact.Link.PartOf(String whole)
        && known.is(whole, Set.of(Answer.NO))
        && !stale(Map.entry(whole, Objects.requireNonNull(known.told().get(whole))), now);
  }

  private boolean ages(String fact) {
    return conversation.machine().fact(fact).redFlag();
  }

  private boolean longAgo(Instant since, Instant now) {
    return Duration.between(since, now).compareTo(conversation.about().freshFor()) > 0;
  }
}
