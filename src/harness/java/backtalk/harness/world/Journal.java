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

  /** A call that Telegram carried out. */
  static final class Accepted {
    final long chat;
    final String method;
    final int look;
    final long at = System.currentTimeMillis();
    boolean answered = true;

    Accepted(long chat, String method, int look) {
      this.chat = chat;
      this.method = method;
      this.look = look;
    }
  }

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

  /** How many calls were carried out so far. */
  int size() {
    return accepted.size();
  }

  /** The answer to the call carried out last was lost, if one was since there were so many. */
  void lost(int before) {
    if (accepted.size() > before) {
      accepted.getLast().answered = false;
    }
  }

  /** Updates that the bot has not confirmed. */
  int open() {
    return fates.size() - confirmed;
  }

  /**
   * Lines: {@code update ID CHAT HANDED CONFIRMED} and {@code call CHAT METHOD LOOK ANSWERED AT}.
   */
  String lines() {
    StringBuilder lines = new StringBuilder();
    fates.forEach((id, fate) -> line(lines, "update", id, fate.chat, fate.handed, fate.confirmed));
    accepted.forEach(
        call -> line(lines, "call", call.chat, call.method, call.look, call.answered, call.at));
    return lines.toString();
  }

  private static void line(StringBuilder lines, Object... words) {
    for (Object word : words) {
      lines.append(word).append(' ');
    }
    lines.append('\n');
  }
}
