package backtalk.telegram;

import backtalk.dialogue.ports.ReplicaRegistry;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What this replica may do at the moment, where several share the work.
 *
 * @param isAlive whether others leave it what it has to send
 * @param polls whether it is the one that asks for updates
 * @param sweeps whether it is the one that sees to what dead replicas left
 * @param others what is known of the others; empty where there can be none
 */
public record ReplicaDuties(
    BooleanSupplier isAlive,
    BooleanSupplier polls,
    BooleanSupplier sweeps,
    Optional<ReplicaRegistry> others) {

  /** All duties, of one that is alone. */
  public static ReplicaDuties alone() {
    return new ReplicaDuties(() -> true, () -> true, () -> true, Optional.empty());
  }
}
