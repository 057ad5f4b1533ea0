package backtalk.telegram.outbound;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.telegram.LogRedaction;
import backtalk.telegram.api.ApiRequests;
import backtalk.telegram.api.BotApiClient;
import backtalk.telegram.parsing.ParsedUpdate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends all texts of the bot: replies of turns, answers to taps, and the few texts that belong to
 * no dialogue.
 */
public final class ReplySender {

  private static final Logger LOG = LoggerFactory.getLogger(ReplySender.class);

  private final SendQueue queue;
  private final CallbackAnswerer callbackAnswerer;
  private final BotApiClient client;
  private final UnaryOperator<String> phrases;
  private final SendGate gate;

  /**
   * Creates a sender.
   *
   * @param phrases gives finished sentences by id
   */
  public ReplySender(
      SendQueue queue,
      SendGate gate,
      CallbackAnswerer callbackAnswerer,
      BotApiClient client,
      UnaryOperator<String> phrases) {
    this.queue = queue;
    this.gate = gate;
    this.callbackAnswerer = callbackAnswerer;
    this.client = client;
    this.phrases = phrases;
  }

  /** Queues the messages of a turn. */
  public void send(List<OutboxMessage> messages) {
    queue.add(messages);
  }

  /**
   * Drops the queued questions of a chat that a newer one has replaced, so that its queue stays
   * short.
   *
   * @param drop removes a message from the store; if that fails, the message is sent after all
   */
  public void dropSuperseded(ChatId chat, Consumer<OutboxMessage> drop) {
    try {
      for (OutboxMessage message : queue.superseded(chat)) {
        drop.accept(message);
        queue.withdraw(message);
      }
    } catch (RuntimeException storeFails) {
      LOG.debug("a replaced question stays queued: {}", LogRedaction.of(storeFails));
    }
  }

  /** Waits a short time until the last messages to the chat are sent. */
  public void awaitDelivered(ChatId chat) {
    queue.awaitDelivered(chat);
    gate.awaitOthers(chat);
  }

  /** Returns the number of queued messages to this chat. */
  public int pending(ChatId chat) {
    return queue.pending(chat);
  }

  /** Answers a tapped button. */
  public void answer(ParsedUpdate.Tap tap, Optional<String> text) {
    callbackAnswerer.answer(tap, text);
  }

  /** Returns the text at a button that was tapped over the flood limit. */
  public Optional<String> slowDownText() {
    return Optional.of(phrases.apply("slow-down"));
  }

  /** Returns the text at a button that works in private chats only. */
  public Optional<String> privateOnlyText() {
    return Optional.of(phrases.apply("group-greeting"));
  }

  /** Returns the text at a button that is too old to be known. */
  public Optional<String> expiredButtonText() {
    return Optional.of(phrases.apply("button-too-old"));
  }

  /** Asks the person to slow down: one attempt, outside of any turn, and not stored. */
  public void sendSlowDown(ChatId chat, ParsedUpdate.Place place) {
    String text = phrases.apply("slow-down");
    Thread.ofVirtual()
        .name("telegram-remark")
        .start(() -> client.call(ApiRequests.standaloneText(chat, place, text)));
  }
}
