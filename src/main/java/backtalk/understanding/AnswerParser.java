package backtalk.understanding;

import java.util.Optional;

/** Hears an answer to an open question. */
@FunctionalInterface
public interface AnswerParser {

  /** The answer in {@code text}; empty where it is none. Never takes doubt or silence for a no. */
  Optional<Reply> parse(String text);
}
