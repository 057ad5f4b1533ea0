package backtalk.modelbased;

import backtalk.dialogue.Message;
import backtalk.dialogue.input.Input;
import java.time.Duration;
import java.util.Optional;

/** One thing that happens in a chat. */
sealed interface UserAction {

  /** The line of the story that tells it. */
  String line();

  /** The person sends something; a button's is pressed {@code on} its message. */
  record Sends(String line, Input input, Optional<Message> on) implements UserAction {
    static Sends of(String line, Input input) {
      return new Sends(line, input, Optional.empty());
    }
  }

  /** The person is silent for so long. */
  record Waits(Duration time) implements UserAction {
    @Override
    public String line() {
      return "~" + time.toMinutes() + "m";
    }
  }

  /** The channel delivers the last input once more. */
  record Repeats() implements UserAction {
    @Override
    public String line() {
      return "(delivered again)";
    }
  }

  /** The conversation's files are changed, or changed back. */
  record Changes() implements UserAction {
    @Override
    public String line() {
      return "(the conversation is changed)";
    }
  }

  /** The bot's process ends and another one begins. */
  record Restarts() implements UserAction {
    @Override
    public String line() {
      return "(the bot is started again)";
    }
  }
}
