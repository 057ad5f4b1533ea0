package backtalk.understanding;

import backtalk.understanding.DetectedFacts.Finding;
import backtalk.understanding.model.RedFlagClassifier;
import backtalk.understanding.model.Similarities;
import backtalk.understanding.model.TopicRanker;
import backtalk.understanding.model.TrainedModel;
import backtalk.understanding.rules.Cue;
import backtalk.understanding.rules.SmallTalkMatcher;
import backtalk.understanding.text.TextReadings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Interprets a message in stages.
 *
 * <p>Each stage adds to one analysis. Red flags are detected in every message, whatever the other
 * stages find.
 */
public final class NluPipeline implements Interpreter {

  /** Longer texts go through the model in their likeliest reading only, in letters. */
  private static final int MAX_LENGTH_OF_ALL_READINGS = 300;

  private final NluConfig config;
  private final TrainedModel model;
  private final Function<String, float[]> embed;
  private final TextReadings readings;
  private final TopicRanker topicRanker;
  private final List<UnaryOperator<Analysis>> stages;
  private final List<UnaryOperator<Analysis>> stagesByRules;

  /**
   * Creates a pipeline with this configuration and model.
   *
   * @param embed returns the vector of a plain text
   */
  public NluPipeline(NluConfig config, TrainedModel model, Function<String, float[]> embed) {
    this.config = config;
    this.model = model;
    this.embed = embed;
    readings = new TextReadings(config.normaliser()::knownShare);
    ClauseStage clauses = new ClauseStage(config.cues());
    AnswerStage answers = new AnswerStage(config.answers(), config.cues());
    RedFlagStage redFlags = new RedFlagStage(config, new RedFlagClassifier(model.classifiers()));
    topicRanker = new TopicRanker(model);
    TopicStage topics = new TopicStage(config, topicRanker);
    SmallTalkStage talk = new SmallTalkStage(config, model.classifiers().talk(), topics);
    stages =
        List.of(
            talk::recogniseListed,
            clauses::divide,
            answers::recogniseUnclearQuestion,
            answers::parseAnswer,
            answers::skipComparison,
            redFlags::matchLexicon,
            redFlags::compareWithExamples,
            redFlags::decide,
            answers::weighAgainstFacts,
            topics::matchTopics,
            topics::dropDoubts,
            answers::recogniseCorrection,
            talk::classifyUnexplained);
    stagesByRules =
        List.of(
            talk::recogniseListedUndo,
            clauses::divide,
            answers::parseAnswer,
            redFlags::matchLexicon,
            redFlags::decide,
            answers::weighAgainstFacts,
            talk::dropVerb);
  }

  /**
   * Interprets every reading of the text.
   *
   * <p>When the likeliest reading is in another language, or the text is long, the others are
   * interpreted by rules alone.
   */
  @Override
  public NluResult interpret(String text, OpenPrompt prompt) {
    List<String> all = readings.of(text);
    Analysis first = analyse(all.getFirst(), prompt, stages);
    boolean foreign =
        first.verb().filter(it -> it.startsWith(SmallTalkMatcher.OTHER_LANGUAGE)).isPresent();
    boolean isLong = all.size() > 1 && text.length() > MAX_LENGTH_OF_ALL_READINGS;
    List<Analysis> analyses = new ArrayList<>(List.of(first));
    for (String other : isLong ? readings.latin(text) : all.subList(1, all.size())) {
      analyses.add(analyse(other, prompt, foreign || isLong ? stagesByRules : stages));
    }
    return union(analyses);
  }

  /** Interprets every reading of the text in Latin letters by rules alone. */
  @Override
  public NluResult interpretByRules(String text, OpenPrompt prompt) {
    return union(
        readings.latin(text).stream()
            .map(reading -> analyse(reading, prompt, stagesByRules))
            .toList());
  }

  /** Returns how the likeliest reading of a first message is taken apart. */
  public Explanation explain(String text) {
    return explain(text, OpenPrompt.NOTHING);
  }

  /** Returns how the likeliest reading of a message is taken apart while a question is open. */
  public Explanation explain(String text, OpenPrompt prompt) {
    Analysis analysis = analyse(readings.of(text).getFirst(), prompt, stages);
    TopicRanker.Ranking ranking =
        topicRanker.rank(analysis.utterance().plain(), analysis.utterance().similarities());
    return Explanation.of(analysis, ranking, config.thresholds());
  }

  private Analysis analyse(
      String text, OpenPrompt prompt, List<UnaryOperator<Analysis>> stagesInOrder) {
    Analysis analysis =
        Analysis.of(
            new Analysis.Utterance(
                text,
                config.normaliser().sentences(text),
                config.normaliser().answer(text),
                prompt,
                new Similarities(model, embed)));
    for (UnaryOperator<Analysis> stage : stagesInOrder) {
      analysis = stage.apply(analysis);
    }
    return analysis;
  }

  /**
   * Joins the readings of one message, the likeliest first.
   *
   * <p>A sign that any reading mentions or doubts counts; everything else is taken from the first
   * reading that was understood.
   */
  private NluResult union(List<Analysis> analyses) {
    Analysis base =
        analyses.stream()
            .filter(analysis -> analysis.result().understood())
            .findFirst()
            .orElse(analyses.getFirst());
    Stream<Finding> others =
        analyses.stream()
            .flatMap(analysis -> analysis.facts().findings())
            .filter(finding -> finding.kind() != Finding.Kind.NO);
    Stream<Finding> all = Stream.concat(base.facts().findings(), others);
    boolean ownBack =
        base.utterance().sentences().stream()
            .anyMatch(sentence -> config.cues().has(Cue.OWN_BACK, sentence.words()));
    return base.withFacts(DetectedFacts.of(all, config.facts().order()))
        .result()
        .withAboutOwnBack(ownBack);
  }
}
