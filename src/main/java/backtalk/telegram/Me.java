package backtalk.telegram;

import org.telegram.telegrambots.meta.api.objects.User;

/**
 * The bot's own account.
 *
 * @param username without the at sign
 */
record Me(long id, String username) {

  static Me of(User user) {
    return new Me(user.getId(), String.valueOf(user.getUserName()));
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
