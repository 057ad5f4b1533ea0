package backtalk.emulator;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What stands in a chat at one moment.
 *
 * @param messages everybody's, oldest first; the deleted ones are marked, not left out
 */
public record Screen(List<Message> messages) {

  /** The messages that a person can see. */
  public List<Message> visible() {
    return messages.stream().filter(message -> !message.deleted()).toList();
  }

  /** The bot's messages that a person can see, oldest first. */
  public List<Message> fromBot() {
    return visible().stream().filter(Message::fromBot).toList();
  }

  /** The texts of {@link #fromBot()}. */
  public List<String> texts() {
    return fromBot().stream().map(Message::text).toList();
  }

  /** The newest visible message of the bot. */
  public Optional<Message> newest() {
    return fromBot().reversed().stream().findFirst();
  }

  /** The newest visible message of the bot that holds the words. */
  public Optional<Message> with(String fragment) {
    return fromBot().reversed().stream().filter(one -> one.text().contains(fragment)).findFirst();
  }

  /** The newest visible message that has such an inline button. */
  public Optional<Message> havingButton(String label) {
    return fromBot().reversed().stream()
        .filter(message -> message.labels().contains(label))
        .findFirst();
  }

  /** Whether the words stand anywhere on the screen. */
  public boolean shows(String fragment) {
    return visible().stream().anyMatch(message -> message.text().contains(fragment));
  }

  @Override
  public String toString() {
    return visible().stream()
        .map(message -> "#" + message.id() + edited(message) + " " + message.shown())
        .collect(Collectors.joining("\n"));
  }

  private static String edited(Message message) {
    return message.edited() ? " (edited)" : "";
  }
}
