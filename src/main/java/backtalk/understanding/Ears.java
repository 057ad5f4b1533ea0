package backtalk.understanding;

import backtalk.conversation.Answer;
import backtalk.conversation.Thresholds;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Hears a message: red flags always and first, then an answer to what is asked, wishes and small
 * talk, and questions.
 */
public final class Ears implements Listener {

  private final Normaliser normaliser;
  private final CueBook cues;
  private final AnswerParser answers;
  private final Talk talk;
  private final RedFlagDetector flags;
  private final TopicMatcher topics;
  private final LooseTalk loose;
  private final Set<String> redFlags;
  private final Set<String> emergencies;

  /**
   * Ears tuned so, that have learned this.
   *
   * @param embed the vector of a plain text
   */
  public Ears(Tuning tuning, Learned learned, Function<String, float[]> embed) {
    this(
        tuning,
        new CascadingFlags(
            tuning.lexicon(),
            Optional.of(new LearnedFlags(learned, embed)).filter(LearnedFlags::any),
            tuning.cues(),
            tuning.facts(),
            tuning.thresholds()),
        new RankedTopics(
            new TopicRanking(
                learned,
                new LetterGroups(learned.questions()),
                tuning.thresholds().of(Thresholds.Name.TOPIC_FOREIGN)),
            embed,
            tuning.cues(),
            tuning.thresholds()),
        new LooseTalk(
            learned,
            embed,
            Set.copyOf(tuning.cues().words(Cue.LOOSE_TALK)),
            tuning.thresholds().of(Thresholds.Name.TOPIC_TALK)));
  }

  private Ears(Tuning tuning, RedFlagDetector flags, TopicMatcher topics, LooseTalk loose) {
    normaliser = tuning.normaliser();
    cues = tuning.cues();
    answers = tuning.answers();
    talk = tuning.talk();
    redFlags = tuning.facts().redFlags();
    emergencies = tuning.facts().emergencies();
    this.flags = flags;
    this.topics = topics;
    this.loose = loose;
  }

  @Override
  public Heard hear(String text, Expected expected) {
    List<Sentence> sentences = normaliser.sentences(text);
    Sentence answer = normaliser.answer(text);
    Optional<Reply> parsed = expected.yesNo() ? answers.parse(answer, expected) : Optional.empty();
    String plain = plain(sentences);
    Optional<String> verb = parsed.isPresent() ? Optional.empty() : talk.of(text, plain);
    boolean bare = verb.isPresent() || (parsed.isPresent() && answer.words().size() <= 2);
    RedFlagDetector.Detected detected = flags.detect(sentences, expected, bare);
    Optional<Reply> reply = reply(parsed, answer, detected, expected);
    boolean asks = asks(sentences, reply, detected, verb);
    TopicMatch match = asks ? topics.match(sentences) : new TopicMatch.Declined();
    boolean lost = asks && detected.nothing() && !(match instanceof TopicMatch.Answered);
    return new Heard(
        detected.tells(),
        doubts(detected, match, sentences),
        detected.someoneElse(),
        reply,
        match,
        verb.or(() -> lost ? loose.of(plain) : Optional.empty()));
  }

  /** What was told outweighs a no, and "no, but my leg tingles" is a no to what was asked. */
  private static Optional<Reply> reply(
      Optional<Reply> parsed,
      Sentence answer,
      RedFlagDetector.Detected detected,
      Expected expected) {
    if (expected.open().size() != 1 || parsed.isEmpty()) {
      return parsed;
    }
    String open = expected.open().getFirst();
    boolean toldOpen = detected.tells().stream().anyMatch(told -> told.fact().equals(open));
    boolean toldOther =
        detected.tells().stream()
            .anyMatch(told -> !told.fact().equals(open) && told.answer() == Answer.YES);
    if (toldOpen) {
      return parsed.filter(reply -> reply == Reply.YES);
    }
    boolean denies = Set.of("no", "none", "nothing", "not").contains(answer.words().getFirst());
    return denies && toldOther ? Optional.of(Reply.NO) : parsed;
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
