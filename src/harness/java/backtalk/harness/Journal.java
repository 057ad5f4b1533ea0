package backtalk.harness;

import backtalk.emulator.Call;
import backtalk.emulator.QueuedUpdate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Records updates and calls outside the bot's processes, for the checker. */
final class Journal {
  private final Map<Long, PostedUpdate> updates = new LinkedHashMap<>();
  private final List<SentCall> calls = new ArrayList<>();

  /** Holds an update, its chat and whether the bot confirmed it. */
  record PostedUpdate(long id, long chat, boolean confirmed) {}

  /**
   * Holds a call that Telegram carried out.
   *
   * @param method {@code send}, {@code edit}, {@code bare} for buttons that are removed, {@code
   *     photo} for a photo without buttons, which may stand above its card, or {@code same} for an
   *     edit that changes nothing
   * @param hash the hash of text and buttons, 0 where the call only removes buttons
   * @param answered true where the answer reached the bot's machine
   * @param at the time of its arrival, in milliseconds of the epoch
   */
  record SentCall(long chat, String method, int hash, boolean answered, long at) {

    /** Returns true where the call changed nothing that a person sees. */
    boolean changedNothing() {
      return method.equals("same");
    }
  }

  /** Returns the hash of a text and its buttons' callback data in reading order. */
  static int hash(String text, List<String> buttons) {
    return 31 * text.hashCode() + buttons.hashCode();
  }

  synchronized void posted(QueuedUpdate update) {
    updates.putIfAbsent(update.id(), new PostedUpdate(update.id(), update.queue().chat(), false));
  }

  synchronized void confirmed(QueuedUpdate update) {
    updates.put(update.id(), new PostedUpdate(update.id(), update.queue().chat(), true));
  }

  synchronized void ended(Call call) {
    boolean unchanged = call.refusal().contains("message is not modified");
    if (Crowd.addressesChat(call) && (call.accepted() || unchanged)) {
      boolean answered = !(call.result() instanceof Call.Result.Faulted);
      calls.add(
          new SentCall(
              Long.parseLong(call.text("chat_id")),
              unchanged ? "same" : kind(call),
              kind(call).equals("bare") ? 0 : hash(text(call), Crowd.buttons(call)),
              answered,
              call.at().toEpochMilli()));
    }
  }

  private static String text(Call call) {
    return call.is("sendPhoto") ? call.text("caption") : call.text("text");
  }

  private static String kind(Call call) {
    return switch (call.method()) {
      case "sendMessage" -> "send";
      case "sendPhoto" -> Crowd.buttons(call).isEmpty() ? "photo" : "send";
      case "editMessageText" -> "edit";
      default -> "bare";
    };
  }

  synchronized List<PostedUpdate> updates() {
    return List.copyOf(updates.values());
  }

  /** Returns the calls in the order in which Telegram carried them out. */
  synchronized List<SentCall> calls() {
    return List.copyOf(calls);
  }
}
