package backtalk.telegram;

import backtalk.telegram.api.BotApiClient;
import backtalk.telegram.api.CallFailedException;
import backtalk.telegram.api.CallResult;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.methods.GetMe;

/**
 * Holds the bot's own account.
 *
 * @param id the user id
 * @param username without the at sign
 */
public record BotAccount(long id, String username) {

  /**
   * Looks up the account until Telegram answers.
   *
   * @return empty if the stop comes first or Telegram refuses the token
   */
  static Optional<BotAccount> lookUp(
      BotApiClient client, ConnectionStatus status, StopSignal stop) {
    ExponentialBackoff backoff = client.backoff();
    while (!stop.isGiven()) {
      try {
        return Optional.of(of(client.ask(new GetMe())));
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

  private static BotAccount of(JsonNode user) throws CallFailedException {
    if (!user.path("id").canConvertToLong() || !user.path("username").isTextual()) {
      throw new CallFailedException(
          new CallResult.Retryable("answers getMe without an id and a username"));
    }
    return new BotAccount(user.path("id").asLong(), user.path("username").asText());
  }

  /** Returns the link that opens the private chat with the bot and starts a check there. */
  public String privateChatLink() {
    return "https://t.me/" + username + "?start=check";
  }

  /** Returns true if a name is the bot's username, in any case of letters. */
  public boolean isCalled(String name) {
    return username.equalsIgnoreCase(name);
  }
}
