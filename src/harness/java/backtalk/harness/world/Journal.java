package backtalk.harness.world;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happened, for a checker to look at afterwards; kept outside of the bot's processes. */
final class Journal {

  /**
   * A call answered so shortly before the bot died may not have been noted by it: a store in
   * trouble takes its time.
   */
  private static final long FRESH_NANOS = 10_000_000_000L;

  private final Map<Long, Fate> fates = new HashMap<>();
  private final List<Accepted> accepted = new ArrayList<>();
  private final Map<Link, Deque<Accepted>> fresh = new HashMap<>();
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
    final long at = System.nanoTime();

    /** Why the bot may not know that it was: its answer was lost, or the bot died. */
    boolean unknown;

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

  /** The call carried out last came over this connection, if one was since there were so many. */
  void over(Link link, int before, boolean lost) {
    if (accepted.size() > before) {
      Accepted last = accepted.getLast();
      last.unknown = lost;
      Deque<Accepted> ofLink = fresh.computeIfAbsent(link, first -> new ArrayDeque<>());
      ofLink.removeIf(old -> last.at - old.at > FRESH_NANOS);
      ofLink.add(last);
    }
  }

  /** A connection is gone, which happens when the bot dies. */
  void ended(Link link) {
    long now = System.nanoTime();
    Optional.ofNullable(fresh.remove(link)).stream()
        .flatMap(Deque::stream)
        .filter(call -> now - call.at < FRESH_NANOS)
        .forEach(call -> call.unknown = true);
  }

  /** Updates that the bot has not confirmed. */
  int open() {
    return fates.size() - confirmed;
  }

  /** Lines: {@code update ID CHAT HANDED CONFIRMED} and {@code call CHAT METHOD LOOK UNKNOWN}. */
  String lines() {
    StringBuilder lines = new StringBuilder();
    fates.forEach((id, fate) -> line(lines, "update", id, fate.chat, fate.handed, fate.confirmed));
    accepted.forEach(call -> line(lines, "call", call.chat, call.method, call.look, call.unknown));
    return lines.toString();
  }

  private static void line(StringBuilder lines, Object... words) {
    for (Object word : words) {
      lines.append(word).append(' ');
    }
    lines.append('\n');
  }
}
