package backtalk.loader.checks;

import java.util.Arrays;

/** Checks that a conversation only lowers limits, to a number. */
record LimitCheck(Input input) implements ConversationCheck {

  @Override
  public void find() {
    Arrays.stream(Limit.values()).filter(limit -> limit.isSet(files())).forEach(this::check);
  }

  private void check(Limit limit) {
    String written = limit.written(files());
    String shown = written.isEmpty() ? limit.key() : limit.key() + ": " + written;
    if (!Limit.isNumber(written)) {
      report(
          limit.at(files()),
          "'" + shown + "' is no number.",
          "Write a number from 1 to " + limit.max() + ".");
    } else if (Integer.parseInt(written) > limit.max()) {
      report(
          limit.at(files()),
          "'" + shown + "' is higher than " + limit.max() + ", the most there is.",
          "Write a lower number, or take it out.");
    }
  }
}
