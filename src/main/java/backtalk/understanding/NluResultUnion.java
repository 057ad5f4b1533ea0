package backtalk.understanding;

import backtalk.conversation.Answer;
import backtalk.understanding.rules.RedFlagCollector;
import java.util.List;

/**
 * Joins the results of several readings of one message.
 *
 * <p>A sign that any reading mentions or doubts counts; everything else is taken from the first
 * reading that was understood.
 */
final class NluResultUnion {

  private final List<String> order;

  /**
   * Creates a union.
   *
   * @param order the facts, most urgent first
   */
  NluResultUnion(List<String> order) {
    this.order = order;
  }

  /** Returns the union of these results, of which the likeliest reading comes first. */
  NluResult of(List<NluResult> readings) {
    NluResult base =
        readings.stream().filter(NluResult::understood).findFirst().orElse(readings.getFirst());
    RedFlagCollector union = new RedFlagCollector(order);
    base.mentions().forEach(mention -> union.add(mention.fact(), mention.answer()));
    readings.forEach(result -> add(result, union));
    RedFlagDetector.Detected all = union.result();
    return new NluResult(
        all.mentions(), all.doubts(), all.someoneElse(), base.reply(), base.topics(), base.verb());
  }

  private static void add(NluResult result, RedFlagCollector union) {
    result.mentions().stream()
        .filter(mention -> Answer.MAY_BE.contains(mention.answer()))
        .forEach(mention -> union.add(mention.fact(), mention.answer()));
    result.doubts().forEach(union::addDoubt);
    result.someoneElse().ifPresent(union::addSomeoneElse);
  }
}
