package backtalk.cli.evaluation;

import backtalk.cli.AskCommand;
import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.LanguageData;
import backtalk.understanding.FactMention;
import backtalk.understanding.Interpreter;
import backtalk.understanding.NluResult;
import backtalk.understanding.OpenPrompt;
import backtalk.understanding.TopicMatch;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what a listener hears with what was meant. */
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

  /** One that adds to these scores. */
  public Evaluator(Conversation conversation, Interpreter interpreter, EvaluationScores scores) {
    this.facts = conversation.machine().facts();
    this.interpreter = interpreter;
    this.scores = scores;
  }

  public EvaluationScores score(EvaluationSet evaluationSet) {
    evaluationSet.rows().forEach(row -> score(evaluationSet.of(), row));
    return scores;
  }

  private void score(EvaluationSet.Of of, EvaluationSet.Row row) {
    switch (of) {
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
    scores.note("hard negatives escalated", escalated);
    scores.note("hard negatives confirmed", confirmed);
    scores.note("  escalated or confirmed, " + row.kind(), escalated || confirmed);
    mistake(escalated, "false alarm", row, result);
  }

  private void flagged(
      EvaluationSet.Row row, NluResult result, boolean escalated, boolean confirmed) {
    boolean any = escalated || confirmed;
    scores.note(row.kind() + ": red flags escalated or confirmed", any);
    scores.note(row.kind() + ": red flags escalated", escalated);
    scores.note(
        row.kind() + ": red flags, the right fact",
        row.meant().stream().anyMatch(fact -> has(result, fact)));
    if (row.meant().stream().anyMatch(this::emergency)) {
      scores.note(row.kind() + ": emergencies escalated or confirmed", any);
    }
    row.meant().forEach(fact -> scores.note("  escalated or confirmed, " + fact, any));
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

  /** A red flag of the writer's, or an emergency of somebody else's. */
  private boolean escalated(NluResult result) {
    return result.someoneElse().isPresent()
        || result.mentions().stream()
            .filter(mention -> mention.answer() == Answer.YES)
            .map(mention -> facts.get(mention.fact()))
            .anyMatch(fact -> fact != null && fact.redFlag());
  }

  private void topics(EvaluationSet.Row row, NluResult result) {
    boolean escalated = escalated(result);
    scores.note("ordinary messages escalated", escalated);
    scores.note("ordinary messages confirmed", !escalated && !result.doubts().isEmpty());
    mistake(escalated, "false alarm", row, result);
    if (row.meant().contains(LanguageData.OUT_OF_SCOPE)) {
      boolean answered = result.topics() instanceof TopicMatch.Answered;
      scores.note("out of scope declined or offered", !answered);
      mistake(answered, "answered out of scope", row, result);
    } else {
      inScope(row, result);
    }
  }

  private void inScope(EvaluationSet.Row row, NluResult result) {
    boolean right = answered(result.topics()).stream().anyMatch(row.meant()::contains);
    boolean offered = offered(result.topics()).stream().anyMatch(row.meant()::contains);
    boolean wrong = result.topics() instanceof TopicMatch.Answered && !right;
    scores.note("topics answered right", right);
    scores.note("topics answered right or offered", right || offered);
    scores.note("topics answered wrongly", wrong);
    row.meant().forEach(topic -> scores.note("  right or offered, " + topic, right || offered));
    mistake(!right && !offered, wrong ? "answered wrongly" : "not offered", row, result);
  }

  private void mistake(boolean made, String verdict, EvaluationSet.Row row, NluResult result) {
    if (made) {
      scores.wrong(verdict, row, result.mentions() + " " + result.doubts() + " " + result.topics());
    }
  }

  private static List<String> answered(TopicMatch match) {
    return match instanceof TopicMatch.Answered(List<String> topics) ? topics : List.of();
  }

  private static List<String> offered(TopicMatch match) {
    return match instanceof TopicMatch.Offered(List<String> topics) ? topics : List.of();
  }

  private void answers(EvaluationSet.Row row, NluResult result) {
    String got = AskCommand.answer(result.reply().orElse(null));
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
