package backtalk.understanding;

import backtalk.conversation.Answer;
import backtalk.understanding.model.SimilarityCache;
import backtalk.understanding.model.SmallTalkClassifier;
import backtalk.understanding.rules.Cue;
import backtalk.understanding.rules.CueIndex;
import backtalk.understanding.rules.SmallTalkMatcher;
import backtalk.understanding.text.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Matches questions with topics, and classifies messages that nothing else explains. */
record TopicStage(
    TopicMatcher topics,
    SmallTalkClassifier smallTalkClassifier,
    SmallTalkMatcher smallTalk,
    CueIndex cues,
    FactPriorities facts) {

  /** Lists the words after which a question can begin inside a sentence. */
  private static final Set<String> JOINERS = Set.of("and", "so", "but", "or");

  /**
   * Holds the topics and the small talk of a message.
   *
   * @param smallTalk the kind of small talk, when the message has no other meaning
   */
  record Classified(TopicMatch topics, Optional<String> smallTalk) {}

  Classified classify(
      Utterance utterance,
      Optional<String> verb,
      Optional<AnswerKind> reply,
      RedFlagDetector.Detected detected,
      SimilarityCache similarities) {
    if (verb.isPresent() || !asks(utterance.sentences(), reply, detected)) {
      return new Classified(new TopicMatch.Declined(), Optional.empty());
    }
    TopicMatch match = topics.match(utterance.sentences(), similarities);
    boolean unexplained = detected.nothing() && !(match instanceof TopicMatch.Answered);
    return new Classified(
        match,
        unexplained ? smallTalkClassifier.of(utterance.plain(), similarities) : Optional.empty());
  }

  /** Returns false for a message that only states facts or answers: it is about no topic. */
  private boolean asks(
      List<Sentence> sentences, Optional<AnswerKind> reply, RedFlagDetector.Detected detected) {
    if (smallTalk.isPromptInjection(sentences)) {
      return false;
    }
    boolean states =
        reply.isPresent()
            || detected.someoneElse().isPresent()
            || detected.mentions().stream().anyMatch(this::isRedFlag);
    return !states || sentences.stream().anyMatch(this::isQuestion);
  }

  private boolean isRedFlag(FactMention mention) {
    return mention.answer() == Answer.YES && facts.redFlags().contains(mention.fact());
  }

  /** Returns the doubts to ask about: none below an emergency when a question has a clear topic. */
  List<String> doubts(Utterance utterance, RedFlagDetector.Detected detected, TopicMatch match) {
    boolean clear =
        match instanceof TopicMatch.Answered
            && detected.doubts().stream().noneMatch(facts.emergencies()::contains)
            && utterance.sentences().stream().anyMatch(this::isQuestion);
    return clear ? List.of() : detected.doubts();
  }

  private boolean isQuestion(Sentence sentence) {
    List<String> words = sentence.words();
    boolean starts =
        cues.find(Cue.QUESTION_STARTERS, words).stream()
            .anyMatch(cue -> cue.start() == 0 || JOINERS.contains(words.get(cue.start() - 1)));
    return sentence.asks() || starts || !cues.find(Cue.PRESUPPOSING, words).isEmpty();
  }
}
