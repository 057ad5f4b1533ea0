package backtalk.telegram;

import backtalk.telegram.api.CallFailedException;
import backtalk.telegram.api.CallResult;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * Holds the bot's own account.
 *
 * @param id the user id
 * @param username without the at sign
 */
public record BotAccount(long id, String username) {

  /**
   * Reads the answer to {@code getMe}.
   *
   * @throws CallFailedException if the answer holds no id or no username
   */
  static BotAccount of(JsonNode user) throws CallFailedException {
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
