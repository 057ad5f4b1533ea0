package backtalk.understanding;

import backtalk.conversation.Answer;
import backtalk.conversation.Thresholds;
import backtalk.conversation.Thresholds.Name;
import backtalk.understanding.model.Similarities;
import backtalk.understanding.model.TopicRanker;
import backtalk.understanding.rules.Assertion;
import backtalk.understanding.rules.ContextAnalyzer;
import backtalk.understanding.rules.Cue;
import backtalk.understanding.rules.Wishes;
import backtalk.understanding.text.ClauseSplitter;
import backtalk.understanding.text.Sentence;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Matches questions with topics: it answers the likeliest topic and names the next ones, offers the
 * closest few, or declines.
 *
 * <p>No exercises are shown in reply to a message that tells or hints at a sign.
 */
record TopicStage(NluConfig config, TopicRanker ranker, SignTopics signs) {

  TopicStage(NluConfig config, TopicRanker ranker) {
    this(config, ranker, new SignTopics(config, Set.copyOf(ranker.labels())));
  }

  private static final int MAX_OFFERED = 3;

  /** Limits the topics offered below an answer. */
  private static final int MAX_ALTERNATIVES = 2;

  /** Limits the questions answered in one message; more would make the reply too long. */
  private static final int MAX_ANSWERED = 3;

  /** Limits the questions of one message that are matched one by one. */
  private static final int MAX_PARTS = 4;

  /**
   * Limits the words of a message that is matched as a whole; of a longer one only the questions
   * are used.
   */
  private static final int MAX_WORDS = 60;

  /** Matches a message that asks something. */
  Analysis matchTopics(Analysis a) {
    if (!mayAsk(a)) {
      return a;
    }
    TopicMatch match = matchWanted(a.utterance().sentences(), a.utterance().similarities());
    TopicMatch shown = signs.isHinted(a) ? signs.beside(match, a) : match;
    return a.withTopics(isReply(a) && isGuess(shown, a) ? new TopicMatch.Declined() : shown);
  }

  /** Returns true for a statement while a question is open: it is no wish for a topic. */
  private boolean isReply(Analysis a) {
    return !a.utterance().prompt().open().isEmpty()
        && a.utterance().sentences().stream().noneMatch(this::isQuestion);
  }

  /**
   * Returns true for topics that are only offered, and beside one fact for an unsure answer, or for
   * any while that fact is doubted.
   */
  private static boolean isGuess(TopicMatch match, Analysis a) {
    return switch (match) {
      case TopicMatch.Offered offered -> true;
      case TopicMatch.Answered answered ->
          a.utterance().prompt().open().size() == 1
              && (!answered.sure() || a.utterance().prompt().doubted());
      case TopicMatch.Declined declined -> false;
    };
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
            || signs.isDoubtedInWords(a)
            || a.facts().mentions().stream().anyMatch(it -> isRedFlag(it) || isAsked(a, it));
    return a.verb().filter(verb -> !verb.equals(NluResult.FOLLOW_UP)).isEmpty()
        && sentences.stream().noneMatch(s -> config.cues().has(Cue.INJECTION, s.words()))
        && (!states || sentences.stream().anyMatch(this::isQuestion));
  }

