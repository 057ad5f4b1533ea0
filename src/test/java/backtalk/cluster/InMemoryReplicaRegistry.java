package backtalk.cluster;

import backtalk.dialogue.ports.OutboxMessage;
import backtalk.dialogue.ports.ReplicaRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Stores leases in memory; each replica uses its own {@link View}. */
final class InMemoryReplicaRegistry {

  private final Map<String, ReplicaRegistry.Lease> leases = new TreeMap<>();
  private boolean failing;
  private Runnable duringNextRead = () -> {};

  void fails(boolean now) {
    failing = now;
  }

  /** Runs {@code action} during the next read. */
  void duringNextRead(Runnable action) {
    duringNextRead = action;
  }

  View as(String self) {
    return new View(self);
  }

  /** Gives one replica access to the leases. */
  final class View implements ReplicaRegistry {

    private final String self;

    private View(String self) {
      this.self = self;
    }

    @Override
    public String self() {
      return self;
    }

    @Override
    public List<Lease> leases() {
      failIfBroken();
      List<Lease> answer = List.copyOf(leases.values());
      Runnable action = duringNextRead;
      duringNextRead = () -> {};
      action.run();
      return answer;
    }

    @Override
    public Optional<Lease> take(String name) {
      failIfBroken();
      return leases.containsKey(name) ? Optional.empty() : put(new Lease(name, self, 0));
    }

    @Override
    public Optional<Lease> take(Lease seen) {
      failIfBroken();
      return seen.equals(leases.get(seen.name()))
          ? put(new Lease(seen.name(), self, seen.beat() + 1))
          : Optional.empty();
    }

    @Override
    public boolean drop(Lease seen) {
      failIfBroken();
      return leases.remove(seen.name(), seen);
    }

    @Override
    public int adopt() {
      return 0;
    }

    @Override
    public Place place(OutboxMessage message) {
      return Place.NEXT;
    }

    private Optional<Lease> put(Lease lease) {
      leases.put(lease.name(), lease);
      return Optional.of(lease);
    }

    private void failIfBroken() {
      if (failing) {
        throw new IllegalStateException("the database does not answer");
      }
    }
  }
}
