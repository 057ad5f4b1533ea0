package backtalk.understanding;

import backtalk.conversation.Answer;
import backtalk.conversation.Thresholds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Hears a message: red flags always and first, then an answer to what is asked, wishes and small
 * talk, and questions.
 */
public final class Ears implements Listener {

  /** The verb of messages that call the last telling a mistake. */
  private static final String UNDO = "undo";

  private final Learned learned;
  private final Function<String, float[]> embed;
  private final Normaliser normaliser;
  private final TextReadings readings;
  private final HeardUnion union;
  private final RetractionDetector retractions;
  private final CueBook cues;
  private final AnswerParser parser;
  private final Talk talk;
  private final RedFlagDetector flags;
  private final TopicMatcher topics;
  private final LooseTalk loose;
  private final Set<String> heardThrough;
  private final Set<String> redFlags;
  private final Set<String> emergencies;

  /**
   * Ears tuned so, that have learned this.
   *
   * @param embed the vector of a plain text
   */
  public Ears(Tuning tuning, Learned learned, Function<String, float[]> embed) {
    this.learned = learned;
    this.embed = embed;
    normaliser = tuning.normaliser();
    readings = new TextReadings(normaliser::known);
    union = new HeardUnion(tuning.facts().order());
    cues = tuning.cues();
    parser = tuning.answers();
    heardThrough = Set.copyOf(cues.words(Cue.HEARD_THROUGH));
    talk = tuning.talk();
    redFlags = tuning.facts().redFlags();
    emergencies = tuning.facts().emergencies();
    flags =
        new CascadingFlags(
            tuning.lexicon(),
            new LearnedFlags(learned.heads()),
            cues,
            tuning.facts(),
            tuning.thresholds());
    retractions = new RetractionDetector(cues, flags, tuning.facts().order());
    topics =
        new RankedTopics(
            new TopicRanking(learned.heads(), new LetterGroups(learned.of(Lesson.Kind.TOPIC))),
            cues,
            tuning.thresholds());
    loose =
        new LooseTalk(
            learned.heads().talk(),
            Set.copyOf(cues.words(Cue.LOOSE_TALK)),
            tuning.thresholds().of(Thresholds.Name.TOPIC_TALK));
  }

  /** Hears every reading of the text; of another language only the words of the others count. */
  @Override
  public Heard hear(String text, Expected expected) {
    List<String> all = readings.of(text);
    Heard first = hear(all.getFirst(), expected, true);
    if (all.size() == 1) {
      return first;
    }
    boolean english = first.verb().filter(Talk.OTHER_LANGUAGE::equals).isEmpty();
    List<Heard> heard = new ArrayList<>(List.of(first));
    all.stream().skip(1).map(other -> hear(other, expected, english)).forEach(heard::add);
    return union.of(heard);
  }

  /**
   * Hears one reading.
   *
   * @param recalls what was learned is asked too, and not the words alone
   */
  private Heard hear(String text, Expected expected, boolean recalls) {
    List<Sentence> sentences = normaliser.sentences(text);
    Sentence answer = normaliser.answer(text);
    String plain = plain(sentences);
    Optional<String> phrase = talk.of(text, plain);
    Optional<RetractionDetector.Found> retracted =
        phrase.isEmpty() ? retractions.find(sentences) : Optional.empty();
    Optional<String> said = phrase.or(() -> retracted.map(found -> UNDO));
    Optional<Reply> parsed = parsed(answer, said, expected);
    Optional<String> verb = parsed.isPresent() ? Optional.empty() : said;
    Recall recall = new Recall(learned, embed);
    boolean more = retracted.filter(found -> !found.beside().isEmpty()).isPresent();
    boolean bare = !recalls || (!more && bare(answer, parsed, verb));
    Optional<Recall> recalled = Optional.of(recall).filter(any -> !bare);
    RedFlagDetector.Detected detected = detected(sentences, retracted, expected, recalled);
    Optional<Reply> reply =
        retracts(said) ? Optional.empty() : reply(parsed, answer, detected, expected);
    boolean asks = asks(sentences, reply, detected, verb);
    TopicMatch match = asks ? topics.match(sentences, recall) : new TopicMatch.Declined();
    boolean lost = asks && detected.nothing() && !(match instanceof TopicMatch.Answered);
    return new Heard(
        detected.tells(),
        doubts(detected, match, sentences),
        detected.someoneElse(),
        reply,
        match,
        verb.or(() -> lost ? loose.of(plain, recall) : Optional.empty()));
  }

