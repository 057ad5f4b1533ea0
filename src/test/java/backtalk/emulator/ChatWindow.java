package backtalk.emulator;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** A chat as those in it see it, with waiting for what the bot does. */
public abstract sealed class ChatWindow permits Person, Group, Channel {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  final World world;
  final Chat chat;
  final Acts acts;
  private Duration patience = PATIENCE;
  private long actedAt;

  ChatWindow(World world, Chat chat) {
    this.world = world;
    this.chat = chat;
    this.acts = new Acts(world, chat);
  }

  /** Telegram's id of the chat; of a private chat also the person's. */
  public long id() {
    return chat.id();
  }

  /** How long this window waits before it fails; 10 s unless set. */
  public void patience(Duration atMost) {
    patience = atMost;
  }

  /** The messages now. */
  public Screen screen() {
    return world.monitor.read(() -> new Screen(List.copyOf(chat.messages())));
  }

  /** The bot's newest visible message; fails when there is none. */
  public Message newest() {
    return screen().newest().orElseThrow(() -> failed("a message of the bot"));
  }

  /** The message as it stands now, deleted or not. */
  public Message message(long id) {
    return screen().messages().stream()
        .filter(message -> message.id() == id)
        .findFirst()
        .orElseThrow(() -> failed("the message " + id));
  }

  /** Waits for a message with these words that the bot sent or edited after the last act here. */
  public Message awaits(String fragment) {
    return awaits("\"" + fragment + "\"", message -> message.text().contains(fragment));
  }

  /** Waits for a message that fits and that the bot sent or edited after the last act here. */
  public Message awaits(Predicate<Message> fits) {
    return awaits("a message that fits", fits);
  }

  /** Waits until the words stand anywhere on the screen, old messages included. */
  public Screen awaitsOnScreen(String fragment) {
    return awaitsScreen(screen -> screen.shows(fragment));
  }

  /** Waits until the whole screen fits. */
  public Screen awaitsScreen(Predicate<Screen> fits) {
    until("a screen that fits", () -> fits.test(screen()));
    return screen();
  }

  /** Waits for an answered button whose toast or alert holds the words. */
  public Callback awaitsToast(String fragment) {
    Predicate<Callback> fits = one -> one.hasToast() && ("" + one.toast()).contains(fragment);
    until("the toast \"" + fragment + "\"", () -> callbacks().stream().anyMatch(fits));
    return callbacks().reversed().stream().filter(fits).findFirst().orElseThrow();
  }

  /** Waits until every button pressed here was answered. */
  public void awaitsAnswers() {
    until("all buttons answered", () -> callbacks().stream().allMatch(Callback::answered));
  }

  /** Every button pressed in this chat, oldest first. */
  public List<Callback> callbacks() {
    return world.monitor.read(() -> world.callbacks.in(chat.id()));
  }

  /** The words shown for pressed buttons, as toasts and as alerts, oldest press first. */
  public List<String> toasts() {
    return callbacks().stream().filter(Callback::hasToast).map(one -> "" + one.toast()).toList();
  }

  /** The chat as it was lived: who wrote, pressed and edited what, in order. */
  public String transcript() {
    return String.join("\n", world.monitor.read(chat::journal));
  }

  /** Deletes a message from the chat; what the bot does to it later fails. */
  public void deletes(long messageId) {
    world.monitor.run(
        () -> {
          chat.put(chat.present(messageId).orElseThrow(() -> failed("a message")).asDeleted());
          chat.note("(deletes #" + messageId + ")");
        });
  }

  /** From now on Telegram refuses to edit the message, as it does with old ones. */
  public void freezes(long messageId) {
    world.monitor.run(
        () -> chat.put(chat.message(messageId).orElseThrow(() -> failed("a message")).asFrozen()));
  }

  /** Remembers that what comes from now on is the bot's reaction. */
  void acted() {
    actedAt = world.monitor.read(world::revision);
  }

  /** The newest message with such a button, waited for. */
  Message offering(String label) {
    until("a button [" + label + "]", () -> screen().havingButton(label).isPresent());
    return screen().havingButton(label).orElseThrow();
  }

  /** Whether the keyboard under the input field has such a button. */
  boolean replyKeyboardHas(String label) {
    return world.monitor.read(
        () ->
            chat.replyKeyboard().stream()
                .flatMap(List::stream)
                .anyMatch(button -> button.label().equals(label)));
  }

  void until(String what, BooleanSupplier condition) {
    if (!world.monitor.await(condition, patience)) {
      throw failed(what);
    }
  }

  AssertionError failed(String what) {
    return new AssertionError(
        "Waited for " + what + " in the chat:\n" + transcript() + "\n--- on screen\n" + screen());
  }

  private Message awaits(String what, Predicate<Message> fits) {
    until(what, () -> fresh(fits).isPresent());
    return fresh(fits).orElseThrow();
  }

  private Optional<Message> fresh(Predicate<Message> fits) {
    return screen().fromBot().stream()
        .filter(message -> message.revision() > actedAt)
        .filter(fits)
        .max(Comparator.comparingLong(Message::revision));
  }
}
