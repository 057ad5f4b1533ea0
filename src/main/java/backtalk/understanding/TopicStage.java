package backtalk.understanding;

import backtalk.conversation.Answer;
import backtalk.conversation.Thresholds.Name;
import backtalk.understanding.model.Similarities;
import backtalk.understanding.model.TopicRanker;
import backtalk.understanding.rules.ContextAnalyzer;
import backtalk.understanding.rules.Cue;
import backtalk.understanding.text.ClauseSplitter;
import backtalk.understanding.text.Sentence;
import java.util.List;
import java.util.stream.Stream;

/**
 * Matches questions with topics by thresholds: it answers the closest topic, offers the closest
 * few, or declines.
 */
record TopicStage(NluConfig config, TopicRanker ranker) {

  private static final int MAX_OFFERED = 3;

  /** Limits the questions answered in one message; more would make the reply too long. */
  private static final int MAX_ANSWERED = 2;

  /** Limits the questions of one message that are matched one by one. */
  private static final int MAX_PARTS = 4;

  /**
   * Limits the words of a message that is matched as a whole; of a longer one only the questions
   * are used.
   */
  private static final int MAX_WORDS = 60;

  /** Matches a message that asks something. */
  Analysis matchTopics(Analysis a) {
    return mayAsk(a)
        ? a.withTopics(match(a.utterance().sentences(), a.utterance().similarities()))
        : a;
  }

  /**
   * Returns false for a command, for a prompt injection, and for a message that only states facts
   * or answers.
   */
  boolean mayAsk(Analysis a) {
    List<Sentence> sentences = a.utterance().sentences();
    boolean states =
        a.reply().isPresent()
            || a.facts().someoneElse().isPresent()
            || a.facts().mentions().stream().anyMatch(this::isRedFlag);
    return a.verb().isEmpty()
        && sentences.stream().noneMatch(s -> config.cues().has(Cue.INJECTION, s.words()))
        && (!states || sentences.stream().anyMatch(this::isQuestion));
  }

  private boolean isRedFlag(FactMention mention) {
    return mention.answer() == Answer.YES && config.facts().redFlags().contains(mention.fact());
  }

  private boolean isQuestion(Sentence sentence) {
    List<String> words = sentence.words();
    boolean starts =
        config.cues().find(Cue.QUESTION_STARTERS, words).stream()
            .anyMatch(
                cue ->
                    cue.start() == 0
                        || config.cues().holds(Cue.QUESTION_JOINERS, words.get(cue.start() - 1)));
    return sentence.asks() || starts || config.cues().has(Cue.PRESUPPOSING, words);
  }

  /** Drops doubts below an emergency beside a question with a clear topic. */
  Analysis dropDoubts(Analysis a) {
    boolean clear =
        a.topics() instanceof TopicMatch.Answered
            && a.facts().doubts().stream().noneMatch(config.facts().emergencies()::contains)
            && a.utterance().sentences().stream().anyMatch(this::isQuestion);
    return clear ? a.withFacts(a.facts().withoutDoubts()) : a;
  }

  private TopicMatch match(List<Sentence> sentences, Similarities similarities) {
    List<Sentence> parts = questions(ClauseSplitter.questions(sentences, config.cues()));
    List<TopicMatch> each =
        parts.size() < 2 ? List.of() : parts.stream().map(it -> match(it, similarities)).toList();
    List<String> sure = each.stream().flatMap(TopicStage::sure).distinct().toList();
    if (sure.size() > 1) {
      return new TopicMatch.Answered(sure.stream().limit(MAX_ANSWERED).toList());
    }
    return best(matchWhole(sentences, parts, similarities), each);
  }

  /** Returns the parts that ask a question, or all parts when fewer than two do. */
  private List<Sentence> questions(List<Sentence> parts) {
    List<Sentence> asking =
        parts.stream()
            .filter(part -> new ContextAnalyzer(part, config.cues()).beginsAsking())
            .toList();
    return (asking.size() > 1 ? asking : parts).stream().limit(MAX_PARTS).toList();
  }

  private TopicMatch match(Sentence part, Similarities similarities) {
    return match(part.plain(), part, Name.TOPIC_MARGIN_PART, similarities);
  }

  private TopicMatch matchWhole(
      List<Sentence> sentences, List<Sentence> parts, Similarities similarities) {
    boolean isLong = sentences.stream().mapToInt(s -> s.tokens().size()).sum() > MAX_WORDS;
    List<Sentence> all = (isLong ? parts : sentences).stream().limit(MAX_PARTS).toList();
    return all.isEmpty()
        ? new TopicMatch.Declined()
        : match(Sentence.plain(all), all.getFirst(), Name.TOPIC_MARGIN, similarities);
  }

  private static Stream<String> sure(TopicMatch match) {
    return match instanceof TopicMatch.Answered(List<String> topics)
        ? topics.stream()
        : Stream.empty();
  }

  /** Returns the first match that is not declined, the whole message before its parts. */
  private static TopicMatch best(TopicMatch together, List<TopicMatch> each) {
    List<TopicMatch> all = Stream.concat(Stream.of(together), each.stream()).toList();
    return all.stream()
        .filter(TopicMatch.Answered.class::isInstance)
        .findFirst()
        .or(() -> all.stream().filter(TopicMatch.Offered.class::isInstance).findFirst())
        .orElse(together);
  }

  private TopicMatch match(
      String plain, Sentence sentence, Name margin, Similarities similarities) {
    if (plain.isBlank()) {
      return new TopicMatch.Declined();
    }
    TopicRanker.Ranking ranking = ranker.rank(plain, similarities);
    if (ranking.inScope() < config.thresholds().of(Name.TOPIC_OFFER)) {
      return new TopicMatch.Declined();
    }
    boolean sure =
        ranking.inScope() >= config.thresholds().of(Name.TOPIC_ANSWER)
            && ranking.margin() >= config.thresholds().of(margin)
            && !new ContextAnalyzer(sentence, config.cues()).onlyOtherBodyParts();
    List<String> topics = ranking.topics().stream().limit(sure ? 1 : MAX_OFFERED).toList();
    return sure ? new TopicMatch.Answered(topics) : new TopicMatch.Offered(topics);
  }
}
