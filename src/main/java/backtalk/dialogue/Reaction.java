package backtalk.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an input changed and what is to be said of it.
 *
 * @param did what was done besides telling facts, for the turn's gist
 * @param topics topics answered or offered
 * @param quote the person's own words, to be asked back with the pending question
 * @param toast what the tapped button says of itself; the tap then changed nothing
 * @param quiet nothing is to be said, not even the open question again
 */
record Reaction(
    Dialogue dialogue,
    List<Saying> sayings,
    List<Action> did,
    List<String> topics,
    Optional<String> quote,
    Optional<String> toast,
    boolean quiet,
    boolean forget) {

  static Reaction of(Dialogue dialogue) {
    return new Reaction(
        dialogue,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        false,
        false);
  }

  Reaction to(Dialogue other) {
    return new Reaction(other, sayings, did, topics, quote, toast, quiet, forget);
  }

  Reaction saying(Saying saying) {
    return new Reaction(dialogue, added(sayings, saying), did, topics, quote, toast, quiet, forget);
  }

  /** Said before all else. */
  Reaction opening(Saying saying) {
    List<Saying> all = new ArrayList<>(List.of(saying));
    all.addAll(sayings);
    return new Reaction(dialogue, all, did, topics, quote, toast, quiet, forget);
  }

  Reaction doing(Action action) {
    return new Reaction(dialogue, sayings, added(did, action), topics, quote, toast, quiet, forget);
  }

  Reaction about(String topic) {
    return new Reaction(dialogue, sayings, did, added(topics, topic), quote, toast, quiet, forget);
  }

  Reaction quoting(String words) {
    return new Reaction(dialogue, sayings, did, topics, Optional.of(words), toast, quiet, forget);
  }

  Reaction toasting(String words) {
    return new Reaction(dialogue, sayings, did, topics, quote, Optional.of(words), quiet, forget);
  }

  Reaction quietly() {
    return new Reaction(dialogue, sayings, did, topics, quote, toast, true, forget);
  }

  Reaction forgetting() {
    return new Reaction(dialogue, sayings, did, topics, quote, toast, quiet, true);
  }

  private static <T> List<T> added(List<T> list, T one) {
    List<T> all = new ArrayList<>(list);
    all.add(one);
    return List.copyOf(all);
  }
}
