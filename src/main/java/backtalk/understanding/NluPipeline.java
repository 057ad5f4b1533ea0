package backtalk.understanding;

import backtalk.conversation.Answer;
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
import backtalk.understanding.rules.CueIndex;
import backtalk.understanding.rules.RetractionDetector;
import backtalk.understanding.rules.SmallTalkMatcher;
import backtalk.understanding.text.Normaliser;
import backtalk.understanding.text.Sentence;
import backtalk.understanding.text.TextReadings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Hears a message: red flags always and first, then an answer to what is asked, wishes and small
 * talk, and questions.
 */
public final class NluPipeline implements Interpreter {

  /** The verb of messages that call the last telling a mistake. */
  private static final String UNDO = "undo";

  private final TrainedModel model;
  private final Function<String, float[]> embed;
  private final Normaliser normaliser;
  private final TextReadings readings;
  private final NluResultUnion union;
  private final RetractionDetector retractions;
  private final CueIndex cues;
  private final AnswerParser parser;
  private final AnswerIntent intent;
  private final SmallTalkMatcher talk;
  private final RedFlagDetector flags;
  private final TopicMatcher topics;
  private final SmallTalkClassifier loose;
  private final Set<String> heardThrough;
  private final Set<String> redFlags;
  private final Set<String> emergencies;

  /**
   * Ears tuned so, that have learned this.
   *
   * @param embed the vector of a plain text
   */
  public NluPipeline(NluConfig config, TrainedModel model, Function<String, float[]> embed) {
    this.model = model;
    this.embed = embed;
    normaliser = config.normaliser();
    readings = new TextReadings(normaliser::known);
    union = new NluResultUnion(config.facts().order());
    cues = config.cues();
    parser = config.answers();
    intent = new AnswerIntent(parser, cues);
    heardThrough = Set.copyOf(cues.words(Cue.HEARD_THROUGH));
    talk = config.talk();
    redFlags = config.facts().redFlags();
    emergencies = config.facts().emergencies();
    flags =
        new RedFlagCascade(
            config.lexicon(),
            new RedFlagClassifier(model.heads()),
            cues,
            config.facts(),
            config.thresholds());
    retractions = new RetractionDetector(cues, flags, config.facts().order());
    topics =
        new ThresholdTopicMatcher(
            new TopicRanker(
                model.heads(), new CharNgramIndex(model.of(TrainingExample.Kind.TOPIC))),
            cues,
            config.thresholds());
    loose =
        new SmallTalkClassifier(
            model.heads().talk(),
            Set.copyOf(cues.words(Cue.LOOSE_TALK)),
            config.thresholds().of(Thresholds.Name.TOPIC_TALK));
  }

  /** Hears every reading of the text; of another language only the words of the others count. */
  @Override
  public NluResult hear(String text, OpenPrompt prompt) {
    List<String> all = readings.of(text);
    NluResult first = hear(all.getFirst(), prompt, true);
    if (all.size() == 1) {
      return first;
    }
    boolean english = first.verb().filter(SmallTalkMatcher.OTHER_LANGUAGE::equals).isEmpty();
    List<NluResult> heard = new ArrayList<>(List.of(first));
    all.stream().skip(1).map(other -> hear(other, prompt, english)).forEach(heard::add);
    return union.of(heard);
  }

  /**
   * Hears one reading.
   *
   * @param recalls what was learned is asked too, and not the words alone
   */
  private NluResult hear(String text, OpenPrompt prompt, boolean recalls) {
    List<Sentence> sentences = normaliser.sentences(text);
    Sentence answer = normaliser.answer(text);
    String plain = plain(sentences);
    Optional<String> phrase = talk.of(text, plain);
    Optional<RetractionDetector.Found> retracted =
        phrase.isEmpty() ? retractions.find(sentences) : Optional.empty();
    Optional<String> said =
        phrase.or(() -> retracted.map(found -> UNDO)).or(() -> intent.unclear(answer, prompt));
    Optional<AnswerKind> parsed = parsed(answer, said, prompt);
    Optional<String> verb = parsed.isPresent() ? Optional.empty() : said;
    SimilarityCache cache = new SimilarityCache(model, embed);
    boolean more = retracted.filter(found -> !found.beside().isEmpty()).isPresent();
    boolean bare = !recalls || (!more && bare(answer, parsed, verb));
    Optional<SimilarityCache> recalled = Optional.of(cache).filter(any -> !bare);
    RedFlagDetector.Detected detected = detected(sentences, retracted, prompt, recalled);
    Optional<AnswerKind> reply =
        retracts(said) ? Optional.empty() : reply(parsed, answer, detected, prompt);
    boolean asks = asks(sentences, reply, detected, verb);
    TopicMatch match = asks ? topics.match(sentences, cache) : new TopicMatch.Declined();
    boolean lost =
        asks
            && detected.nothing()
            && !parser.isPlainNo(answer)
            && !(match instanceof TopicMatch.Answered);
    return new NluResult(
        detected.tells(),
        doubts(detected, match, sentences),
        detected.someoneElse(),
        reply,
        match,
        verb.or(() -> intent.correction(answer, prompt))
            .or(() -> lost ? loose.of(plain, cache) : Optional.empty()));
  }

