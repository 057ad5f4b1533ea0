package backtalk.dialogue;

import java.util.Optional;

/**
 * Which question is open, as buttons must know it.
 *
 * @param nonce stands for this dialogue: a button of another one, or of one begun anew, differs
 * @param step counts the questions: a button of an earlier one differs
 * @param pending a small question that stands first
 * @param each the state whose facts are asked one by one
 * @param place a print of the place that the person was left at; empty where none is known
 */
public record Asked(
    String nonce, int step, Optional<Pending> pending, Optional<String> each, String place) {

  Asked with(Optional<Pending> other) {
    return new Asked(nonce, step, other, each, place);
  }

  Asked one(Optional<String> state) {
    return new Asked(nonce, step, pending, state, place);
  }

  Asked next() {
    return new Asked(nonce, step + 1, pending, each, place);
  }

  Asked at(String print) {
    return new Asked(nonce, step, pending, each, print);
  }
}
