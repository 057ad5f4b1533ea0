package backtalk.understanding;

import backtalk.conversation.Answer;
import java.util.List;

/**
 * Joins what was heard in several readings of one message: whatever any of them tells or leaves in
 * doubt counts; all else is taken from the first that says something.
 */
final class HeardUnion {

  private final List<String> order;

  /**
   * A union of what is heard.
   *
   * @param order the facts, most urgent first
   */
  HeardUnion(List<String> order) {
    this.order = order;
  }

  /** The union; the likeliest reading comes first. */
  Heard of(List<Heard> readings) {
    Heard base =
        readings.stream().filter(Heard::understood).findFirst().orElse(readings.getFirst());
    Detection union = new Detection(order);
    base.tells().forEach(telling -> union.tell(telling.fact(), telling.answer()));
    readings.forEach(heard -> add(heard, union));
    RedFlagDetector.Detected all = union.done();
    return new Heard(
        all.tells(), all.doubts(), all.someoneElse(), base.reply(), base.topics(), base.verb());
  }

  private static void add(Heard heard, Detection union) {
    heard.tells().stream()
        .filter(telling -> Answer.MAY_BE.contains(telling.answer()))
        .forEach(telling -> union.tell(telling.fact(), telling.answer()));
    heard.doubts().forEach(union::doubt);
    heard.someoneElse().ifPresent(union::someone);
  }
}
