package backtalk.telegram.outbound;

import backtalk.telegram.Sleeper;
import backtalk.telegram.api.BotApiClient;
import backtalk.telegram.api.CallResult;
import backtalk.telegram.inbound.ParsedUpdate;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;

/**
 * Answers tapped buttons, so that they stop spinning: at once, beside everything else, and only
 * while it matters.
 */
public final class CallbackAnswerer {

  private static final Logger LOG = LoggerFactory.getLogger(CallbackAnswerer.class);
  private static final int LONGEST = 200;
  private static final int TRIES = 3;
  private static final Duration AGAIN = Duration.ofMillis(500);
  private static final Duration TOO_LATE = Duration.ofSeconds(10);

  private final BotApiClient client;
  private final Sleeper sleeper;

  public CallbackAnswerer(BotApiClient client, Sleeper sleeper) {
    this.client = client;
    this.sleeper = sleeper;
  }

  /** Answers a tap; with words, they are shown at the button. Returns at once. */
  void give(ParsedUpdate.Tap tap, Optional<String> words) {
    AnswerCallbackQuery answer = new AnswerCallbackQuery(tap.query());
    words.map(CallbackAnswerer::cut).ifPresent(answer::setText);
    Thread.ofVirtual().name("telegram-answer").start(() -> persist(answer));
  }

  private void persist(AnswerCallbackQuery answer) {
    for (int tries = 0; tries < TRIES; tries++) {
      CallResult result = client.call(answer);
      Duration wait =
          switch (result) {
            case CallResult.RateLimited(Duration length) -> length;
            case CallResult.Retryable retryable -> AGAIN;
            default -> TOO_LATE;
          };
      if (wait.compareTo(TOO_LATE) >= 0 || !sleeper.pause(wait)) {
        LOG.debug("a tap is answered: {}", result);
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
