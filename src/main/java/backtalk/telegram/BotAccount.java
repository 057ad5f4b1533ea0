package backtalk.telegram;

import backtalk.telegram.api.CallFailedException;
import backtalk.telegram.api.CallResult;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * The bot's own account.
 *
 * @param username without the at sign
 */
public record BotAccount(long id, String username) {

  /**
   * Reads the answer to {@code getMe}.
   *
   * @throws CallFailedException if it names no account
   */
  static BotAccount of(JsonNode user) throws CallFailedException {
    if (!user.path("id").canConvertToLong() || !user.path("username").isTextual()) {
      throw new CallFailedException(new CallResult.Retryable("does not say who the bot is"));
    }
    return new BotAccount(user.path("id").asLong(), user.path("username").asText());
  }

  /** The address that opens the private chat and begins a check there. */
  public String privateChatLink() {
    return "https://t.me/" + username + "?start=check";
  }

  /** Whether somebody calls the bot by this name, written in any case. */
  public boolean isCalled(String name) {
    return username.equalsIgnoreCase(name);
  }
}
