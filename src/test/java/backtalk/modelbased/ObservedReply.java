package backtalk.modelbased;

import backtalk.dialogue.Button;
import backtalk.dialogue.Message;
import backtalk.dialogue.Turn;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What stands on a person's screen, newest first. */
final class ObservedReply {

  /** Messages further up are out of sight. */
  private static final int IN_SIGHT = 40;

  private final Deque<Message> messages = new ArrayDeque<>();
  private boolean open;

  void add(Turn turn) {
    turn.messages().forEach(messages::addFirst);
    while (messages.size() > IN_SIGHT) {
      messages.removeLast();
    }
    if (!turn.messages().isEmpty()) {
      open = turn.messages().getLast().kind() == Message.Kind.QUESTION;
    }
  }

  /** True while the question shown last is the bot's last word. */
  boolean open() {
    return open;
  }

  /** The question shown last. */
  Optional<Message> question() {
    return messages.stream().filter(it -> it.kind() == Message.Kind.QUESTION).findFirst();
  }

  /** The newest message with buttons. */
  Optional<Message> newest() {
    return messages.stream().filter(it -> !it.rows().isEmpty()).findFirst();
  }

  /** Any message with buttons. */
  Optional<Message> any(Random random) {
    List<Message> all = messages.stream().filter(it -> !it.rows().isEmpty()).toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  static List<Button> buttons(Message message) {
    return message.rows().stream().flatMap(List::stream).toList();
  }
}
