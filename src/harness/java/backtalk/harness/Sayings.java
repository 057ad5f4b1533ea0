package backtalk.harness;

import java.util.BitSet;
import java.util.List;

/**
 * What was committed for one chat beside what Telegram carried out there: each message's first
 * acceptance, and what was said twice.
 */
final class Sayings {
  int missing;
  int outOfOrder;
  int doubles;
  int unexplained;

  /** Compares the two. */
  Sayings(List<Committed> committed, List<Books.Call> calls) {
    BitSet first = new BitSet();
    int last = -1;
    for (Committed message : committed) {
      int place = firstOf(message, calls, last + 1, first);
      if (place >= 0) {
        last = place;
      } else {
        place = firstOf(message, calls, 0, first);
        outOfOrder += place >= 0 && message.must() ? 1 : 0;
        missing += place < 0 && message.must() ? 1 : 0;
      }
      if (place >= 0) {
        first.set(place);
      }
    }
    countDoubles(calls, first);
  }

  private static int firstOf(Committed message, List<Books.Call> calls, int from, BitSet taken) {
    for (int place = from; place < calls.size(); place++) {
      if (!taken.get(place) && message.is(calls.get(place))) {
        return place;
      }
    }
    return -1;
  }

  /** A double is explained where the bot could not know of an equal call before it. */
  private void countDoubles(List<Books.Call> calls, BitSet first) {
    for (int place = first.nextClearBit(0);
        place < calls.size();
        place = first.nextClearBit(place + 1)) {
      if (!calls.get(place).isNothingNew()) {
        doubles++;
        unexplained += isExplained(calls, place) ? 0 : 1;
      }
    }
  }

  private static boolean isExplained(List<Books.Call> calls, int place) {
    Books.Call again = calls.get(place);
    return calls.subList(0, place).stream()
        .anyMatch(
            call ->
                call.unknown()
                    && call.method().equals(again.method())
                    && call.look() == again.look());
  }
}
