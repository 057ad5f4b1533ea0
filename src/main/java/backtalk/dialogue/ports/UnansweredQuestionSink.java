package backtalk.dialogue.ports;

import backtalk.dialogue.Turn;
import backtalk.dialogue.TurnKind;
import backtalk.dialogue.input.IncomingInput;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.input.Meaning;
import backtalk.understanding.NluResult;
import java.util.Optional;
import java.util.Set;

/**
 * Is told of questions that the bot could not answer, where an operator wants to know of them.
 * Whose they are it is not told.
 */
@FunctionalInterface
public interface UnansweredQuestionSink {

  /** Nobody wants to know. */
  UnansweredQuestionSink NONE = question -> {};

  /**
   * A question, in the words that it was typed in: whoever keeps it takes out what names people.
   */
  void note(String question);

  /**
   * The question of a turn, if it was typed and could not be answered. One with the least sign of
   * something serious in it, or that told or answered anything, is none.
   */
  static Optional<String> in(IncomingInput incoming, Meaning meaning, Turn turn) {
    return incoming.input() instanceof Input.Said(String text, Input.Manner manner)
            && manner == Input.Manner.TYPED
            && meaning instanceof Meaning.Words words
            && tellsNothing(words.result())
            && Set.of(TurnKind.DECLINE, TurnKind.MENU, TurnKind.OFFER).contains(turn.gist().kind())
        ? Optional.of(text).filter(question -> !question.isBlank())
        : Optional.empty();
  }

  private static boolean tellsNothing(NluResult result) {
    return result.mentions().isEmpty()
        && result.doubts().isEmpty()
        && result.someoneElse().isEmpty()
        && result.reply().isEmpty()
        && result.verb().isEmpty();
  }
}
