package backtalk.telegram;

import backtalk.dialogue.ports.ReplicaRegistry;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Tells which work falls to this replica at the moment.
 *
 * @param isAlive true while other replicas leave it the messages that it has to send
 * @param polls true while this replica polls for updates
 * @param sweeps true while this replica recovers the messages of failed replicas
 * @param others the registry of the replicas; empty if there is only one
 */
public record ReplicaDuties(
    BooleanSupplier isAlive,
    BooleanSupplier polls,
    BooleanSupplier sweeps,
    Optional<ReplicaRegistry> others) {

  /** Returns the duties of a replica that runs alone: all of them. */
  public static ReplicaDuties alone() {
    return new ReplicaDuties(() -> true, () -> true, () -> true, Optional.empty());
  }
}
