package backtalk.cluster;

import backtalk.dialogue.ports.ReplicaRegistry;
import backtalk.dialogue.ports.ReplicaRegistry.Lease;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Elects which replica has each role, by leases in the shared database. Each replica renews its
 * leases twice a second. A lease unchanged for three seconds is taken over by another replica. A
 * replica trusts its own lease for only two seconds after the last renewal, so that it has stopped
 * before another starts.
 */
public final class LeaderElection implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LeaderElection.class);
  private static final long ROUND_MILLIS = 500;
  private static final long TRUSTED_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long EXPIRED_NANOS = TimeUnit.SECONDS.toNanos(3);
  private static final String ALIVE_PREFIX = ReplicaRegistry.alive("");

  private final ReplicaRegistry replicaRegistry;
  private final Set<ReplicaRole> wanted;
  private final LongSupplier clock;
  private final FailureDetector failureDetector = new FailureDetector();
  private final Map<String, Held> held = new ConcurrentHashMap<>();
  private final ScheduledExecutorService scheduler =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("leases").factory());

  /**
   * Holds a lease of this replica.
   *
   * @param renewedAt the monotonic time just before its renewal
   * @param since the monotonic time from which nobody has dropped or taken it
   */
  private record Held(Lease lease, long renewedAt, long since) {}

  /** Creates the election for these roles; no lease is taken before {@link #start}. */
  public LeaderElection(ReplicaRegistry replicaRegistry, Set<ReplicaRole> wanted) {
    this(replicaRegistry, wanted, System::nanoTime);
  }

  /** Creates the election with a monotonic clock in nanoseconds. */
  LeaderElection(ReplicaRegistry replicaRegistry, Set<ReplicaRole> wanted, LongSupplier clock) {
    this.replicaRegistry = replicaRegistry;
    this.wanted = Set.copyOf(wanted);
    this.clock = clock;
  }

  /** Runs the first round and schedules the others. */
  public void start() {
    round();
    var unused =
        scheduler.scheduleAtFixedRate(
            this::round, ROUND_MILLIS, ROUND_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Returns the monotonic time since which other replicas consider this one alive and leave its
   * outbox alone; empty while they may take it over.
   */
  public OptionalLong aliveSince() {
    String name = ReplicaRegistry.alive(replicaRegistry.self());
    Held lease = held.get(name);
    return lease != null && isHeld(name) ? OptionalLong.of(lease.since()) : OptionalLong.empty();
  }

  public boolean has(ReplicaRole role) {
    return isHeld(role.lease());
  }

  private boolean isHeld(String name) {
    Held lease = held.get(name);
    return lease != null && clock.getAsLong() - lease.renewedAt() < TRUSTED_NANOS;
  }

  /** Runs one round: renews or takes leases and evicts failed replicas. */
  void round() {
    try {
      // Taken before the read: trust in a renewed lease counts from here.
      long now = clock.getAsLong();
      List<Lease> all = replicaRegistry.leases();
      // Taken after the read: a slow answer must not make other leases look unchanged for longer.
      failureDetector.observe(all, clock.getAsLong());
      renew(ReplicaRegistry.alive(replicaRegistry.self()), now);
      wanted.forEach(role -> renew(role.lease(), now));
      if (has(ReplicaRole.SWEEPER)) {
        failed(now).forEach(this::evict);
      }
    } catch (RuntimeException storeFails) {
      LOG.warn("leases cannot be renewed now: {}", storeFails.getMessage());
    }
  }

  private void renew(String name, long now) {
    Optional<Lease> seen = failureDetector.find(name);
    Optional<Lease> kept =
        seen.isEmpty()
            ? replicaRegistry.take(name)
            : seen.filter(lease -> isOwn(lease) || isExpired(lease, now))
                .flatMap(replicaRegistry::take);
    Held before = held.get(name);
    long since = before != null && seen.filter(this::isOwn).isPresent() ? before.since() : now;
    kept.ifPresentOrElse(
        lease -> held.put(name, new Held(lease, now, since)), () -> held.remove(name));
    if ((before != null) != kept.isPresent()) {
      LOG.info("this replica {} '{}'", before != null ? "lost" : "has", role(name));
    }
  }

  private boolean isOwn(Lease lease) {
    return lease.holder().equals(replicaRegistry.self());
  }

  private boolean isExpired(Lease lease, long now) {
    return failureDetector.unchangedFor(now, EXPIRED_NANOS).contains(lease);
  }

  private List<Lease> failed(long now) {
    return failureDetector.unchangedFor(now, EXPIRED_NANOS).stream()
        .filter(lease -> lease.name().startsWith(ALIVE_PREFIX) && !isOwn(lease))
        .toList();
  }

  private void evict(Lease failed) {
    if (replicaRegistry.drop(failed)) {
      LOG.warn("a replica has not renewed its lease for {} s; its outbox is taken over", 3);
    }
  }

  private static String role(String name) {
    return name.startsWith(ALIVE_PREFIX) ? "alive" : name;
  }

  /** Releases the leases so that other replicas need not wait. */
  @Override
  public void close() {
    scheduler.shutdownNow();
    try {
      if (!scheduler.awaitTermination(1, TimeUnit.SECONDS)) {
        LOG.info("leases are left to expire");
        return;
      }
      held.values().forEach(lease -> replicaRegistry.drop(lease.lease()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException storeFails) {
      LOG.info("leases are left to expire: {}", storeFails.getMessage());
    }
    held.clear();
  }
}
