package backtalk.cluster;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.dialogue.ports.ReplicaRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Leases in memory, as several replicas see them; each looks through its own {@link Seat}. */
final class Register {

  private final Map<String, ReplicaRegistry.Lease> leases = new TreeMap<>();
  private boolean failing;
  private Runnable meanwhile = () -> {};

  void fails(boolean now) {
    failing = now;
  }

  /** Something happens while the next question is answered. */
  void meanwhile(Runnable happening) {
    meanwhile = happening;
  }

  Seat seat(String self) {
    return new Seat(self);
  }

  /** One replica's sight of them. */
  final class Seat implements ReplicaRegistry {

    private final String self;

    private Seat(String self) {
      this.self = self;
    }

    @Override
    public String self() {
      return self;
    }

    @Override
    public List<Lease> leases() {
      work();
      List<Lease> answer = List.copyOf(leases.values());
      Runnable happening = meanwhile;
      meanwhile = () -> {};
      happening.run();
      return answer;
    }

    @Override
    public Optional<Lease> take(String name) {
      work();
      return leases.containsKey(name) ? Optional.empty() : put(new Lease(name, self, 0));
    }

    @Override
    public Optional<Lease> take(Lease seen) {
      work();
      return seen.equals(leases.get(seen.name()))
          ? put(new Lease(seen.name(), self, seen.beat() + 1))
          : Optional.empty();
    }

    @Override
    public boolean drop(Lease seen) {
      work();
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

    @Override
    public boolean hasPendingFromOthers(ChatId chat) {
      return false;
    }

    private Optional<Lease> put(Lease lease) {
      leases.put(lease.name(), lease);
      return Optional.of(lease);
    }

    private void work() {
      if (failing) {
        throw new IllegalStateException("the database does not answer");
      }
    }
  }
}
