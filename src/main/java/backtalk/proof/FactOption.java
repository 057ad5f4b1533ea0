package backtalk.proof;

import backtalk.conversation.Answer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Enumerates the values of a fact: an answer, or unknown. A set of values is an {@code int} of
 * bits.
 */
enum FactOption {
  YES(1),
  NO(2),
  UNSURE(4),
  SKIPPED(8),
  UNKNOWN(16);

  static final int NONE = 0;
  static final int ANY = set(values());

  private final int bit;

  FactOption(int bit) {
    this.bit = bit;
  }

  int bit() {
    return bit;
  }

  boolean in(int set) {
    return (set & bit) != 0;
  }

  static int set(FactOption... values) {
    return Arrays.stream(values).mapToInt(FactOption::bit).reduce(NONE, (a, b) -> a | b);
  }

  static int set(Set<Answer> answers) {
    int set = NONE;
    for (Answer answer : answers) {
      set |= of(answer).bit();
    }
    return set;
  }

  static FactOption of(Answer answer) {
    return switch (answer) {
      case YES -> YES;
      case NO -> NO;
      case UNSURE -> UNSURE;
      case SKIPPED -> SKIPPED;
    };
  }

  /** Returns the answer; empty for an unknown fact. */
  Optional<Answer> answer() {
    return Arrays.stream(Answer.values()).filter(answer -> of(answer) == this).findFirst();
  }
}
