package backtalk.e2e;

import backtalk.emulator.Person;
import backtalk.emulator.TelegramMessage;

/**
 * Plays a person in a check step by step. Steps that return a message wait for it.
 *
 * @param person the private chat
 * @param texts the texts of the conversation
 */
record TestUser(Person person, ConversationTexts texts) {

  /** Begins a check and returns the first question. */
  TelegramMessage begins() {
    person.command("/check");
    return asked("urgent");
  }

  /** Waits for the question of a state, sent or edited since the last action. */
  TelegramMessage asked(String state) {
    return person.awaits(message -> texts.isQuestion(message, state));
  }

  /** Waits for a new outcome. */
  TelegramMessage ends(String outcome) {
    return person.awaits(message -> texts.isOutcome(message, outcome));
  }

  /** Waits for a message with this phrase of the conversation. */
  TelegramMessage reads(String phrase) {
    return person.awaits(texts.phrase(phrase));
  }

  /** Denies all facts of a state and returns the question of the next state. */
  TelegramMessage denies(String state, String next) {
    person.taps(texts.none(state));
    return asked(next);
  }

  /** Denies state after state, and returns the question of the last one. */
  TelegramMessage deniesFrom(String first, String... others) {
    String state = first;
    for (String next : others) {
      denies(state, next);
      state = next;
    }
    return question(state);
  }

  /** Taps the button of a fact. */
  void tells(String fact) {
    person.taps(texts.button(fact));
  }

  /** Taps the button with this phrase. */
  void taps(String phrase) {
    person.taps(texts.phrase(phrase));
  }

  void says(String text) {
    person.says(text);
  }

  /** Returns the question of a state that is on the screen now. */
  TelegramMessage question(String state) {
    return person.screen().fromBot().reversed().stream()
        .filter(message -> texts.isQuestion(message, state))
        .findFirst()
        .orElseThrow(() -> new AssertionError(state + " is not asked in\n" + person.screen()));
  }
}
