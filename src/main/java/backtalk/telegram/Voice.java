package backtalk.telegram;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Outgoing;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** All that the bot says: in turns, at buttons, and the few words outside of any dialogue. */
final class Voice {

  private final Outbox outbox;
  private final Answers answers;
  private final Caller caller;
  private final UnaryOperator<String> phrases;
  private final Turnstile turnstile;

  /** A voice that finds finished sentences in {@code phrases}, by their id. */
  Voice(
      Outbox outbox,
      Turnstile turnstile,
      Answers answers,
      Caller caller,
      UnaryOperator<String> phrases) {
    this.outbox = outbox;
    this.turnstile = turnstile;
    this.answers = answers;
    this.caller = caller;
    this.phrases = phrases;
  }

  /** Says what a turn says. */
  void say(List<Outgoing> messages) {
    outbox.add(messages);
  }

  /** Waits, not for long, until the chat has read what it was told last. */
  void finish(ChatId chat) {
    outbox.awaitTold(chat);
    turnstile.awaitOthers(chat);
  }

  /** How many messages to this chat are on their way. */
  int waiting(ChatId chat) {
    return outbox.waiting(chat);
  }

  /** Answers a tapped button. */
  void answer(Arrival.Tap tap, Optional<String> words) {
    answers.give(tap, words);
  }

  /** What a button says that was tapped too often. */
  Optional<String> slowDown() {
    return Optional.of(phrases.apply("slow-down"));
  }

  /** What a button says that works in private only. */
  Optional<String> inPrivate() {
    return Optional.of(phrases.apply("group-greeting"));
  }

  /** What a button says that is too old to be known. */
  Optional<String> noLongerWorks() {
    return Optional.of(phrases.apply("button-too-old"));
  }

  /** Asks for less, once and without insisting; it belongs to no turn and is kept nowhere. */
  void slowDown(ChatId chat) {
    String words = phrases.apply("slow-down");
    Thread.ofVirtual()
        .name("telegram-remark")
        .start(() -> caller.call(Requests.remark(chat, words)));
  }
}
