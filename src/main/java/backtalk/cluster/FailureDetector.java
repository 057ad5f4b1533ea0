package backtalk.cluster;

import backtalk.dialogue.ports.ReplicaRegistry.Lease;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The leases as they were seen, and since when each has stood still on this replica's own watch:
 * the clocks of replicas differ, and are set back and forth.
 */
final class FailureDetector {

  private record Sighting(Lease lease, long since) {}

  private Map<String, Sighting> seen = Map.of();

  /** Looks at all leases at a time, in nanoseconds of a watch that only goes on. */
  void look(List<Lease> leases, long now) {
    Map<String, Sighting> next = new HashMap<>();
    for (Lease lease : leases) {
      Sighting before = seen.get(lease.name());
      boolean still = before != null && before.lease().equals(lease);
      next.put(lease.name(), still ? before : new Sighting(lease, now));
    }
    seen = next;
  }

  Optional<Lease> of(String name) {
    return Optional.ofNullable(seen.get(name)).map(Sighting::lease);
  }

  /** Every lease that has stood still for so long. */
  List<Lease> still(long now, long nanos) {
    return seen.values().stream()
        .filter(sighting -> now - sighting.since() >= nanos)
        .map(Sighting::lease)
        .toList();
  }
}
