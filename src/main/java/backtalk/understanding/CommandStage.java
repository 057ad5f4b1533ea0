package backtalk.understanding;

import backtalk.understanding.rules.RetractionDetector;
import backtalk.understanding.rules.SmallTalkMatcher;
import java.util.Optional;

/** Recognises listed commands and small talk, and retractions of the last answer. */
record CommandStage(SmallTalkMatcher smallTalk, RetractionDetector retractions) {

  /** Names the verb of messages that call the last answer a mistake. */
  private static final String UNDO = "undo";

  /**
   * Holds what was recognised.
   *
   * @param verb the command or kind of small talk
   * @param retraction the retracting parts of the message and those beside them
   */
  record Recognised(Optional<String> verb, Optional<RetractionDetector.Retraction> retraction) {

    /** Returns the same with another verb where none was recognised. */
    Recognised or(Optional<String> other) {
      return new Recognised(verb.or(() -> other), retraction);
    }

    /** Returns true when the message retracts the last answer. */
    boolean retracts() {
      return verb.filter(UNDO::equals).isPresent();
    }

    /** Returns true when the message carries other meaning beside a retraction. */
    boolean saysMore() {
      return retraction.filter(found -> !found.isBare()).isPresent();
    }
  }

  Recognised recognise(Utterance utterance) {
    return recognised(utterance, smallTalk.match(utterance.text(), utterance.plain()));
  }

  /** Recognises retractions only. */
  Recognised recogniseRetraction(Utterance utterance) {
    Optional<String> phrase = smallTalk.match(utterance.text(), utterance.plain());
    return recognised(utterance, phrase.filter(UNDO::equals));
  }

  private Recognised recognised(Utterance utterance, Optional<String> phrase) {
    Optional<RetractionDetector.Retraction> retraction =
        phrase.isEmpty() ? retractions.find(utterance.sentences()) : Optional.empty();
    return new Recognised(phrase.or(() -> retraction.map(found -> UNDO)), retraction);
  }
}
