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
 * Receives questions that the bot could not answer, for an operator. It does not receive the chat.
 */
@FunctionalInterface
public interface UnansweredQuestionSink {

  /** Drops every question. */
  UnansweredQuestionSink NONE = question -> {};

  /**
   * Receives a question as it was typed. An implementation that stores it must redact personal
   * data.
   */
  void note(String question);

  /**
   * Returns the typed question of a turn that could not be answered. A text with any possible red
   * flag, or that recorded or answered anything, gives none.
   */
  static Optional<String> questionOf(IncomingInput incoming, Meaning meaning, Turn turn) {
    return incoming.input() instanceof Input.Said(String text, Input.Manner manner)
            && manner == Input.Manner.TYPED
            && meaning instanceof Meaning.Words words
            && recordsNothing(words.result())
            && Set.of(TurnKind.DECLINE, TurnKind.MENU, TurnKind.OFFER).contains(turn.gist().kind())
        ? Optional.of(text).filter(question -> !question.isBlank())
        : Optional.empty();
  }

  private static boolean recordsNothing(NluResult result) {
    return result.mentions().isEmpty()
        && result.doubts().isEmpty()
        && result.someoneElse().isEmpty()
        && result.reply().isEmpty()
        && result.verb().isEmpty();
  }
}
