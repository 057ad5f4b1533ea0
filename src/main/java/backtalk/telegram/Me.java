package backtalk.telegram;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The bot's own account.
 *
 * @param username without the at sign
 */
record Me(long id, String username) {

  /**
   * Reads the answer to {@code getMe}.
   *
   * @throws CallFailedException if it names no account
   */
  static Me of(JsonNode user) throws CallFailedException {
    if (!user.path("id").canConvertToLong() || !user.path("username").isTextual()) {
      throw new CallFailedException(new Verdict.Later("does not say who the bot is"));
    }
    return new Me(user.path("id").asLong(), user.path("username").asText());
  }

  /** The address that opens the private chat and begins a check there. */
  String privately() {
    return "https://t.me/" + username + "?start=check";
  }

  /** Whether somebody calls the bot by this name, written in any case. */
  boolean isCalled(String name) {
    return username.equalsIgnoreCase(name);
  }
}
