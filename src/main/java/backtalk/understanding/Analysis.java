package backtalk.understanding;

import backtalk.understanding.model.Similarities;
import backtalk.understanding.text.Sentence;
import java.util.List;
import java.util.Optional;

/**
 * Holds what is known of one reading of a message; each stage returns a copy with more.
 *
 * @param verb the command or kind of small talk
 * @param clauses the message in clauses, with the evidence for facts in each
 * @param reply the answer to the open question
 * @param facts the facts that the clauses state together
 * @param topics the questions that the message asks
 */
record Analysis(
    Utterance utterance,
    Optional<String> verb,
    List<Clause> clauses,
    Optional<AnswerKind> reply,
    DetectedFacts facts,
    TopicMatch topics) {

  /** Names the verb of messages that call the last answer a mistake. */
  static final String UNDO = "undo";

  /**
   * Holds what the stages read.
   *
   * @param text the reading as typed
   * @param sentences the message as questions and statements
   * @param answer the message as one answer
   * @param prompt the open question
   * @param similarities the similarities of its parts to the training examples
   */
  record Utterance(
      String text,
      List<Sentence> sentences,
      Sentence answer,
      OpenPrompt prompt,
      Similarities similarities) {

    Utterance {
      sentences = List.copyOf(sentences);
    }

    /** Returns the words of all sentences as one text. */
    String plain() {
      return Sentence.plain(sentences);
    }
  }

  Analysis {
    clauses = List.copyOf(clauses);
  }

  /** Returns the analysis before the first stage. */
  static Analysis of(Utterance utterance) {
    return new Analysis(
        utterance,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        DetectedFacts.NONE,
        new TopicMatch.Declined());
  }

  /** Returns true when the message retracts the last answer. */
  boolean retracts() {
    return verb.filter(UNDO::equals).isPresent();
  }

  Analysis withVerb(Optional<String> other) {
    return new Analysis(utterance, other, clauses, reply, facts, topics);
  }

  Analysis withClauses(List<Clause> other) {
    return new Analysis(utterance, verb, other, reply, facts, topics);
  }

  Analysis withReply(Optional<AnswerKind> other) {
    return new Analysis(utterance, verb, clauses, other, facts, topics);
  }

  Analysis withFacts(DetectedFacts other) {
    return new Analysis(utterance, verb, clauses, reply, other, topics);
  }

  Analysis withTopics(TopicMatch other) {
    return new Analysis(utterance, verb, clauses, reply, facts, other);
  }

  /** Returns the meaning of the message. */
  NluResult result() {
    return new NluResult(
        facts.mentions(), facts.doubts(), facts.someoneElse(), reply, topics, verb);
  }
}
