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
public record OpenQuestion(
    String nonce, int step, Optional<Confirmation> pending, Optional<String> each, String place) {

  public OpenQuestion with(Optional<Confirmation> other) {
    return new OpenQuestion(nonce, step, other, each, place);
  }

  public OpenQuestion askingEach(Optional<String> state) {
    return new OpenQuestion(nonce, step, pending, state, place);
  }

  OpenQuestion next() {
    return new OpenQuestion(nonce, step + 1, pending, each, place);
  }

  OpenQuestion withPlace(String fingerprint) {
    return new OpenQuestion(nonce, step, pending, each, fingerprint);
  }
}
