package backtalk.dialogue;

import backtalk.conversation.State;
import java.util.Optional;

/**
 * Identifies the open question, so that buttons of earlier questions can be told apart.
 *
 * @param nonce identifies the dialogue; it differs after a new start
 * @param step counts the questions of the dialogue
 * @param pending a confirmation that is asked first
 * @param each id of the state whose facts are asked one by one
 * @param fingerprint identifies the position after the last turn; "" when unknown
 */
public record OpenQuestion(
    String nonce,
    int step,
    Optional<Confirmation> pending,
    Optional<String> each,
    String fingerprint) {

  public OpenQuestion with(Optional<Confirmation> other) {
    return new OpenQuestion(nonce, step, other, each, fingerprint);
  }

  public OpenQuestion askingEach(Optional<String> state) {
    return new OpenQuestion(nonce, step, pending, state, fingerprint);
  }

  public boolean asksEach(State state) {
    return each.equals(Optional.of(state.id()));
  }

  OpenQuestion next() {
    return new OpenQuestion(nonce, step + 1, pending, each, fingerprint);
  }

  OpenQuestion withFingerprint(String other) {
    return new OpenQuestion(nonce, step, pending, each, other);
  }
}
