package backtalk.proof;

import java.math.BigInteger;
import java.util.List;

/** What became of the promises of a conversation. */
public sealed interface Proof {

  /** Every promise holds for everybody. */
  record Holds(Extent extent) implements Proof {}

  /** Some do not: all of them, each with the shortest chat that shows it; never empty. */
  record Broken(Extent extent, List<BrokenPromise> promises) implements Proof {
    public Broken {
      promises = List.copyOf(promises);
    }
  }

  /** There are too many dialogues to look at: nothing is known of any promise. */
  record TooLarge(String why) implements Proof {}

  /**
   * How much was looked at.
   *
   * @param facts how many a person can tell
   * @param assignments of consistent answers to them
   * @param classes in which these were settled, with a check begun or not
   */
  record Extent(int facts, BigInteger assignments, int classes) {}

  /**
   * A promise that does not hold.
   *
   * @param part where in the conversation
   * @param what what is wrong, a sentence
   * @param fix what to do about it, a sentence
   * @param chat the inputs of the shortest chat that shows it; none where nobody can ever see it
   * @param ends the word of the place that this chat ends in
   */
  record BrokenPromise(
      Promise promise,
      ViolationLocation part,
      String what,
      String fix,
      List<String> chat,
      String ends) {
    public BrokenPromise {
      chat = List.copyOf(chat);
    }
  }
}
