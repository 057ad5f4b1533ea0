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

  int missing;
  int outOfOrder;
  int doubles;
  int unexplained;

  /** Compares the two. */
  Sayings(List<Committed> committed, List<Books.Call> calls) {
    BitSet first = new BitSet();
    committed.stream().filter(Committed::must).forEach(message -> said(message, calls, first));
    committed.stream()
        .filter(message -> !message.must())
        .map(message -> firstOf(message, calls, 0, first))
        .filter(place -> place >= 0)
        .forEach(first::set);
    countDoubles(committed, calls, first);
  }

  /** What was said has its place behind all that was committed before it. */
  private void said(Committed message, List<Books.Call> calls, BitSet first) {
    int inOrder = firstOf(message, calls, first.length(), first);
    int place = inOrder >= 0 ? inOrder : firstOf(message, calls, 0, first);
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

  private static int firstOf(Committed message, List<Books.Call> calls, int from, BitSet taken) {
    for (int place = from; place < calls.size(); place++) {
      if (!taken.get(place) && message.is(calls.get(place))) {
        return place;
      }
    }
    return -1;
  }

  /** A double is explained as long as the store does not know that it was said before. */
  private void countDoubles(List<Committed> committed, List<Books.Call> calls, BitSet first) {
    for (int place = first.nextClearBit(0);
        place < calls.size();
        place = first.nextClearBit(place + 1)) {
      if (!calls.get(place).isNothingNew()) {
        doubles++;
        unexplained += isExplained(committed, calls.get(place)) ? 0 : 1;
      }
    }
  }

  private static boolean isExplained(List<Committed> committed, Books.Call again) {
    return committed.stream()
        .filter(message -> message.is(again))
        .anyMatch(message -> again.at() - message.sentAt() < ON_ITS_WAY_MILLIS);
  }
}
