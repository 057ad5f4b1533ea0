package backtalk.understanding;

import backtalk.conversation.Thresholds;
import backtalk.understanding.model.CharNgramIndex;
import backtalk.understanding.model.RedFlagClassifier;
import backtalk.understanding.model.SimilarityCache;
import backtalk.understanding.model.SmallTalkClassifier;
import backtalk.understanding.model.ThresholdTopicMatcher;
import backtalk.understanding.model.TopicRanker;
import backtalk.understanding.model.TrainedModel;
import backtalk.understanding.model.TrainingExample;
import backtalk.understanding.rules.AnswerIntent;
import backtalk.understanding.rules.Cue;
import backtalk.understanding.rules.RetractionDetector;
import backtalk.understanding.rules.SmallTalkMatcher;
import backtalk.understanding.text.Normaliser;
import backtalk.understanding.text.TextReadings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Interprets a message in stages: normalisation, commands, answer, red flags, topics.
 *
 * <p>Red flags are detected in every message, whatever the other stages find.
 */
public final class NluPipeline implements Interpreter {

  /** Longer texts go through the model in their likeliest reading only, in letters. */
  private static final int MAX_LENGTH_OF_ALL_READINGS = 300;

  private final TrainedModel model;
  private final Function<String, float[]> embed;
  private final Normaliser normaliser;
  private final TextReadings readings;
  private final NluResultUnion union;
  private final CommandStage commands;
  private final AnswerStage answers;
  private final RedFlagDetector redFlags;
  private final RetractionDetector retractions;
  private final TopicStage topics;

  /**
   * Creates a pipeline with this configuration and model.
   *
   * @param embed returns the vector of a plain text
   */
  public NluPipeline(NluConfig config, TrainedModel model, Function<String, float[]> embed) {
    this.model = model;
    this.embed = embed;
    normaliser = config.normaliser();
    readings = new TextReadings(normaliser::knownShare);
    union = new NluResultUnion(config.facts().order());
    answers =
        new AnswerStage(
            config.answers(),
            new AnswerIntent(config.answers(), config.cues()),
            Set.copyOf(config.cues().words(Cue.HEARD_THROUGH)));
    redFlags = redFlags(config, model);
    retractions = new RetractionDetector(config.cues(), redFlags, config.facts().order());
    commands = new CommandStage(config.talk(), retractions);
    topics = topics(config, model);
  }

  private static RedFlagDetector redFlags(NluConfig config, TrainedModel model) {
    return new RedFlagCascade(
        config.lexicon(),
        new RedFlagClassifier(model.classifiers()),
        config.cues(),
        config.facts(),
        config.thresholds());
  }

  private static TopicStage topics(NluConfig config, TrainedModel model) {
    CharNgramIndex ngrams = new CharNgramIndex(model.of(TrainingExample.Kind.TOPIC));
    return new TopicStage(
        new ThresholdTopicMatcher(
            new TopicRanker(model.classifiers(), ngrams), config.cues(), config.thresholds()),
        new SmallTalkClassifier(
            model.classifiers().talk(),
            Set.copyOf(config.cues().words(Cue.LOOSE_TALK)),
            config.thresholds().of(Thresholds.Name.TOPIC_TALK)),
        config.talk(),
        config.cues(),
        config.facts());
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
    NluResult first = interpret(all.getFirst(), prompt, true);
    if (all.size() == 1) {
      return first;
    }
    boolean english = first.verb().filter(SmallTalkMatcher.OTHER_LANGUAGE::equals).isEmpty();
    List<NluResult> results = new ArrayList<>(List.of(first));
    if (text.length() > MAX_LENGTH_OF_ALL_READINGS) {
      results.addAll(readByRules(readings.latin(text), prompt));
    } else {
      all.stream().skip(1).map(other -> interpret(other, prompt, english)).forEach(results::add);
    }
    return union.of(results);
  }

  /**
   * Interprets one reading.
   *
   * @param useModel true to detect red flags with the trained model too, not by rules alone
   */
  private NluResult interpret(String text, OpenPrompt prompt, boolean useModel) {
    Utterance utterance = Utterance.of(text, normaliser);
    CommandStage.Recognised recognised =
        commands.recognise(utterance).or(answers.unclear(utterance, prompt));
    Optional<AnswerKind> parsed = answers.parse(utterance, recognised, prompt);
    Optional<String> verb = parsed.isPresent() ? Optional.empty() : recognised.verb();
    SimilarityCache similarities = new SimilarityCache(model, embed);
    boolean complete = !recognised.saysMore() && answers.isComplete(utterance, parsed, verb);
    RedFlagDetector.Detected detected =
        detect(
            utterance,
            recognised,
            prompt,
            Optional.of(similarities).filter(any -> useModel && !complete));
    Optional<AnswerKind> reply = answers.resolve(parsed, utterance, recognised, detected, prompt);
    TopicStage.Classified classified =
        topics.classify(utterance, verb, reply, detected, similarities);
    return new NluResult(
        detected.mentions(),
        topics.doubts(utterance, detected, classified.topics()),
        detected.someoneElse(),
        reply,
        classified.topics(),
        verb.or(() -> answers.correction(utterance, prompt))
            .or(() -> answers.isPlainNo(utterance) ? Optional.empty() : classified.smallTalk()));
  }

  /** Interprets every reading of the text in Latin letters by rules alone. */
  @Override
  public NluResult interpretByRules(String text, OpenPrompt prompt) {
    List<NluResult> results = readByRules(readings.latin(text), prompt);
    return results.size() == 1 ? results.getFirst() : union.of(results);
  }

  private List<NluResult> readByRules(List<String> texts, OpenPrompt prompt) {
    return texts.stream().map(reading -> readByRules(reading, prompt)).toList();
  }

  private NluResult readByRules(String text, OpenPrompt prompt) {
    Utterance utterance = Utterance.of(text, normaliser);
    CommandStage.Recognised recognised = commands.recogniseRetraction(utterance);
    Optional<AnswerKind> parsed = answers.parse(utterance, recognised, prompt);
    RedFlagDetector.Detected detected = detect(utterance, recognised, prompt, Optional.empty());
    return new NluResult(
        detected.mentions(),
        detected.doubts(),
        detected.someoneElse(),
        answers.resolve(parsed, utterance, recognised, detected, prompt),
        new TopicMatch.Declined(),
        Optional.empty());
  }

  private RedFlagDetector.Detected detect(
      Utterance utterance,
      CommandStage.Recognised recognised,
      OpenPrompt prompt,
      Optional<SimilarityCache> similarities) {
    return recognised
        .retraction()
        .map(retraction -> retractions.flags(retraction, similarities))
        .orElseGet(() -> redFlags.detect(utterance.sentences(), prompt, similarities));
  }
}
