package backtalk.cli.evaluation;

import backtalk.cli.AskCommand;
import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.LanguageData;
import backtalk.conversation.Urgency;
import backtalk.understanding.FactMention;
import backtalk.understanding.Interpreter;
import backtalk.understanding.NluResult;
import backtalk.understanding.OpenPrompt;
import backtalk.understanding.TopicMatch;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Scores an interpreter on labelled messages. */
public final class Evaluator {

  static final String NOW = "now";
  static final String SOMEONE_NOW = "someone-else-now";
  private static final OpenPrompt YES_OR_NO = new OpenPrompt(List.of(), true);

  private final Map<String, Fact> facts;
  private final Interpreter interpreter;
  private final EvaluationScores scores;

  public Evaluator(Conversation conversation, Interpreter interpreter) {
    this(conversation, interpreter, new EvaluationScores());
  }

  /** Creates an evaluator that adds to existing scores. */
  public Evaluator(Conversation conversation, Interpreter interpreter, EvaluationScores scores) {
    this.facts = conversation.machine().facts();
    this.interpreter = interpreter;
    this.scores = scores;
  }

  public EvaluationScores score(EvaluationSet evaluationSet) {
    evaluationSet.rows().forEach(row -> score(evaluationSet.task(), row));
    return scores;
  }

  private void score(EvaluationSet.Task task, EvaluationSet.Row row) {
    switch (task) {
      case FLAGS -> flags(row, interpreter.interpret(row.message(), OpenPrompt.NOTHING));
      case TOPICS -> topics(row, interpreter.interpret(row.message(), OpenPrompt.NOTHING));
      case ANSWERS -> answers(row, interpreter.interpret(row.message(), YES_OR_NO));
    }
  }

  private void flags(EvaluationSet.Row row, NluResult result) {
    boolean escalated = escalated(result);
    boolean confirmed = !escalated && !result.doubts().isEmpty();
    if (row.kind().equals(NOW) || row.kind().equals(SOMEONE_NOW)) {
      flagged(row, result, escalated, confirmed);
      return;
    }
    scores.record("hard negatives escalated", escalated);
    scores.record("hard negatives confirmed", confirmed);
    scores.record("  escalated or confirmed, " + row.kind(), escalated || confirmed);
    mistake(escalated, "false alarm", row, result);
    mistake(confirmed, "asked back", row, result);
  }

  private void flagged(
      EvaluationSet.Row row, NluResult result, boolean escalated, boolean confirmed) {
    boolean any = escalated || confirmed;
    scores.record(row.kind() + ": red flags escalated or confirmed", any);
    scores.record(row.kind() + ": red flags escalated", escalated);
    scores.record(
        row.kind() + ": red flags, the right fact",
        row.meant().stream().anyMatch(fact -> has(result, fact)));
    if (row.meant().stream().anyMatch(this::emergency)) {
      scores.record(row.kind() + ": emergencies escalated or confirmed", any);
    }
    row.meant().forEach(fact -> scores.record("  escalated or confirmed, " + fact, any));
    mistake(!any, "missed", row, result);
  }

  private boolean emergency(String fact) {
    Fact known = facts.get(fact);
    return known != null && known.severity().emergency();
  }

  private static boolean has(NluResult result, String fact) {
    return result.mentions().contains(new FactMention(fact, Answer.YES))
        || result.doubts().contains(fact)
        || result.someoneElse().filter(fact::equals).isPresent();
  }

  /** Returns true for a red flag of the writer, or an emergency of another person. */
  private boolean escalated(NluResult result) {
    return tells(result, Fact::redFlag);
  }

  /**
   * Returns true for a sign that a doctor should look at, of the writer, or another's emergency.
   */
  private boolean tellsSign(NluResult result) {
    return tells(result, fact -> fact.severity().yesAtLeast(Urgency.SEE_DOCTOR_NO_HURRY));
  }

  private boolean tells(NluResult result, Predicate<Fact> serious) {
    return result.someoneElse().isPresent()
        || result.mentions().stream()
            .filter(mention -> mention.answer() == Answer.YES)
            .map(mention -> facts.get(mention.fact()))
            .anyMatch(fact -> fact != null && serious.test(fact));
  }

  private void topics(EvaluationSet.Row row, NluResult result) {
    boolean escalated = tellsSign(result);
    scores.record("ordinary messages escalated", escalated);
    boolean confirmed = !escalated && !result.doubts().isEmpty();
    scores.record("ordinary messages confirmed", confirmed);
    mistake(escalated, "false alarm", row, result);
    mistake(confirmed, "asked back", row, result);
    if (row.meant().contains(LanguageData.OUT_OF_SCOPE)) {
      boolean answered = result.topics() instanceof TopicMatch.Answered;
      scores.record("out of scope declined or offered", !answered);
      mistake(answered, "answered out of scope", row, result);
    } else {
      inScope(row, result);
    }
  }

  private void inScope(EvaluationSet.Row row, NluResult result) {
    boolean right = answered(result.topics()).stream().anyMatch(row.meant()::contains);
    boolean offered = offered(result.topics()).stream().anyMatch(row.meant()::contains);
    boolean wrong = result.topics() instanceof TopicMatch.Answered && !right;
    scores.record("topics answered right", right);
    scores.record("topics answered right or offered", right || offered);
    scores.record("topics answered wrongly", wrong);
    scores.record(
        "topics answered wrongly, the right one not among the buttons", wrong && !offered);
    row.meant().forEach(topic -> scores.record("  right or offered, " + topic, right || offered));
    mistake(
        !right,
        wrong
            ? offered ? "right one below" : "answered wrongly"
            : offered ? "offered" : "not offered",
        row,
        result);
  }

  private void mistake(boolean made, String verdict, EvaluationSet.Row row, NluResult result) {
    if (made) {
      scores.wrong(verdict, row, result.mentions() + " " + result.doubts() + " " + result.topics());
    }
  }

  private static List<String> answered(TopicMatch match) {
    return match instanceof TopicMatch.Answered answered ? answered.topics() : List.of();
  }

  /** Returns the topics that are shown as buttons. */
  private static List<String> offered(TopicMatch match) {
    return switch (match) {
      case TopicMatch.Answered answered -> answered.alternatives();
      case TopicMatch.Offered(List<String> topics) -> topics;
      case TopicMatch.Declined declined -> List.of();
    };
  }

  private void answers(EvaluationSet.Row row, NluResult result) {
    String got = AskCommand.answer(result.reply().orElse(null));
    boolean right = row.meant().contains(got);
    boolean flip = Set.of("yes", "no").contains(got) && row.meant().contains(opposite(got));
    scores.record("answers right", right);
    scores.record("answers flipped between yes and no", flip);
    row.meant().forEach(answer -> scores.record("  right, " + answer, right));
    if (!right) {
      scores.wrong(flip ? "flipped" : "misread", row, got);
    }
  }

  private static String opposite(String answer) {
    return answer.equals("yes") ? "no" : "yes";
  }
}
