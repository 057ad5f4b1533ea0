package backtalk.cluster;

import backtalk.dialogue.ports.ReplicaRegistry;
import backtalk.dialogue.ports.ReplicaRegistry.Lease;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this replica may do at this moment. It counts its leases up twice a second; one that stands
 * still for three seconds is taken over by another replica; and this one trusts its own for two
 * seconds after it last counted them up, so that it has stopped before another begins.
 */
public final class LeaderElection implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LeaderElection.class);
  private static final long ROUND_MILLIS = 500;
  private static final long TRUSTED_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long DEAD_NANOS = TimeUnit.SECONDS.toNanos(3);
  private static final String ALIVE = ReplicaRegistry.alive("");

  private final ReplicaRegistry replicaRegistry;
  private final Set<ReplicaRole> wanted;
  private final LongSupplier watch;
  private final FailureDetector failureDetector = new FailureDetector();
  private final Map<String, Held> held = new ConcurrentHashMap<>();
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("leases").factory());

  /** A lease of this replica, and when it was about to be counted up. */
  private record Held(Lease lease, long at) {}

  /** Wants these roles; holds nothing yet. */
  public LeaderElection(ReplicaRegistry replicaRegistry, Set<ReplicaRole> wanted) {
    this(replicaRegistry, wanted, System::nanoTime);
  }

  /** The same, with a watch in nanoseconds that only goes on. */
  LeaderElection(ReplicaRegistry replicaRegistry, Set<ReplicaRole> wanted, LongSupplier watch) {
    this.replicaRegistry = replicaRegistry;
    this.wanted = Set.copyOf(wanted);
    this.watch = watch;
  }

  /** Begins, with the first round done when this comes back. */
  public void start() {
    round();
    var unused =
        rounds.scheduleAtFixedRate(this::round, ROUND_MILLIS, ROUND_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Whether others know that this replica lives, and leave it what it has to send. */
  public boolean isAlive() {
    return holds(ReplicaRegistry.alive(replicaRegistry.self()));
  }

  /** Whether this replica has a role now. */
  public boolean has(ReplicaRole role) {
    return holds(role.lease());
  }

  private boolean holds(String name) {
    Held lease = held.get(name);
    return lease != null && watch.getAsLong() - lease.at() < TRUSTED_NANOS;
  }

  /** One look at all leases, and at what is to be done about them. */
  void round() {
    try {
      // Before the question: what this replica counts up after it is trusted from here on.
      long now = watch.getAsLong();
      List<Lease> all = replicaRegistry.leases();
      // After it: a slow answer must not make others look as if they had stood still meanwhile.
      failureDetector.look(all, watch.getAsLong());
      keep(ReplicaRegistry.alive(replicaRegistry.self()), now);
      wanted.forEach(role -> keep(role.lease(), now));
      if (has(ReplicaRole.SWEEPER)) {
        dead(now).forEach(this::evict);
      }
    } catch (RuntimeException storeFails) {
      LOG.warn("leases cannot be looked at now: {}", storeFails.getMessage());
    }
  }

  private void keep(String name, long now) {
    Optional<Lease> seen = failureDetector.of(name);
    Optional<Lease> kept =
        seen.isEmpty()
            ? replicaRegistry.take(name)
            : seen.filter(lease -> isOwn(lease) || isStill(lease, now))
                .flatMap(replicaRegistry::take);
    boolean before = held.containsKey(name);
    kept.ifPresentOrElse(lease -> held.put(name, new Held(lease, now)), () -> held.remove(name));
    if (before != kept.isPresent()) {
      LOG.info("this replica {} '{}'", before ? "lost" : "has", role(name));
    }
  }

  private boolean isOwn(Lease lease) {
    return lease.holder().equals(replicaRegistry.self());
  }

  private boolean isStill(Lease lease, long now) {
    return failureDetector.still(now, DEAD_NANOS).contains(lease);
  }

  private List<Lease> dead(long now) {
    return failureDetector.still(now, DEAD_NANOS).stream()
        .filter(lease -> lease.name().startsWith(ALIVE) && !isOwn(lease))
        .toList();
  }

  private void evict(Lease dead) {
    if (replicaRegistry.drop(dead)) {
      LOG.warn("a replica gave no sign for {} s: what it left is taken over", 3);
    }
  }

  private static String role(String name) {
    return name.startsWith(ALIVE) ? "alive" : name;
  }

  /** Gives up what it holds, so that others need not wait. */
  @Override
  public void close() {
    rounds.shutdownNow();
    try {
      if (!rounds.awaitTermination(1, TimeUnit.SECONDS)) {
        LOG.info("leases are left to run out");
        return;
      }
      held.values().forEach(lease -> replicaRegistry.drop(lease.lease()));
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException storeFails) {
      LOG.info("leases are left to run out: {}", storeFails.getMessage());
    }
    held.clear();
  }
}
