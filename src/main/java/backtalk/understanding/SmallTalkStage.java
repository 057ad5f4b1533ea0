package backtalk.understanding;

import backtalk.conversation.Thresholds;
import backtalk.conversation.Thresholds.Name;
import backtalk.understanding.model.Classifier;
import backtalk.understanding.rules.Cue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Recognises commands and small talk.
 *
 * <p>Only harmless kinds are classified: a command that deletes answers without asking must match a
 * listed phrase exactly.
 */
record SmallTalkStage(NluConfig config, Classifier classifier, TopicStage topics) {

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /**
   * Recognises a message that is listed as a whole, one in another language, and one that only says
   * that it was long ago.
   */
  Analysis recogniseListed(Analysis a) {
    return a.withVerb(
        config
            .talk()
            .match(a.utterance().text(), a.utterance().plain())
            .or(() -> Optional.of(NluResult.DENIAL).filter(denial -> isLongAgo(a))));
  }

  private boolean isLongAgo(Analysis a) {
    List<String> words = a.utterance().answer().words();
    return config.cues().has(Cue.PAST, words)
        && config.cues().without(words, Cue.PAST).stream()
            .allMatch(word -> NUMBER.matcher(word).matches() || isEmptyWord(word));
  }

  private boolean isEmptyWord(String word) {
    return config.cues().holds(Cue.EMPTY_WORDS, word);
  }

  /** Recognises a message that is listed as a retraction. */
  Analysis recogniseListedUndo(Analysis a) {
    return a.withVerb(recogniseListed(a).verb().filter(Analysis.UNDO::equals));
  }

  /**
   * Classifies a message that nothing else explains. An unsure topic is kept beside a question
   * about what was shown last: the dialogue knows whether there was a card.
   */
  Analysis classifyUnexplained(Analysis a) {
    boolean explained =
        a.verb().isPresent()
            || !a.facts().equals(DetectedFacts.NONE)
            || !topics.mayAsk(a)
            || config.answers().isPlainNo(a.utterance().answer());
    if (explained) {
      return a;
    }
    Thresholds thresholds = config.thresholds();
    Optional<Guess> guess =
        classify(a.utterance())
            .filter(it -> !it.verb().equals(NluResult.FOLLOW_UP) || !namesSign(a));
    Optional<String> talk = verb(guess, thresholds.of(Name.TOPIC_TALK));
    Optional<String> followUp =
        verb(guess, thresholds.of(Name.TOPIC_FOLLOW_UP)).filter(NluResult.FOLLOW_UP::equals);
    return a.withVerb(
        switch (a.topics()) {
          case TopicMatch.Answered(var ids, var others, boolean sure) ->
              followUp.filter(it -> !sure);
          case TopicMatch.Offered offered -> talk.or(() -> followUp);
          case TopicMatch.Declined declined -> talk;
        });
  }

  /** Returns true for words of a sign, or a question about signs: no other card answers those. */
  private boolean namesSign(Analysis a) {
    return a.topics().named().stream()
            .anyMatch(topic -> config.topics().signs().equals(Optional.of(topic)))
        || a.clauses().stream()
            .flatMap(clause -> clause.hits().stream())
            .anyMatch(hit -> config.facts().redFlags().contains(hit.fact()));
  }

  private static Optional<String> verb(Optional<Guess> guess, double least) {
    return guess.filter(it -> it.score() >= least).map(Guess::verb);
  }

  private record Guess(String verb, double score) {}

  private Optional<Guess> classify(Analysis.Utterance utterance) {
    String plain = utterance.plain();
    if (plain.isBlank() || classifier.labels().isEmpty()) {
      return Optional.empty();
    }
    double[] scores = classifier.scores(utterance.similarities().of(plain));
    int best = Classifier.highest(scores);
    return Optional.of(new Guess(classifier.labels().get(best), scores[best]))
        .filter(guess -> config.cues().words(Cue.LOOSE_TALK).contains(guess.verb()));
  }

  /** Drops what was recognised: by rules alone a message is no command. */
  Analysis dropVerb(Analysis a) {
    return a.withVerb(Optional.empty());
  }
}
