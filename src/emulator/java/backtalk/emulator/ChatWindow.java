package backtalk.emulator;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Shows a chat as its members see it, and waits for the bot's messages. */
public abstract sealed class ChatWindow permits Person, Group, Channel {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  final TelegramState state;
  final ChatState chat;
  final ChatEvents events;
  private Duration patience = PATIENCE;
  private long actedAt;

  ChatWindow(TelegramState state, ChatState chat) {
    this.state = state;
    this.chat = chat;
    this.events = new ChatEvents(state, chat);
  }

  /** Returns Telegram's id of the chat; in a private chat it is also the person's. */
  public long id() {
    return chat.id();
  }

  /** Sets how long this window waits before it fails; 10 s by default. */
  public void patience(Duration atMost) {
    patience = atMost;
  }

  /** Returns the current messages. */
  public Screen screen() {
    return state.monitor.read(() -> new Screen(chat.messages()));
  }

  /** Returns the bot's newest visible message; fails when there is none. */
  public TelegramMessage newest() {
    return screen().newest().orElseThrow(() -> failed("a message of the bot"));
  }

  /** Returns the current form of a message, deleted or not. */
  public TelegramMessage message(long id) {
    return screen().messages().stream()
        .filter(message -> message.id() == id)
        .findFirst()
        .orElseThrow(() -> failed("the message " + id));
  }

  /** Waits for a message with this text that the bot sent or edited after the last action here. */
  public TelegramMessage awaits(String fragment) {
    return awaits("\"" + fragment + "\"", message -> message.text().contains(fragment));
  }

  /** Waits for a matching message that the bot sent or edited after the last action here. */
  public TelegramMessage awaits(Predicate<TelegramMessage> fits) {
    return awaits("a message that fits", fits);
  }

  /** Waits until a message, old or new, contains the text. */
  public Screen awaitsOnScreen(String fragment) {
    return awaitsScreen(screen -> screen.shows(fragment));
  }

  /** Waits until the screen matches. */
  public Screen awaitsScreen(Predicate<Screen> fits) {
    until("a screen that fits", () -> fits.test(screen()));
    return screen();
  }

  /** Waits for an answered callback whose toast or alert contains the text. */
  public Callback awaitsToast(String fragment) {
    Predicate<Callback> fits = one -> one.hasToast() && ("" + one.toast()).contains(fragment);
    until("the toast \"" + fragment + "\"", () -> callbacks().stream().anyMatch(fits));
    return callbacks().reversed().stream().filter(fits).findFirst().orElseThrow();
  }

  /** Waits until every callback of this chat was answered. */
  public void awaitsAnswers() {
    until("all buttons answered", () -> callbacks().stream().allMatch(Callback::answered));
  }

  /** Returns the callbacks of this chat, oldest first. */
  public List<Callback> callbacks() {
    return state.monitor.read(() -> state.callbacks.in(chat.id()));
  }

  /** Returns the texts shown as toasts or alerts, oldest press first. */
  public List<String> toasts() {
    return callbacks().stream().filter(Callback::hasToast).map(one -> "" + one.toast()).toList();
  }

  /** Returns the transcript: each message, press and edit in order. */
  public String transcript() {
    return String.join("\n", state.monitor.read(chat::transcript));
  }

  /** Opens a topic of a forum or a private chat and returns its id, the message thread's. */
  public long topic() {
    return state.monitor.change(chat::openTopic);
  }

  /** Deletes a message from the chat; later edits of it fail. */
  public void deletes(long messageId) {
    state.monitor.run(
        () -> {
          chat.put(chat.present(messageId).orElseThrow(() -> failed("a message")).asDeleted());
          chat.note(() -> "(deletes #" + messageId + ")");
        });
  }

  /** Makes Telegram refuse to edit the message, as it does with old ones. */
  public void freezes(long messageId) {
    state.monitor.run(
        () -> chat.put(chat.message(messageId).orElseThrow(() -> failed("a message")).asFrozen()));
  }

  /** Marks the time of an action; later messages count as the bot's reaction. */
  void acted() {
    actedAt = state.monitor.read(state::revision);
  }

  /** Returns a button of a message; fails where it has none with this label. */
  TelegramButton button(TelegramMessage message, String label) {
    return message.buttons().stream()
        .filter(one -> one.label().equals(label))
        .findFirst()
        .orElseThrow(() -> failed("a button [" + label + "] on #" + message.id()));
  }

  /** Waits for a message with the button and returns the newest. */
  TelegramMessage offering(String label) {
    until("a button [" + label + "]", () -> screen().havingButton(label).isPresent());
    return screen().havingButton(label).orElseThrow();
  }

  /** Returns true when the reply keyboard has the button. */
  boolean replyKeyboardHas(String label) {
    return state.monitor.read(
        () ->
            chat.replyKeyboard.stream()
                .flatMap(List::stream)
                .anyMatch(button -> button.label().equals(label)));
  }

  void until(String what, BooleanSupplier condition) {
    if (!state.monitor.await(condition, patience)) {
      throw failed(what);
    }
  }

  AssertionError failed(String what) {
    return new AssertionError(
        "Waited for " + what + " in the chat:\n" + transcript() + "\n--- on screen\n" + screen());
  }

  private TelegramMessage awaits(String what, Predicate<TelegramMessage> fits) {
    until(what, () -> fresh(fits).isPresent());
    return fresh(fits).orElseThrow();
  }

  private Optional<TelegramMessage> fresh(Predicate<TelegramMessage> fits) {
    return screen().fromBot().stream()
        .filter(message -> message.revision() > actedAt)
        .filter(fits)
        .max(Comparator.comparingLong(TelegramMessage::revision));
  }
}