  private static boolean isAsked(Analysis a, FactMention mention) {
    return a.utterance().prompt().open().contains(mention.fact());
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

  /**
   * Drops doubts that no words of the lexicon support: those about less than a sign beside a sure
   * topic, and those below an emergency in a message that only asks about a clear topic.
   */
  Analysis dropDoubts(Analysis a) {
    boolean sure =
        a.topics() instanceof TopicMatch.Answered answered
            && answered.sure()
            && a.facts().doubts().stream().noneMatch(config.facts().signs()::contains)
            && signs.hints(a).findAny().isEmpty();
    return sure || asksClearly(a) ? a.withFacts(a.facts().withoutDoubts()) : a;
  }

  private boolean asksClearly(Analysis a) {
    return a.topics() instanceof TopicMatch.Answered
        && a.facts().doubts().stream().noneMatch(config.facts().emergencies()::contains)
        && signs.hints(a).allMatch(hit -> hit.assertion() == Assertion.HYPOTHETICAL)
        && a.clauses().stream().allMatch(clause -> clause.context().beginsAsking())
        && a.utterance().sentences().stream().anyMatch(this::isQuestion);
  }

  /**
   * Matches what is asked, without the topics that are named as unwanted: "i dont want exercises".
   */
  private TopicMatch matchWanted(List<Sentence> sentences, Similarities similarities) {
    Wishes wishes = Wishes.in(sentences, config.cues());
    if (wishes.unwanted().isEmpty()) {
      return match(sentences, similarities);
    }
    Set<String> unwanted =
        wishes.unwanted().stream()
            .flatMap(part -> unwanted(ranker.rank(part.plain(), similarities)))
            .collect(Collectors.toSet());
    List<Sentence> wanted = wishes.wanted().isEmpty() ? sentences : wishes.wanted();
    return without(unwanted, match(wanted, similarities), wanted, similarities);
  }

  /** Returns the topic meant, with every exercise if it is one. */
  private Stream<String> unwanted(TopicRanker.Ranking ranking) {
    String best = ranking.topics().getFirst();
    return config.topics().movements().contains(best)
        ? config.topics().movements().stream()
        : Stream.of(best);
  }

  private TopicMatch without(
      Set<String> unwanted, TopicMatch match, List<Sentence> wanted, Similarities similarities) {
    boolean other =
        match instanceof TopicMatch.Answered(List<String> topics, var alternatives, var sure)
            && topics.stream().noneMatch(unwanted::contains);
    List<String> offered =
        ranker.rank(Sentence.plain(wanted), similarities).topics().stream()
            .filter(topic -> !unwanted.contains(topic))
            .limit(MAX_OFFERED)
            .toList();
    return other ? match : new TopicMatch.Offered(offered);
  }

  private TopicMatch match(List<Sentence> sentences, Similarities similarities) {
    List<Sentence> parts = questions(ClauseSplitter.questions(sentences, config.cues()));
    List<TopicMatch> each =
        parts.size() < 2 ? List.of() : parts.stream().map(it -> match(it, similarities)).toList();
    List<String> sure = each.stream().flatMap(TopicStage::sure).distinct().toList();
    if (sure.size() > 1) {
      return new TopicMatch.Answered(sure.stream().limit(MAX_ANSWERED).toList(), List.of(), true);
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
    return match(part.plain(), similarities);
  }

  private TopicMatch matchWhole(
      List<Sentence> sentences, List<Sentence> parts, Similarities similarities) {
    boolean isLong = sentences.stream().mapToInt(s -> s.tokens().size()).sum() > MAX_WORDS;
    List<Sentence> all = (isLong ? parts : sentences).stream().limit(MAX_PARTS).toList();
    return all.isEmpty() ? new TopicMatch.Declined() : match(Sentence.plain(all), similarities);
  }

  private static Stream<String> sure(TopicMatch match) {
    return match instanceof TopicMatch.Answered(List<String> topics, var alternatives, var sure)
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

  /** Returns the next topics, as far as they may have been meant. */
  private List<String> alternatives(TopicRanker.Ranking ranking) {
    Thresholds thresholds = config.thresholds();
    double temperature = thresholds.of(Name.TOPIC_TEMPERATURE);
    return ranking.topics().stream()
        .skip(1)
        .limit(MAX_ALTERNATIVES)
        .filter(
            topic ->
                ranking.probabilityOf(topic, temperature) >= thresholds.of(Name.TOPIC_ALTERNATIVE))
        .toList();
  }

  private TopicMatch match(String plain, Similarities similarities) {
    if (plain.isBlank()) {
      return new TopicMatch.Declined();
    }
    Thresholds thresholds = config.thresholds();
    TopicRanker.Ranking ranking = ranker.rank(plain, similarities);
    if (ranking.inScope() < thresholds.of(Name.TOPIC_OFFER)) {
      return new TopicMatch.Declined();
    }
    double probability = ranking.probability(thresholds.of(Name.TOPIC_TEMPERATURE));
    List<String> topics = ranking.topics();
    return probability >= thresholds.of(Name.TOPIC_ANSWER)
            && ranking.inScope() >= thresholds.of(Name.TOPIC_SCOPE)
        ? new TopicMatch.Answered(
            topics.subList(0, 1),
            alternatives(ranking),
            probability >= thresholds.of(Name.TOPIC_SURE))
        : new TopicMatch.Offered(topics.stream().limit(MAX_OFFERED).toList());
  }
}
