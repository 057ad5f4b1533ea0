package backtalk.harness;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What was committed for one chat beside what Telegram carried out there: each message's first
 * acceptance, and what was said twice.
 */
final class Sayings {
  /** From the look into the store until the call has arrived. */
  private static final long ON_ITS_WAY_MILLIS = 500;

  private final List<Committed> committed;
  private final List<WorldLog.Call> calls;
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
  Sayings(List<Committed> committed, List<WorldLog.Call> calls, List<Long> struck) {
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

  /**
   * Doubles are explained as far as it was in doubt whether the same had been said: which of equal
   * messages was said twice cannot be seen.
   */
  private void countDoubles(BitSet first) {
    List<WorldLog.Call> twice =
        IntStream.range(0, calls.size())
            .filter(place -> !first.get(place))
            .mapToObj(calls::get)
            .filter(call -> !call.isNothingNew())
            .toList();
    doubles = twice.size();
    unexplained = (int) twice.stream().filter(call -> !isNewToTheStore(call)).count();
    twice.stream()
        .filter(this::isNewToTheStore)
        .collect(Collectors.groupingBy(call -> call.method() + call.look()))
        .values()
        .forEach(equal -> unexplained += Math.max(0, equal.size() - doubts(equal.getFirst())));
  }

  /**
   * How often it was in doubt: the answer was lost, or something struck before it was said again.
   */
  private int doubts(WorldLog.Call call) {
    List<WorldLog.Call> same =
        calls.stream()
            .filter(it -> it.look() == call.look() && it.method().equals(call.method()))
            .toList();
    return (int)
        IntStream.range(0, same.size() - 1)
            .filter(place -> isInDoubt(same.get(place), same.get(place + 1)))
            .count();
  }

  private boolean isInDoubt(WorldLog.Call said, WorldLog.Call again) {
    return !said.answered()
        || struck.stream().anyMatch(at -> at >= said.at() - ON_ITS_WAY_MILLIS && at <= again.at());
  }

  private boolean isNewToTheStore(WorldLog.Call again) {
    return committed.stream()
        .filter(message -> message.is(again))
        .anyMatch(message -> again.at() - message.sentAt() < ON_ITS_WAY_MILLIS);
  }
}
