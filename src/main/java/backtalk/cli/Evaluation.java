package backtalk.cli;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Wording;
import backtalk.understanding.Expected;
import backtalk.understanding.Heard;
import backtalk.understanding.Listener;
import backtalk.understanding.Telling;
import backtalk.understanding.TopicMatch;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what a listener hears with what was meant. */
final class Evaluation {

  static final String NOW = "now";
  static final String SOMEONE_NOW = "someone-else-now";
  private static final Expected YES_OR_NO = new Expected(List.of(), true);

  private final Map<String, Fact> facts;
  private final Listener listener;
  private final Scores scores;

  Evaluation(Conversation conversation, Listener listener) {
    this(conversation, listener, new Scores());
  }

  /** One that adds to these scores. */
  Evaluation(Conversation conversation, Listener listener, Scores scores) {
    this.facts = conversation.machine().facts();
    this.listener = listener;
    this.scores = scores;
  }

  Scores score(Practice practice) {
    practice.rows().forEach(row -> score(practice.of(), row));
    return scores;
  }

  private void score(Practice.Of of, Practice.Row row) {
    switch (of) {
      case FLAGS -> flags(row, listener.hear(row.message(), Expected.NOTHING));
      case TOPICS -> topics(row, listener.hear(row.message(), Expected.NOTHING));
      case ANSWERS -> answers(row, listener.hear(row.message(), YES_OR_NO));
    }
  }

  private void flags(Practice.Row row, Heard heard) {
    boolean escalated = escalated(heard);
    boolean confirmed = !escalated && !heard.doubts().isEmpty();
    if (row.kind().equals(NOW) || row.kind().equals(SOMEONE_NOW)) {
      flagged(row, heard, escalated, confirmed);
      return;
    }
    scores.note("hard negatives escalated", escalated);
    scores.note("hard negatives confirmed", confirmed);
    scores.note("  escalated or confirmed, " + row.kind(), escalated || confirmed);
    mistake(escalated, "false alarm", row, heard);
  }

  private void flagged(Practice.Row row, Heard heard, boolean escalated, boolean confirmed) {
    boolean any = escalated || confirmed;
    scores.note(row.kind() + ": red flags escalated or confirmed", any);
    scores.note(row.kind() + ": red flags escalated", escalated);
    scores.note(
        row.kind() + ": red flags, the right fact",
        row.meant().stream().anyMatch(fact -> has(heard, fact)));
    if (row.meant().stream().anyMatch(this::emergency)) {
      scores.note(row.kind() + ": emergencies escalated or confirmed", any);
    }
    row.meant().forEach(fact -> scores.note("  escalated or confirmed, " + fact, any));
    mistake(!any, "missed", row, heard);
  }

  private boolean emergency(String fact) {
    Fact known = facts.get(fact);
    return known != null && known.severity().emergency();
  }

  private static boolean has(Heard heard, String fact) {
    return heard.tells().contains(new Telling(fact, Answer.YES))
        || heard.doubts().contains(fact)
        || heard.someoneElse().filter(fact::equals).isPresent();
  }

  /** A red flag of the writer's, or an emergency of somebody else's. */
  private boolean escalated(Heard heard) {
    return heard.someoneElse().isPresent()
        || heard.tells().stream()
            .filter(telling -> telling.answer() == Answer.YES)
            .map(telling -> facts.get(telling.fact()))
            .anyMatch(fact -> fact != null && fact.redFlag());
  }

  private void topics(Practice.Row row, Heard heard) {
    boolean escalated = escalated(heard);
    scores.note("ordinary messages escalated", escalated);
    scores.note("ordinary messages confirmed", !escalated && !heard.doubts().isEmpty());
    mistake(escalated, "false alarm", row, heard);
    if (row.meant().contains(Wording.OUT_OF_SCOPE)) {
      boolean answered = heard.topics() instanceof TopicMatch.Answered;
      scores.note("out of scope declined or offered", !answered);
      mistake(answered, "answered out of scope", row, heard);
    } else {
      inScope(row, heard);
    }
  }

  private void inScope(Practice.Row row, Heard heard) {
    boolean right = answered(heard.topics()).stream().anyMatch(row.meant()::contains);
    boolean offered = offered(heard.topics()).stream().anyMatch(row.meant()::contains);
    boolean wrong = heard.topics() instanceof TopicMatch.Answered && !right;
    scores.note("topics answered right", right);
    scores.note("topics answered right or offered", right || offered);
    scores.note("topics answered wrongly", wrong);
    row.meant().forEach(topic -> scores.note("  right or offered, " + topic, right || offered));
    mistake(!right && !offered, wrong ? "answered wrongly" : "not offered", row, heard);
  }

  private void mistake(boolean made, String verdict, Practice.Row row, Heard heard) {
    if (made) {
      scores.wrong(verdict, row, heard.tells() + " " + heard.doubts() + " " + heard.topics());
    }
  }

  private static List<String> answered(TopicMatch match) {
    return match instanceof TopicMatch.Answered(List<String> topics) ? topics : List.of();
  }

  private static List<String> offered(TopicMatch match) {
    return match instanceof TopicMatch.Offered(List<String> topics) ? topics : List.of();
  }

  private void answers(Practice.Row row, Heard heard) {
    String got = AskCommand.answer(heard.reply().orElse(null));
    boolean right = row.meant().contains(got);
    boolean flip = Set.of("yes", "no").contains(got) && row.meant().contains(opposite(got));
    scores.note("answers right", right);
    scores.note("answers flipped between yes and no", flip);
    row.meant().forEach(answer -> scores.note("  right, " + answer, right));
    if (!right) {
      scores.wrong(flip ? "flipped" : "misread", row, got);
    }
  }

  private static String opposite(String answer) {
    return answer.equals("yes") ? "no" : "yes";
  }
}
