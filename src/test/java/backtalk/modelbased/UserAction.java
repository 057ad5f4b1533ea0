package backtalk.modelbased;

import backtalk.dialogue.Message;
import backtalk.dialogue.input.Input;
import java.time.Duration;
import java.util.Optional;

/** Describes one step of a random walk. */
sealed interface UserAction {

  /** Returns its line in the chat's log. */
  String line();

  /** Sends an input of the person; a button is pressed {@code on} its message. */
  record Sends(String line, Input input, Optional<Message> on) implements UserAction {
    static Sends of(String line, Input input) {
      return new Sends(line, input, Optional.empty());
    }
  }

  /** Lets time pass without an input. */
  record Waits(Duration time) implements UserAction {
    @Override
    public String line() {
      return "~" + time.toMinutes() + "m";
    }
  }

  /** Delivers the last update once more. */
  record Repeats() implements UserAction {
    @Override
    public String line() {
      return "(delivered again)";
    }
  }

  /** Changes the conversation's files, or changes them back. */
  record Changes() implements UserAction {
    @Override
    public String line() {
      return "(the conversation is changed)";
    }
  }

  /** Restarts the bot's process. */
  record Restarts() implements UserAction {
    @Override
    public String line() {
      return "(the bot is started again)";
    }
  }
}
