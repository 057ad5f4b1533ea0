package backtalk.studio;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.Message;
import backtalk.dialogue.ports.DialogueStore;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.dialogue.ports.OutboxMessage.Way;
import backtalk.dialogue.ports.StoredDialogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Shows a chat as a phone does. It carries out the outbox as the sender to Telegram does: the open
 * question is edited in place while it is the newest message, and else replaced by a new one.
 */
final class PhoneScreen {
  private final ChatId chat;
  private final DialogueStore store;
  private final List<Shown> shown = new ArrayList<>();

  PhoneScreen(ChatId chat, DialogueStore store) {
    this.chat = chat;
    this.store = store;
  }

  /**
   * Holds a message on the screen.
   *
   * @param id counted from 1
   * @param own true for the person's own message, or for a silence
   */
  record Shown(long id, boolean own, boolean edited, Instant at, Message message) {
    Shown with(Message other) {
      return new Shown(id, own, true, at, other);
    }
  }

  /** Shows what the person wrote. */
  void type(String text, Instant at) {
    add(new Message(Message.Kind.NOTE, FormattedText.of(text), List.of()), true, at);
  }

  /** Sends a message of the outbox, and records in the store that it was sent. */
  void send(OutboxMessage outgoing, Instant at) {
    OptionalLong message =
        switch (outgoing.way()) {
          case Way.Send send -> add(outgoing.message(), false, at);
          case Way.ReplaceQuestion replace -> replace(outgoing.message(), replace, at);
          case Way.Close(long old) -> close(old, Optional.of(outgoing.message().text()));
        };
    store.sent(outgoing, message);
  }

  private OptionalLong replace(Message message, Way.ReplaceQuestion replace, Instant at) {
    Optional<StoredDialogue> stored = store.find(chat);
    OptionalLong open = stored.map(StoredDialogue::question).orElseGet(OptionalLong::empty);
    boolean newest = stored.filter(StoredDialogue::newest).isPresent();
    if (newest && open.isPresent() && open.equals(replace.tapped())) {
      change(open.getAsLong(), message);
      return open;
    }
    open.ifPresent(old -> close(old, replace.answered()));
    return add(message, false, at);
  }

  private OptionalLong close(long id, Optional<FormattedText> answered) {
    Message old = shown.get((int) id - 1).message();
    FormattedText text = answered.filter(it -> !it.plain().isEmpty()).orElse(old.text());
    change(id, new Message(old.kind(), text, List.of()));
    return OptionalLong.empty();
  }

  private void change(long id, Message message) {
    shown.set((int) id - 1, shown.get((int) id - 1).with(message));
  }

  private OptionalLong add(Message message, boolean own, Instant at) {
    shown.add(new Shown(shown.size() + 1L, own, false, at, message));
    return OptionalLong.of(shown.size());
  }

  List<Shown> shown() {
    return List.copyOf(shown);
  }
}
