package backtalk.harness;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Matches the committed messages of a chat with the calls that Telegram carried out there, and
 * counts lost, misordered and duplicate messages.
 */
final class DeliveryCheck {
  /** Bounds the time from the read of the store until the call arrives. */
  private static final long MAX_TRANSIT_MILLIS = 500;

  private final List<CommittedMessage> committed;
  private final List<Journal.SentCall> calls;
  private final List<Long> faultTimes;
  int missing;
  int outOfOrder;
  int duplicates;
  int unexplained;

  /**
   * Matches messages and calls.
   *
   * @param calls the calls in the order in which Telegram carried them out
   * @param faultTimes the times of kills and crashes, in milliseconds of the epoch
   */
  DeliveryCheck(
      List<CommittedMessage> committed, List<Journal.SentCall> calls, List<Long> faultTimes) {
    this.committed = committed;
    this.calls = calls;
    this.faultTimes = faultTimes;
    BitSet matched = new BitSet();
    committed.stream()
        .filter(CommittedMessage::required)
        .forEach(message -> matchRequired(message, matched));
    committed.stream()
        .filter(message -> !message.required())
        .map(message -> firstMatch(message, 0, matched))
        .filter(place -> place >= 0)
        .forEach(matched::set);
    countDuplicates(matched);
  }

  /** Matches a required message, first behind all earlier ones, then anywhere. */
  private void matchRequired(CommittedMessage message, BitSet matched) {
    int inOrder = firstMatch(message, matched.length(), matched);
    int place = inOrder >= 0 ? inOrder : firstMatch(message, 0, matched);
    if (place < 0) {
      missing++;
    } else {
      outOfOrder += inOrder < 0 ? 1 : 0;
      matched.set(place);
    }
  }

  /** Returns true where a message is missing, out of order or duplicated without a cause. */
  boolean hasFailed() {
    return missing > 0 || outOfOrder > 0 || unexplained > 0;
  }

  private int firstMatch(CommittedMessage message, int from, BitSet matched) {
    for (int place = from; place < calls.size(); place++) {
      if (!matched.get(place) && message.matches(calls.get(place))) {
        return place;
      }
    }
    return -1;
  }

  /**
   * Counts duplicate calls and those without a cause. Equal messages cannot be told apart, so their
   * duplicates are compared with their uncertain calls by number.
   */
  private void countDuplicates(BitSet matched) {
    List<Journal.SentCall> repeats =
        IntStream.range(0, calls.size())
            .filter(place -> !matched.get(place))
            .mapToObj(calls::get)
            .filter(call -> !call.changedNothing() && !isCleanUp(call))
            .toList();
    duplicates = repeats.size();
    unexplained = (int) repeats.stream().filter(call -> !wasUnrecorded(call)).count();
    repeats.stream()
        .filter(this::wasUnrecorded)
        .collect(Collectors.groupingBy(call -> call.method() + call.hash()))
        .values()
        .forEach(
            equal -> unexplained += Math.max(0, equal.size() - uncertainCalls(equal.getFirst())));
  }

  /** An edit that carries no committed message closes the question that a new message replaced. */
  private boolean isCleanUp(Journal.SentCall call) {
    return !call.method().equals("send")
        && committed.stream().noneMatch(message -> message.matches(call));
  }

  /**
   * Counts the calls with this content whose success was uncertain: the answer was lost, or a fault
   * occurred before the repeat.
   */
  private int uncertainCalls(Journal.SentCall call) {
    List<Journal.SentCall> same =
        calls.stream()
            .filter(it -> it.hash() == call.hash() && it.method().equals(call.method()))
            .toList();
    return (int)
        IntStream.range(0, same.size() - 1)
            .filter(place -> isUncertain(same.get(place), same.get(place + 1)))
            .count();
  }

  private boolean isUncertain(Journal.SentCall earlier, Journal.SentCall repeat) {
    return !earlier.answered()
        || faultTimes.stream()
            .anyMatch(at -> at >= earlier.at() - MAX_TRANSIT_MILLIS && at <= repeat.at());
  }

  private boolean wasUnrecorded(Journal.SentCall repeat) {
    return committed.stream()
        .filter(message -> message.matches(repeat))
        .anyMatch(message -> repeat.at() - message.sentAt() < MAX_TRANSIT_MILLIS);
  }
}
