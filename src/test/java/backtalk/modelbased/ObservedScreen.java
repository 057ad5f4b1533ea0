package backtalk.modelbased;

import backtalk.dialogue.Button;
import backtalk.dialogue.Message;
import backtalk.dialogue.Turn;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Holds the messages on a person's screen, newest first. */
final class ObservedScreen {

  /** Limits the messages that are kept. */
  private static final int MAX_MESSAGES = 40;

  private final Deque<Message> messages = new ArrayDeque<>();
  private boolean open;

  void add(Turn turn) {
    turn.messages().forEach(messages::addFirst);
    while (messages.size() > MAX_MESSAGES) {
      messages.removeLast();
    }
    if (!turn.messages().isEmpty()) {
      open = turn.messages().getLast().kind() == Message.Kind.QUESTION;
    }
  }

  /** Returns true while the newest message is a question. */
  boolean open() {
    return open;
  }

  /** Returns the newest question. */
  Optional<Message> question() {
    return messages.stream().filter(it -> it.kind() == Message.Kind.QUESTION).findFirst();
  }

  /** Returns the newest message with buttons. */
  Optional<Message> newest() {
    return messages.stream().filter(it -> !it.buttons().isEmpty()).findFirst();
  }

  /** Returns a random message with buttons. */
  Optional<Message> any(Random random) {
    List<Message> all = messages.stream().filter(it -> !it.buttons().isEmpty()).toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  static List<Button> buttons(Message message) {
    return message.buttons();
  }
}
