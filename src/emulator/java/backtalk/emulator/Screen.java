package backtalk.emulator;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Holds the messages of a chat at one moment.
 *
 * @param messages all messages, oldest first; deleted ones are marked
 */
public record Screen(List<TelegramMessage> messages) {

  /** Returns the messages that a person can see. */
  public List<TelegramMessage> visible() {
    return messages.stream().filter(message -> !message.deleted()).toList();
  }

  /** Returns the bot's visible messages, oldest first. */
  public List<TelegramMessage> fromBot() {
    return visible().stream().filter(TelegramMessage::fromBot).toList();
  }

  /** Returns the texts of {@link #fromBot()}. */
  public List<String> texts() {
    return fromBot().stream().map(TelegramMessage::text).toList();
  }

  /** Returns the newest visible message of the bot. */
  public Optional<TelegramMessage> newest() {
    return fromBot().reversed().stream().findFirst();
  }

  /** Returns the newest visible message of the bot that contains the text. */
  public Optional<TelegramMessage> with(String fragment) {
    return fromBot().reversed().stream().filter(one -> one.text().contains(fragment)).findFirst();
  }

  /** Returns the bot's newest visible message with the inline button. */
  public Optional<TelegramMessage> havingButton(String label) {
    return fromBot().reversed().stream()
        .filter(message -> message.labels().contains(label))
        .findFirst();
  }

  /** Returns true when a visible message contains the text. */
  public boolean shows(String fragment) {
    return visible().stream().anyMatch(message -> message.text().contains(fragment));
  }

  @Override
  public String toString() {
    return visible().stream()
        .map(message -> "#" + message.id() + edited(message) + " " + message.shown())
        .collect(Collectors.joining("\n"));
  }

  private static String edited(TelegramMessage message) {
    return message.edited() ? " (edited)" : "";
  }
}
