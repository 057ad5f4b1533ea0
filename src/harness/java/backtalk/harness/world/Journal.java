package backtalk.harness.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What happened, for a checker to look at afterwards; kept outside of the bot's processes. */
final class Journal {
  private final Map<Long, Fate> fates = new HashMap<>();
  private final List<Accepted> accepted = new ArrayList<>();
  private boolean keeping;
  private int confirmed;

  /** What became of an update. */
  private static final class Fate {
    final long chat;
    int handed;
    boolean confirmed;

    Fate(long chat) {
      this.chat = chat;
    }
  }

  /**
   * A call that Telegram carried out.
   *
   * @param look stands for text and buttons
   */
  record Accepted(long chat, String method, int look) {}

  void keep() {
    keeping = true;
  }

  boolean isKeeping() {
    return keeping;
  }

  void posted(Update update) {
    if (keeping) {
      fates.put(update.id(), new Fate(update.person().chat));
    }
  }

  void handed(Update update) {
    Fate fate = fates.get(update.id());
    if (fate != null) {
      fate.handed++;
    }
  }

  void confirmed(Update update) {
    Fate fate = fates.get(update.id());
    if (fate != null && !fate.confirmed) {
      fate.confirmed = true;
      confirmed++;
    }
  }

  void accepted(long chat, String method, int look) {
    if (keeping) {
      accepted.add(new Accepted(chat, method, look));
    }
  }

  /** Updates that the bot has not confirmed. */
  int open() {
    return fates.size() - confirmed;
  }

  /** Stands for what a message looks like; the checker computes the same from what was stored. */
  static int look(String text, List<String> buttons) {
    return 31 * text.hashCode() + buttons.hashCode();
  }

  /** Lines: {@code update ID CHAT HANDED CONFIRMED} and {@code call CHAT METHOD LOOK}. */
  String lines() {
    StringBuilder lines = new StringBuilder();
    fates.forEach(
        (id, fate) ->
            lines
                .append("update ")
                .append(id)
                .append(' ')
                .append(fate.chat)
                .append(' ')
                .append(fate.handed)
                .append(' ')
                .append(fate.confirmed)
                .append('\n'));
    accepted.forEach(
        call ->
            lines
                .append("call ")
                .append(call.chat())
                .append(' ')
                .append(call.method())
                .append(' ')
                .append(call.look())
                .append('\n'));
    return lines.toString();
  }
}
