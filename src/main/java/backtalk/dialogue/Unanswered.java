package backtalk.dialogue;

import backtalk.understanding.Heard;
import java.util.Optional;
import java.util.Set;

/**
 * Is told of questions that the bot could not answer, where an operator wants to know of them.
 * Whose they are it is not told.
 */
@FunctionalInterface
public interface Unanswered {

  /** Nobody wants to know. */
  Unanswered NONE = question -> {};

  /**
   * A question, in the words that it was typed in: whoever keeps it takes out what names people.
   */
  void note(String question);

  /**
   * The question of a turn, if it was typed and could not be answered. One with the least sign of
   * something serious in it, or that told or answered anything, is none.
   */
  static Optional<String> in(Incoming incoming, Meaning meaning, Turn turn) {
    return incoming.input() instanceof Input.Said(String text, Input.Manner manner)
            && manner == Input.Manner.TYPED
            && meaning instanceof Meaning.Words words
            && tellsNothing(words.heard())
            && Set.of(Action.DECLINE, Action.MENU, Action.OFFER).contains(turn.gist().action())
        ? Optional.of(text).filter(question -> !question.isBlank())
        : Optional.empty();
  }

  private static boolean tellsNothing(Heard heard) {
    return heard.tells().isEmpty()
        && heard.doubts().isEmpty()
        && heard.someoneElse().isEmpty()
        && heard.reply().isEmpty()
        && heard.verb().isEmpty();
  }
}
