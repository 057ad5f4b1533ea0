package backtalk.dialogue;

import java.util.Optional;

/**
 * Which question is open, as buttons must know it.
 *
 * @param nonce stands for this dialogue: a button of another one, or of one begun anew, differs
 * @param step counts the questions: a button of an earlier one differs
 * @param pending a small question that stands first
 * @param each the state whose facts are asked one by one
 */
public record Asked(String nonce, int step, Optional<Pending> pending, Optional<String> each) {

  Asked with(Optional<Pending> other) {
    return new Asked(nonce, step, other, each);
  }

  Asked one(Optional<String> state) {
    return new Asked(nonce, step, pending, state);
  }

  Asked next() {
    return new Asked(nonce, step + 1, pending, each);
  }
}
