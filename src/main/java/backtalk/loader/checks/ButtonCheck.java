package backtalk.loader.checks;

import backtalk.conversation.State;

/**
 * Checks that a question has few answer buttons. Besides the facts there are one for none and one
 * for not sure.
 */
record ButtonCheck(Input input) implements ConversationCheck {
  private static final int BESIDES_FACTS = 2;

  @Override
  public void find() {
    machine().states().values().forEach(this::check);
  }

  private void check(State state) {
    int buttons = state.prompt().facts().size() + BESIDES_FACTS;
    int most = Limit.BUTTONS.of(files());
    if (buttons > most) {
      report(
          at().state(state.id()),
          "The question has " + buttons + " answer buttons; " + most + " are the most.",
          "Ask some of the facts in another state.");
    }
  }
}
