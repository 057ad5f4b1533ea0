package backtalk.e2e;

import backtalk.emulator.Message;
import backtalk.emulator.Person;

/**
 * A person in a check, step by step. Each step waits for the bot's answer to it.
 *
 * @param person their chat
 */
record TestUser(Person person, Back back) {

  /** Begins a check: the first question. */
  Message begins() {
    person.command("/check");
    return asked("urgent");
  }

  /** Waits for the question of a state, sent or changed since the last act. */
  Message asked(String state) {
    return person.awaits(message -> back.isQuestion(message, state));
  }

  /** Waits for a new ending. */
  Message ends(String outcome) {
    return person.awaits(message -> back.isEnding(message, outcome));
  }

  /** Waits for a message with this phrase of the conversation. */
  Message reads(String phrase) {
    return person.awaits(back.phrase(phrase));
  }

  /** Denies all that the state asks: the question of the next state. */
  Message denies(String state, String next) {
    person.taps(back.none(state));
    return asked(next);
  }

  /** Denies state after state, until the last one is asked. */
  Message deniesFrom(String first, String... others) {
    String state = first;
    for (String next : others) {
      denies(state, next);
      state = next;
    }
    return question(state);
  }

  /** Taps the button of a fact. */
  void tells(String fact) {
    person.taps(back.button(fact));
  }

  /** Taps the button with this phrase. */
  void taps(String phrase) {
    person.taps(back.phrase(phrase));
  }

  void says(String words) {
    person.says(words);
  }

  /** The question of a state as it stands on the screen now. */
  Message question(String state) {
    return person.screen().fromBot().reversed().stream()
        .filter(message -> back.isQuestion(message, state))
        .findFirst()
        .orElseThrow(() -> new AssertionError(state + " is not asked in\n" + person.screen()));
  }
}
