package backtalk.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.dialogue.ports.ReplicaRegistry;
import backtalk.dialogue.ports.ReplicaRegistry.Lease;
import java.time.Duration;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Checks two replicas on one registry, each with a settable clock. */
class LeaderElectionTest {

  private final InMemoryReplicaRegistry registry = new InMemoryReplicaRegistry();
  private final SettableClock annsClock = new SettableClock(1_000);
  private final SettableClock bensClock = new SettableClock(9_000_000_000_000L);
  private final LeaderElection ann = replica("ann", annsClock);
  private final LeaderElection ben = replica("ben", bensClock);

  private static final class SettableClock {
    private long nanos;

    SettableClock(long nanos) {
      this.nanos = nanos;
    }
  }

  private LeaderElection replica(String name, SettableClock clock) {
    Set<ReplicaRole> all = EnumSet.allOf(ReplicaRole.class);
    return new LeaderElection(registry.as(name), all, () -> clock.nanos);
  }

  private void advance(Duration time) {
    annsClock.nanos += time.toNanos();
    bensClock.nanos += time.toNanos();
  }

  @Test
  void theFirstReplicaHasEveryRoleAndTheSecondIsAlive() {
    ann.round();
    ben.round();

    assertThat(ann.aliveSince()).isPresent();
    assertThat(ben.aliveSince()).isPresent();
    assertThat(ReplicaRole.values()).allMatch(ann::has).noneMatch(ben::has);
  }

  @Test
  void aReplicaThatRenewsKeepsItsRoles() {
    for (int halfSeconds = 0; halfSeconds < 20; halfSeconds++) {
      ann.round();
      ben.round();
      advance(Duration.ofMillis(500));

      assertThat(ReplicaRole.values()).allMatch(ann::has).noneMatch(ben::has);
    }
  }

  @Test
  void aSlowAnswerMakesNoReplicaLookFailed() {
    ann.round();
    ben.round();
    registry.duringNextRead(() -> bensClock.nanos += Duration.ofSeconds(4).toNanos());
    ann.round();

    ben.round();
    ben.round();

    assertThat(ReplicaRole.values()).noneMatch(ben::has);
  }

  @Test
  void theRolesOfAFailedReplicaAreTakenOverAndItIsEvicted() {
    ann.round();
    ben.round();

    runRounds(ben, Duration.ofMillis(2_900));
    assertThat(ReplicaRole.values()).noneMatch(ben::has);

    runRounds(ben, Duration.ofMillis(200));
    assertThat(ReplicaRole.values()).allMatch(ben::has);
    assertThat(registry.as("x").leases())
        .extracting(Lease::name)
        .doesNotContain(ReplicaRegistry.alive("ann"));
  }

  @Test
  void noRoleIsEverHeldTwice() {
    ann.round();
    for (int steps = 0; steps < 80; steps++) {
      runRounds(ben, Duration.ofMillis(100));

      assertThat(ann.has(ReplicaRole.POLLER) && ben.has(ReplicaRole.POLLER)).isFalse();
    }
    assertThat(ben.has(ReplicaRole.POLLER)).isTrue();
  }

  @Test
  void aPausedReplicaDistrustsItsLeasesBeforeTheNextRound() {
    ann.round();
    ben.round();

    runRounds(ben, Duration.ofSeconds(4));

    assertThat(ann.aliveSince()).isEmpty();
    assertThat(ReplicaRole.values()).noneMatch(ann::has);
    ann.round();
    assertThat(ann.aliveSince()).as("it is alive again").isPresent();
    assertThat(ReplicaRole.values()).noneMatch(ann::has).allMatch(ben::has);
  }

  @Test
  void aReplicaThatWasEvictedMeanwhileIsAliveSinceLater() {
    ann.round();
    ben.round();
    OptionalLong first = ann.aliveSince();
    runRounds(ann, Duration.ofSeconds(2));
    assertThat(ann.aliveSince()).as("it has renewed its lease").isEqualTo(first);

    runRounds(ben, Duration.ofSeconds(4));
    ann.round();

    assertThat(ann.aliveSince()).isPresent().isNotEqualTo(first);
  }

  @Test
  void aClockJumpDoesNotExpireARenewedLease() {
    ann.round();
    ben.round();
    bensClock.nanos += Duration.ofHours(1).toNanos();

    ann.round();
    ben.round();

    assertThat(ReplicaRole.values())
        .as("ann has renewed its leases")
        .allMatch(ann::has)
        .noneMatch(ben::has);
  }

  @Test
  void noRoleIsHeldWhileTheDatabaseFailsAndRolesReturnAfterwards() {
    ann.round();
    ben.round();
    registry.fails(true);

    runRounds(ann, Duration.ofSeconds(30));
    runRounds(ben, Duration.ofSeconds(1));
    assertThat(ann.aliveSince()).isEmpty();
    assertThat(ReplicaRole.values()).noneMatch(ann::has).noneMatch(ben::has);

    registry.fails(false);
    ann.round();
    ben.round();
    assertThat(ReplicaRole.values()).allMatch(ann::has).noneMatch(ben::has);
  }

  @Test
  void aReplicaThatStopsReleasesItsRoles() {
    ann.round();
    ben.round();

    ann.close();
    ben.round();

    assertThat(ReplicaRole.values()).noneMatch(ann::has).allMatch(ben::has);
  }

  /** Advances the time while one replica runs its rounds. */
  private void runRounds(LeaderElection replica, Duration time) {
    for (long millis = 0; millis < time.toMillis(); millis += 100) {
      advance(Duration.ofMillis(100));
      replica.round();
    }
  }
}
