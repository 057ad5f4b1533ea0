package backtalk.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.dialogue.ports.ReplicaRegistry;
import backtalk.dialogue.ports.ReplicaRegistry.Lease;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two replicas on one register, each with a watch of its own that the test moves. */
class LeaderElectionTest {

  private final Register register = new Register();
  private final Watch annsWatch = new Watch(1_000);
  private final Watch bensWatch = new Watch(9_000_000_000_000L);
  private final LeaderElection ann = replica("ann", annsWatch);
  private final LeaderElection ben = replica("ben", bensWatch);

  private static final class Watch {
    private long nanos;

    Watch(long nanos) {
      this.nanos = nanos;
    }
  }

  private LeaderElection replica(String name, Watch watch) {
    Set<ReplicaRole> all = EnumSet.allOf(ReplicaRole.class);
    return new LeaderElection(register.seat(name), all, () -> watch.nanos);
  }

  private void pass(Duration time) {
    annsWatch.nanos += time.toNanos();
    bensWatch.nanos += time.toNanos();
  }

  @Test
  void theFirstHasEveryRoleAndTheSecondIsAliveBesideIt() {
    ann.round();
    ben.round();

    assertThat(ann.isAlive()).isTrue();
    assertThat(ben.isAlive()).isTrue();
    assertThat(ReplicaRole.values()).allMatch(ann::has).noneMatch(ben::has);
  }

  @Test
  void whoeverGoesOnKeepsItsRoles() {
    for (int halfSeconds = 0; halfSeconds < 20; halfSeconds++) {
      ann.round();
      ben.round();
      pass(Duration.ofMillis(500));

      assertThat(ReplicaRole.values()).allMatch(ann::has).noneMatch(ben::has);
    }
  }

  @Test
  void aSlowAnswerMakesNobodyLookDead() {
    ann.round();
    ben.round();
    register.meanwhile(() -> bensWatch.nanos += Duration.ofSeconds(4).toNanos());
    ann.round();

    ben.round();
    ben.round();

    assertThat(ReplicaRole.values()).noneMatch(ben::has);
  }

  @Test
  void theRolesOfTheDeadAreTakenOverAndTheDeadIsForgotten() {
    ann.round();
    ben.round();

    lives(ben, Duration.ofMillis(2_900));
    assertThat(ReplicaRole.values()).noneMatch(ben::has);

    lives(ben, Duration.ofMillis(200));
    assertThat(ReplicaRole.values()).allMatch(ben::has);
    assertThat(register.seat("x").leases())
        .extracting(Lease::name)
        .doesNotContain(ReplicaRegistry.alive("ann"));
  }

  @Test
  void atNoTimeDoTwoHaveARole() {
    ann.round();
    for (int steps = 0; steps < 80; steps++) {
      lives(ben, Duration.ofMillis(100));

      assertThat(ann.has(ReplicaRole.POLLER) && ben.has(ReplicaRole.POLLER)).isFalse();
    }
    assertThat(ben.has(ReplicaRole.POLLER)).isTrue();
  }

  @Test
  void whoeverWasStoppedForLongKnowsItBeforeItAsks() {
    ann.round();
    ben.round();

    lives(ben, Duration.ofSeconds(4));

    assertThat(ann.isAlive()).isFalse();
    assertThat(ReplicaRole.values()).noneMatch(ann::has);
    ann.round();
    assertThat(ann.isAlive()).as("it counts as alive again").isTrue();
    assertThat(ReplicaRole.values()).noneMatch(ann::has).allMatch(ben::has);
  }

  @Test
  void aWatchThatStoodStillTrustsNoOldLook() {
    ann.round();
    ben.round();
    bensWatch.nanos += Duration.ofHours(1).toNanos();

    ann.round();
    ben.round();

    assertThat(ReplicaRole.values())
        .as("ann counted up meanwhile")
        .allMatch(ann::has)
        .noneMatch(ben::has);
  }

  @Test
  void whileTheDatabaseIsGoneNobodyHasAnythingAndAfterItTheSame() {
    ann.round();
    ben.round();
    register.fails(true);

    lives(ann, Duration.ofSeconds(30));
    lives(ben, Duration.ofSeconds(1));
    assertThat(ann.isAlive()).isFalse();
    assertThat(ReplicaRole.values()).noneMatch(ann::has).noneMatch(ben::has);

    register.fails(false);
    ann.round();
    ben.round();
    assertThat(ReplicaRole.values()).allMatch(ann::has).noneMatch(ben::has);
  }

  @Test
  void whoeverGoesGivesItsRolesUpAtOnce() {
    ann.round();
    ben.round();

    ann.close();
    ben.round();

    assertThat(ReplicaRole.values()).noneMatch(ann::has).allMatch(ben::has);
  }

  /** Time passes, in which this one makes its rounds. */
  private void lives(LeaderElection replica, Duration time) {
    for (long millis = 0; millis < time.toMillis(); millis += 100) {
      pass(Duration.ofMillis(100));
      replica.round();
    }
  }
}
