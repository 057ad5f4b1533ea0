package backtalk.telegram;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;

/**
 * Answers tapped buttons, so that they stop spinning: at once, beside everything else, and only
 * while it matters.
 */
final class Answers {

  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
  private static final int LONGEST = 200;
  private static final int TRIES = 3;
  private static final Duration AGAIN = Duration.ofMillis(500);
  private static final Duration TOO_LATE = Duration.ofSeconds(10);

  private final Caller caller;
  private final Rest rest;

  Answers(Caller caller, Rest rest) {
    this.caller = caller;
    this.rest = rest;
  }

  /** Answers a tap; with words, they are shown at the button. Returns at once. */
  void give(Arrival.Tap tap, Optional<String> words) {
    AnswerCallbackQuery answer = new AnswerCallbackQuery(tap.query());
    words.map(Answers::cut).ifPresent(answer::setText);
    Thread.ofVirtual().name("telegram-answer").start(() -> persist(answer));
  }

  private void persist(AnswerCallbackQuery answer) {
    for (int tries = 0; tries < TRIES; tries++) {
      Verdict verdict = caller.call(answer);
      Duration wait =
          switch (verdict) {
            case Verdict.Wait(Duration length) -> length;
            case Verdict.Later later -> AGAIN;
            default -> TOO_LATE;
          };
      if (wait.compareTo(TOO_LATE) >= 0 || !rest.pause(wait)) {
        LOG.debug("a tap is answered: {}", verdict);
        return;
      }
    }
  }

  private static String cut(String words) {
    if (words.length() <= LONGEST) {
      return words;
    }
    int end = Character.isHighSurrogate(words.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
    return words.substring(0, end) + "…";
  }
}
