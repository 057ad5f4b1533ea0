package backtalk.telegram.outbound;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.telegram.api.ApiRequests;
import backtalk.telegram.api.BotApiClient;
import backtalk.telegram.inbound.ParsedUpdate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** All that the bot says: in turns, at buttons, and the few words outside of any dialogue. */
public final class ReplySender {

  private final SendQueue queue;
  private final CallbackAnswerer answers;
  private final BotApiClient client;
  private final UnaryOperator<String> phrases;
  private final SendGate gate;

  /** A voice that finds finished sentences in {@code phrases}, by their id. */
  public ReplySender(
      SendQueue queue,
      SendGate gate,
      CallbackAnswerer answers,
      BotApiClient client,
      UnaryOperator<String> phrases) {
    this.queue = queue;
    this.gate = gate;
    this.answers = answers;
    this.client = client;
    this.phrases = phrases;
  }

  /** Says what a turn says. */
  public void say(List<OutboxMessage> messages) {
    queue.add(messages);
  }

  /** Waits, not for long, until the chat has read what it was told last. */
  public void finish(ChatId chat) {
    queue.awaitTold(chat);
    gate.awaitOthers(chat);
  }

  /** How many messages to this chat are on their way. */
  public int waiting(ChatId chat) {
    return queue.waiting(chat);
  }

  /** Answers a tapped button. */
  public void answer(ParsedUpdate.Tap tap, Optional<String> words) {
    answers.give(tap, words);
  }

  /** What a button says that was tapped too often. */
  public Optional<String> slowDown() {
    return Optional.of(phrases.apply("slow-down"));
  }

  /** What a button says that works in private only. */
  public Optional<String> inPrivate() {
    return Optional.of(phrases.apply("group-greeting"));
  }

  /** What a button says that is too old to be known. */
  public Optional<String> noLongerWorks() {
    return Optional.of(phrases.apply("button-too-old"));
  }

  /** Asks for less, once and without insisting; it belongs to no turn and is kept nowhere. */
  public void slowDown(ChatId chat, ParsedUpdate.Place place) {
    String words = phrases.apply("slow-down");
    Thread.ofVirtual()
        .name("telegram-remark")
        .start(() -> client.call(ApiRequests.remark(chat, place, words)));
  }
}
