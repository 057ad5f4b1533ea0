package backtalk.proof;

import backtalk.conversation.ConversationPart;
import java.math.BigInteger;
import java.util.List;

/** Holds the result of proving the promises of a conversation. */
public sealed interface Proof {

  /** Every promise holds in every dialogue. */
  record Holds(Extent extent) implements Proof {}

  /**
   * Some promises are broken: all of them, each with the shortest chat that shows it; never empty.
   */
  record Broken(Extent extent, List<BrokenPromise> promises) implements Proof {
    public Broken {
      promises = List.copyOf(promises);
    }
  }

  /** The conversation has too many dialogues to explore, so no promise is decided. */
  record TooLarge(String why) implements Proof {}

  /**
   * Describes the size of the explored space.
   *
   * @param facts number of facts that a person can answer
   * @param assignments number of consistent assignments of values to them
   * @param classes number of classes of assignments, with a check begun or not
   */
  record Extent(int facts, BigInteger assignments, int classes) {}

  /**
   * Describes a promise that does not hold.
   *
   * @param location part of the conversation that breaks it
   * @param what sentence that states the violation
   * @param fix sentence that states the fix
   * @param chat inputs of the shortest chat that shows it; empty when no dialogue can show it
   * @param ends word of the position in which that chat ends
   */
  record BrokenPromise(
      Promise promise,
      ConversationPart location,
      String what,
      String fix,
      List<String> chat,
      String ends) {
    public BrokenPromise {
      chat = List.copyOf(chat);
    }
  }
}
