package backtalk.harness;

import java.util.BitSet;
import java.util.List;

/**
 * What was committed for one chat beside what Telegram carried out there: each message's first
 * acceptance, and what was said twice.
 */
final class Sayings {
  /** From the look into the store until the call has arrived. */
  private static final long ON_ITS_WAY_MILLIS = 500;

  private final List<Committed> committed;
  private final List<Books.Call> calls;
  private final List<Long> struck;
  int missing;
  int outOfOrder;
  int doubles;
  int unexplained;

  /**
   * Compares the two.
   *
   * @param calls in the order in which Telegram carried them out
   * @param struck when something struck the bot or its database, in milliseconds of the epoch
   */
  Sayings(List<Committed> committed, List<Books.Call> calls, List<Long> struck) {
    this.committed = committed;
    this.calls = calls;
    this.struck = struck;
    BitSet first = new BitSet();
    committed.stream().filter(Committed::must).forEach(message -> said(message, first));
    committed.stream()
        .filter(message -> !message.must())
        .map(message -> firstOf(message, 0, first))
        .filter(place -> place >= 0)
        .forEach(first::set);
    countDoubles(first);
  }

  /** What was said has its place behind all that was committed before it. */
  private void said(Committed message, BitSet first) {
    int inOrder = firstOf(message, first.length(), first);
    int place = inOrder >= 0 ? inOrder : firstOf(message, 0, first);
    if (place < 0) {
      missing++;
    } else {
      outOfOrder += inOrder < 0 ? 1 : 0;
      first.set(place);
    }
  }

  /** Whether this chat is not as it should be. */
  boolean isWrong() {
    return missing > 0 || outOfOrder > 0 || unexplained > 0;
  }

  private int firstOf(Committed message, int from, BitSet taken) {
    for (int place = from; place < calls.size(); place++) {
      if (!taken.get(place) && message.is(calls.get(place))) {
        return place;
      }
    }
    return -1;
  }

  private void countDoubles(BitSet first) {
    for (int place = first.nextClearBit(0);
        place < calls.size();
        place = first.nextClearBit(place + 1)) {
      if (!calls.get(place).isNothingNew()) {
        doubles++;
        unexplained += isInDoubt(place) && isNewToTheStore(calls.get(place)) ? 0 : 1;
      }
    }
  }

  /** The same was said before, and its answer was lost or the bot struck meanwhile. */
  private boolean isInDoubt(int place) {
    Books.Call again = calls.get(place);
    for (int earlier = place - 1; earlier >= 0; earlier--) {
      Books.Call before = calls.get(earlier);
      if (before.look() == again.look() && before.method().equals(again.method())) {
        return !before.answered() || isStruckBetween(before.at(), again.at());
      }
    }
    return false;
  }

  private boolean isStruckBetween(long from, long to) {
    return struck.stream().anyMatch(at -> at >= from - ON_ITS_WAY_MILLIS && at <= to);
  }

  private boolean isNewToTheStore(Books.Call again) {
    return committed.stream()
        .filter(message -> message.is(again))
        .anyMatch(message -> again.at() - message.sentAt() < ON_ITS_WAY_MILLIS);
  }
}
