package backtalk.library;

import backtalk.conversation.Walk;
import java.util.stream.Stream;

/** Where in its files each part of a conversation stands. */
public final class Locations {
  private final Trees trees;

  Locations(Trees trees) {
    this.trees = trees;
  }

  /** Where a state stands. */
  public Spot state(String id) {
    return trees.spot(Trees.CONVERSATION, "states", id);
  }

  /** Where a transition stands; of a state that names one place only, its {@code then}. */
  public Spot way(Walk.Way way) {
    String index = String.valueOf(way.index());
    return way.from().equals(Walk.Way.ANYWHERE)
        ? trees.spot(Trees.CONVERSATION, Walk.Way.ANYWHERE, index)
        : trees.find(Trees.CONVERSATION, "states", way.from(), "then").orElse(null)
                instanceof Node.Items
            ? trees.spot(Trees.CONVERSATION, "states", way.from(), "then", index)
            : trees.spot(Trees.CONVERSATION, "states", way.from(), "then");
  }

  /** Where a state lists a fact that it asks. */
  public Spot option(String state, String fact) {
    for (String key : new String[] {"any-of", "one-of"}) {
      if (trees.find(Trees.CONVERSATION, "states", state, key).orElse(null)
          instanceof Node.Items items) {
        return items
            .scalars()
            .filter(item -> item.text().equals(fact))
            .findFirst()
            .map(Node.Scalar::at)
            .orElseGet(items::at);
      }
    }
    return state(state);
  }

  /** Where a state words the answer that none of its facts is so; else where it lists them. */
  public Spot none(String state) {
    return Stream.of("none", "one-of", "any-of")
        .filter(key -> trees.find(Trees.CONVERSATION, "states", state, key).isPresent())
        .findFirst()
        .map(key -> trees.spot(Trees.CONVERSATION, "states", state, key))
        .orElseGet(() -> state(state));
  }

  /** Where a fact stands. */
  public Spot fact(String id) {
    return trees.spot(Trees.FACTS, id);
  }

  /** Where an outcome stands. */
  public Spot outcome(String id) {
    return trees.spot(Trees.OUTCOMES, id);
  }

  /** Where a line of an outcome's card stands; {@code key} as in the file. */
  public Spot line(String outcome, String key, int index) {
    return trees.find(Trees.OUTCOMES, outcome, key).orElse(null) instanceof Node.Items
        ? trees.spot(Trees.OUTCOMES, outcome, key, String.valueOf(index))
        : trees.spot(Trees.OUTCOMES, outcome, key);
  }

  /** Where a topic stands. */
  public Spot topic(String id) {
    return trees.spot(Trees.TOPICS, id);
  }

  /** The file that says what is asked in which order. */
  public Spot whole() {
    return new Spot(Trees.CONVERSATION, 1);
  }
}
