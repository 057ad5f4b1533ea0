package backtalk.telegram.outbound;

import backtalk.telegram.Sleeper;
import backtalk.telegram.api.BotApiClient;
import backtalk.telegram.api.CallResult;
import backtalk.telegram.parsing.ParsedUpdate;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;

/**
 * Answers callback queries, so that tapped buttons stop spinning. Each is answered at once on a
 * thread of its own, and retried only while the answer still matters.
 */
public record CallbackAnswerer(BotApiClient client, Sleeper sleeper) {

  private static final Logger LOG = LoggerFactory.getLogger(CallbackAnswerer.class);
  private static final int MAX_LENGTH = 200;
  private static final int MAX_ATTEMPTS = 3;
  private static final Duration RETRY_DELAY = Duration.ofMillis(500);
  private static final Duration TOO_LATE = Duration.ofSeconds(10);

  /**
   * Answers a tap without waiting for the call.
   *
   * @param text shown at the button; empty for none
   */
  public void answer(ParsedUpdate.Tap tap, Optional<String> text) {
    AnswerCallbackQuery answer = new AnswerCallbackQuery(tap.query());
    text.map(CallbackAnswerer::shorten).ifPresent(answer::setText);
    Thread.ofVirtual().name("telegram-answer").start(() -> sendWithRetries(answer));
  }

  private void sendWithRetries(AnswerCallbackQuery answer) {
    for (int tries = 0; tries < MAX_ATTEMPTS; tries++) {
      CallResult result = client.call(answer);
      Duration wait =
          switch (result) {
            case CallResult.RateLimited(Duration length) -> length;
            case CallResult.Retryable retryable -> RETRY_DELAY;
            default -> TOO_LATE;
          };
      if (wait.compareTo(TOO_LATE) >= 0 || !sleeper.pause(wait)) {
        LOG.debug("a callback is answered: {}", result);
        return;
      }
    }
  }

  private static String shorten(String text) {
    if (text.length() <= MAX_LENGTH) {
      return text;
    }
    int end =
        Character.isHighSurrogate(text.charAt(MAX_LENGTH - 2)) ? MAX_LENGTH - 2 : MAX_LENGTH - 1;
    return text.substring(0, end) + "…";
  }
}
