package backtalk.understanding;

import backtalk.conversation.Answer;
import backtalk.understanding.rules.RedFlagCollector;
import java.util.List;

/**
 * Joins what was heard in several readings of one message: whatever any of them tells or leaves in
 * doubt counts; all else is taken from the first that says something.
 */
final class NluResultUnion {

  private final List<String> order;

  /**
   * A union of what is heard.
   *
   * @param order the facts, most urgent first
   */
  NluResultUnion(List<String> order) {
    this.order = order;
  }

  /** The union; the likeliest reading comes first. */
  NluResult of(List<NluResult> readings) {
    NluResult base =
        readings.stream().filter(NluResult::understood).findFirst().orElse(readings.getFirst());
    RedFlagCollector union = new RedFlagCollector(order);
    base.tells().forEach(mention -> union.tell(mention.fact(), mention.answer()));
    readings.forEach(result -> add(result, union));
    RedFlagDetector.Detected all = union.done();
    return new NluResult(
        all.tells(), all.doubts(), all.someoneElse(), base.reply(), base.topics(), base.verb());
  }

  private static void add(NluResult result, RedFlagCollector union) {
    result.tells().stream()
        .filter(mention -> Answer.MAY_BE.contains(mention.answer()))
        .forEach(mention -> union.tell(mention.fact(), mention.answer()));
    result.doubts().forEach(union::doubt);
    result.someoneElse().ifPresent(union::someone);
  }
}