  private RedFlagDetector.Detected detected(
      List<Sentence> sentences,
      Optional<RetractionDetector.Found> retracted,
      Expected expected,
      Optional<Recall> recalled) {
    return retracted
        .map(found -> retractions.flags(found, recalled))
        .orElseGet(() -> flags.detect(sentences, expected, recalled));
  }

  private static boolean retracts(Optional<String> said) {
    return said.filter(UNDO::equals).isPresent();
  }

  private boolean through(Optional<String> said) {
    return said.filter(heardThrough::contains).isPresent();
  }

  /** The answer to what is asked; a retraction is none, and small talk only where listed as one. */
  private Optional<Reply> parsed(Sentence answer, Optional<String> said, Expected expected) {
    boolean answers =
        expected.yesNo() && !retracts(said) && (!through(said) || parser.isPhrase(answer));
    return answers ? parser.parse(answer, expected) : Optional.empty();
  }

  /** What is understood as small talk or a short answer reminds of nothing. */
  private boolean bare(Sentence answer, Optional<Reply> parsed, Optional<String> verb) {
    return (verb.isPresent() && !through(verb))
        || (parsed.isPresent() && answer.words().size() <= 2);
  }

  /** Hears every reading of the text, by words alone. */
  @Override
  public Heard hearSigns(String text, Expected expected) {
    List<Heard> heard =
        readings.of(text).stream().map(reading -> signs(reading, expected)).toList();
    return heard.size() == 1 ? heard.getFirst() : union.of(heard);
  }

  private Heard signs(String text, Expected expected) {
    List<Sentence> sentences = normaliser.sentences(text);
    Sentence answer = normaliser.answer(text);
    Optional<String> phrase = talk.of(text, plain(sentences)).filter(UNDO::equals);
    Optional<RetractionDetector.Found> retracted =
        phrase.isEmpty() ? retractions.find(sentences) : Optional.empty();
    Optional<String> said = phrase.or(() -> retracted.map(found -> UNDO));
    Optional<Reply> parsed = parsed(answer, said, expected);
    RedFlagDetector.Detected detected = detected(sentences, retracted, expected, Optional.empty());
    return new Heard(
        detected.tells(),
        detected.doubts(),
        detected.someoneElse(),
        retracts(said) ? Optional.empty() : reply(parsed, answer, detected, expected),
        new TopicMatch.Declined(),
        Optional.empty());
  }

  /** What was told outweighs a no, and "no, but my leg tingles" is a no to what was asked. */
  private static Optional<Reply> reply(
      Optional<Reply> parsed,
      Sentence answer,
      RedFlagDetector.Detected detected,
      Expected expected) {
    List<String> open = expected.open();
    List<String> told =
        detected.tells().stream()
            .filter(telling -> telling.answer() == Answer.YES)
            .map(Telling::fact)
            .toList();
    boolean answered =
        open.size() == 1
            && detected.tells().stream()
                .anyMatch(telling -> telling.fact().equals(open.getFirst()));
    if (answered) {
      return parsed.filter(reply -> reply == Reply.YES);
    }
    boolean denies = answer.begins("no", "none", "nothing", "not");
    return !open.isEmpty() && denies && !told.isEmpty() ? Optional.of(Reply.NO) : parsed;
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
      Optional<Reply> reply,
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