  private RedFlagDetector.Detected detected(
      List<Sentence> sentences,
      Optional<RetractionDetector.Found> retracted,
      OpenPrompt prompt,
      Optional<SimilarityCache> recalled) {
    return retracted
        .map(found -> retractions.flags(found, recalled))
        .orElseGet(() -> flags.detect(sentences, prompt, recalled));
  }

  private static boolean retracts(Optional<String> said) {
    return said.filter(UNDO::equals).isPresent();
  }

  private boolean through(Optional<String> said) {
    return said.filter(heardThrough::contains).isPresent();
  }

  /** The answer to what is asked; a retraction is none, and small talk only where listed as one. */
  private Optional<AnswerKind> parsed(Sentence answer, Optional<String> said, OpenPrompt prompt) {
    boolean answers =
        prompt.yesNo()
            && !retracts(said)
            && intent.unclear(answer, prompt).isEmpty()
            && (!through(said) || parser.isPhrase(answer));
    return answers ? parser.parse(answer, prompt) : Optional.empty();
  }

  /** What is understood as small talk or a short answer reminds of nothing. */
  private boolean bare(Sentence answer, Optional<AnswerKind> parsed, Optional<String> verb) {
    return (verb.isPresent() && !through(verb))
        || (parsed.isPresent() && (answer.words().size() <= 2 || parser.isPlainNo(answer)));
  }

  /** Hears every reading of the text, by words alone. */
  @Override
  public NluResult hearSigns(String text, OpenPrompt prompt) {
    List<NluResult> heard =
        readings.of(text).stream().map(reading -> signs(reading, prompt)).toList();
    return heard.size() == 1 ? heard.getFirst() : union.of(heard);
  }

  private NluResult signs(String text, OpenPrompt prompt) {
    List<Sentence> sentences = normaliser.sentences(text);
    Sentence answer = normaliser.answer(text);
    Optional<String> phrase = talk.of(text, plain(sentences)).filter(UNDO::equals);
    Optional<RetractionDetector.Found> retracted =
        phrase.isEmpty() ? retractions.find(sentences) : Optional.empty();
    Optional<String> said = phrase.or(() -> retracted.map(found -> UNDO));
    Optional<AnswerKind> parsed = parsed(answer, said, prompt);
    RedFlagDetector.Detected detected = detected(sentences, retracted, prompt, Optional.empty());
    return new NluResult(
        detected.tells(),
        detected.doubts(),
        detected.someoneElse(),
        retracts(said) ? Optional.empty() : reply(parsed, answer, detected, prompt),
        new TopicMatch.Declined(),
        Optional.empty());
  }

  /** What was told outweighs a no, and "no, but my leg tingles" is a no to what was asked. */
  private Optional<AnswerKind> reply(
      Optional<AnswerKind> parsed,
      Sentence answer,
      RedFlagDetector.Detected detected,
      OpenPrompt prompt) {
    List<String> open = prompt.open();
    List<String> told =
        detected.tells().stream()
            .filter(mention -> mention.answer() == Answer.YES)
            .map(FactMention::fact)
            .toList();
    boolean answered =
        open.size() == 1
            && detected.tells().stream()
                .anyMatch(mention -> mention.fact().equals(open.getFirst()));
    if (answered) {
      return parsed.filter(answerKind -> answerKind == AnswerKind.YES);
    }
    boolean denies = parser.beginsWithNo(answer, prompt);
    return !open.isEmpty() && denies && !told.isEmpty() ? Optional.of(AnswerKind.NO) : parsed;
  }

  /** A question that is clearly about a topic is answered, not asked back, short of emergencies. */
  private List<String> doubts(
      RedFlagDetector.Detected detected, TopicMatch match, List<Sentence> sentences) {
    boolean clear =
        match instanceof TopicMatch.Answered
            && detected.doubts().stream().noneMatch(emergencies::contains)
            && sentences.stream().anyMatch(this::question);
    return clear ? List.of() : detected.doubts();
  }

  private static String plain(List<Sentence> sentences) {
    return String.join(" ", sentences.stream().map(Sentence::plain).toList());
  }

  /** A message that only tells or answers is not forced into a topic. */
  private boolean asks(
      List<Sentence> sentences,
      Optional<AnswerKind> reply,
      RedFlagDetector.Detected detected,
      Optional<String> verb) {
    if (verb.isPresent() || talk.orders(sentences)) {
      return false;
    }
    boolean told =
        reply.isPresent()
            || detected.someoneElse().isPresent()
            || detected.tells().stream()
                .anyMatch(t -> t.answer() == Answer.YES && redFlags.contains(t.fact()));
    return !told || sentences.stream().anyMatch(this::question);
  }

  private boolean question(Sentence sentence) {
    List<String> words = sentence.words();
    boolean starts =
        cues.find(Cue.QUESTION_STARTERS, words).stream()
            .anyMatch(
                cue ->
                    cue.start() == 0
                        || Set.of("and", "so", "but", "or").contains(words.get(cue.start() - 1)));
    return sentence.asks() || starts || !cues.find(Cue.PRESUPPOSING, words).isEmpty();
  }
}
