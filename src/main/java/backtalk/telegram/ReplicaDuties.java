package backtalk.telegram;

import backtalk.dialogue.ports.ReplicaRegistry;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Tells which work falls to this replica at the moment.
 *
 * @param aliveSince the time since which other replicas leave it the messages that it has to send;
 *     empty while they may take them over
 * @param polls true while this replica polls for updates
 * @param sweeps true while this replica recovers the messages of failed replicas
 * @param others the registry of the replicas; empty if there is only one
 */
public record ReplicaDuties(
    Supplier<OptionalLong> aliveSince,
    BooleanSupplier polls,
    BooleanSupplier sweeps,
    Optional<ReplicaRegistry> others) {

  /** Returns the duties of a replica that runs alone: all of them. */
  public static ReplicaDuties alone() {
    return new ReplicaDuties(() -> OptionalLong.of(0), () -> true, () -> true, Optional.empty());
  }

  /** Returns true while other replicas leave it the messages that it has to send. */
  public boolean isAlive() {
    return aliveSince.get().isPresent();
  }

  /**
   * Returns a sleeper that also refuses a wait during which others may have taken over its
   * messages, for instance of a process that was frozen.
   */
  Sleeper whileAlive(Sleeper sleeper) {
    return length -> {
      OptionalLong before = aliveSince.get();
      return sleeper.pause(length) && before.isPresent() && before.equals(aliveSince.get());
    };
  }
}
