package backtalk.understanding;

import backtalk.conversation.Thresholds;
import backtalk.understanding.model.Classifier;
import backtalk.understanding.rules.Cue;
import java.util.Optional;

/**
 * Recognises commands and small talk.
 *
 * <p>Only harmless kinds are classified: a command that deletes answers without asking must match a
 * listed phrase exactly.
 */
record SmallTalkStage(NluConfig config, Classifier classifier, TopicStage topics) {

  /** Recognises a message that is listed as a whole, or in another language. */
  Analysis recogniseListed(Analysis a) {
    return a.withVerb(config.talk().match(a.utterance().text(), a.utterance().plain()));
  }

  /** Recognises a message that is listed as a retraction. */
  Analysis recogniseListedUndo(Analysis a) {
    return a.withVerb(recogniseListed(a).verb().filter(Analysis.UNDO::equals));
  }

  /** Classifies a message that nothing else explains. */
  Analysis classifyUnexplained(Analysis a) {
    boolean explained =
        a.verb().isPresent()
            || !a.facts().equals(DetectedFacts.NONE)
            || a.topics() instanceof TopicMatch.Answered
            || !topics.mayAsk(a)
            || config.answers().isPlainNo(a.utterance().answer());
    return explained ? a : a.withVerb(classify(a.utterance()));
  }

  private Optional<String> classify(Analysis.Utterance utterance) {
    String plain = utterance.plain();
    if (plain.isBlank() || classifier.labels().isEmpty()) {
      return Optional.empty();
    }
    double[] scores = classifier.scores(utterance.similarities().of(plain));
    int best = Classifier.highest(scores);
    return Optional.of(classifier.labels().get(best))
        .filter(kind -> scores[best] >= config.thresholds().of(Thresholds.Name.TOPIC_TALK))
        .filter(config.cues().words(Cue.LOOSE_TALK)::contains);
  }

  /** Drops what was recognised: by rules alone a message is no command. */
  Analysis dropVerb(Analysis a) {
    return a.withVerb(Optional.empty());
  }
}
