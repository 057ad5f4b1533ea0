package backtalk.cluster;

import backtalk.dialogue.ports.ReplicaRegistry.Lease;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Detects leases that their holders no longer renew. Time is measured on this replica's own
 * monotonic clock, because the wall clocks of replicas differ and jump.
 */
final class FailureDetector {

  private record Observation(Lease lease, long since) {}

  private Map<String, Observation> observations = Map.of();

  /**
   * Records the current leases.
   *
   * @param now monotonic time in nanoseconds
   */
  void observe(List<Lease> leases, long now) {
    Map<String, Observation> next = new HashMap<>();
    for (Lease lease : leases) {
      Observation before = observations.get(lease.name());
      boolean unchanged = before != null && before.lease().equals(lease);
      next.put(lease.name(), unchanged ? before : new Observation(lease, now));
    }
    observations = next;
  }

  Optional<Lease> find(String name) {
    return Optional.ofNullable(observations.get(name)).map(Observation::lease);
  }

  /** Returns the leases that have not changed for at least {@code nanos}. */
  List<Lease> unchangedFor(long now, long nanos) {
    return observations.values().stream()
        .filter(observation -> now - observation.since() >= nanos)
        .map(Observation::lease)
        .toList();
  }
}
