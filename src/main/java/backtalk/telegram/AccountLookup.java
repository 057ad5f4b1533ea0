package backtalk.telegram;

import backtalk.telegram.api.BotApiClient;
import backtalk.telegram.api.CallFailedException;
import backtalk.telegram.api.CallResult;
import java.time.Duration;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.methods.GetMe;

/**
 * Looks up the bot's own account with {@code getMe}, until Telegram answers.
 *
 * @param stop ends the attempts
 */
record AccountLookup(BotApiClient client, ConnectionStatus status, StopSignal stop) {

  /** Returns the account; empty if the stop comes first or Telegram refuses the token. */
  Optional<BotAccount> find() {
    ExponentialBackoff backoff = client.backoff();
    while (!stop.isGiven()) {
      try {
        return Optional.of(BotAccount.of(client.ask(new GetMe())));
      } catch (CallFailedException failed) {
        CallResult result = failed.result();
        if (result instanceof CallResult.InvalidToken(int code)) {
          status.reportRefusedToken(code);
          return Optional.empty();
        }
        status.reportTrouble("Telegram " + result.describe() + "; trying on");
        stop.pause(
            result instanceof CallResult.RateLimited(Duration length) ? length : backoff.next());
      }
    }
    return Optional.empty();
  }
}
