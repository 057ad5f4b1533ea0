package backtalk.harness;

import backtalk.emulator.Callback;
import backtalk.emulator.Person;
import java.util.List;
import java.util.OptionalInt;

/** Holds the state of a simulated person and the newest message with buttons. */
final class Member {
  /** Sets the wait after which an answer without buttons counts as complete. */
  private static final long QUIET_NANOS = 2_000_000_000L;

  private static final long NO_ANSWER_NANOS = 60_000_000_000L;

  final Person person;
  private long shown = 1;
  private List<String> buttons = List.of();
  private boolean waiting;

  /** Holds the highest number of this person's updates that the bot has received. */
  private long newest;

  /** Holds when the bot received the latest update completely; 0 until then. */
  private long delivered;

  /** Counts the calls for this chat since then. */
  private int calls;

  /** Records whether any visible answer came, and whether the callback query was answered. */
  private boolean seen;

  private boolean answered;

  Member(Person person) {
    this.person = person;
  }

  synchronized List<String> buttons() {
    return buttons;
  }

  Callback taps(String data) {
    return person.tapsAt(shown(), data);
  }

  private synchronized long shown() {
    return shown;
  }

  /** Records that this person acts next, and then waits for the bot. */
  synchronized void acts() {
    delivered = 0;
    calls = 0;
    seen = false;
    answered = false;
    waiting = true;
  }

  /**
   * Records that the bot has received an update completely. The bot may poll for an update again
   * that it has answered meanwhile: that is no delivery of what the person did next.
   */
  synchronized void delivered(long update) {
    if (waiting && delivered == 0 && update > newest) {
      delivered = System.nanoTime();
    }
    newest = Math.max(newest, update);
  }

  /** Records that a callback query was answered. */
  synchronized void answered() {
    answered = true;
    calls++;
  }

  /** Records a call for this person; returns its number where it is the first visible one. */
  synchronized OptionalInt called(boolean visible) {
    calls++;
    boolean first = visible && !seen && delivered != 0;
    seen |= first;
    return first ? OptionalInt.of(calls) : OptionalInt.empty();
  }

  synchronized long nanosSinceDelivery() {
    return System.nanoTime() - delivered;
  }

  /** Shows a message; returns true where the person can act again, because it has buttons. */
  synchronized boolean sees(long message, List<String> itsButtons) {
    if (!itsButtons.isEmpty() || message == shown) {
      shown = message;
      buttons = itsButtons;
    }
    return !itsButtons.isEmpty() && free();
  }

  /** Returns what ended the wait for a message with buttons, or "" where it goes on. */
  synchronized String endOfPatience() {
    long waited = delivered == 0 ? 0 : System.nanoTime() - delivered;
    boolean anyAnswer = seen || answered;
    boolean over = waited > (anyAnswer ? QUIET_NANOS : NO_ANSWER_NANOS) && free();
    return !over ? "" : anyAnswer ? "answers without buttons" : "no answer";
  }

  private boolean free() {
    boolean freed = waiting && delivered != 0;
    waiting &= !freed;
    return freed;
  }
}
