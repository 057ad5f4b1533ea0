package backtalk.walks;

import backtalk.dialogue.Input;
import backtalk.dialogue.Message;
import java.time.Duration;
import java.util.Optional;

/** One thing that happens in a chat. */
sealed interface Act {

  /** The line of the story that tells it. */
  String line();

  /** The person sends something; a button's is pressed {@code on} its message. */
  record Sends(String line, Input input, Optional<Message> on) implements Act {
    static Sends of(String line, Input input) {
      return new Sends(line, input, Optional.empty());
    }
  }

  /** The person is silent for so long. */
  record Waits(Duration time) implements Act {
    @Override
    public String line() {
      return "~" + time.toMinutes() + "m";
    }
  }

  /** The channel delivers the last input once more. */
  record Repeats() implements Act {
    @Override
    public String line() {
      return "(delivered again)";
    }
  }

  /** The conversation's files are changed, or changed back. */
  record Changes() implements Act {
    @Override
    public String line() {
      return "(the conversation is changed)";
    }
  }

  /** The bot's process ends and another one begins. */
  record Restarts() implements Act {
    @Override
    public String line() {
      return "(the bot is started again)";
    }
  }
}
