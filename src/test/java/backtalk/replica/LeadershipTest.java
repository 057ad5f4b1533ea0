package backtalk.replica;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.dialogue.Replicas;
import backtalk.dialogue.Replicas.Lease;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two replicas on one register, each with a watch of its own that the test moves. */
class LeadershipTest {

  private final Register register = new Register();
  private final Watch annsWatch = new Watch(1_000);
  private final Watch bensWatch = new Watch(9_000_000_000_000L);
  private final Leadership ann = replica("ann", annsWatch);
  private final Leadership ben = replica("ben", bensWatch);

  private static final class Watch {
    private long nanos;

    Watch(long nanos) {
      this.nanos = nanos;
    }
  }

  private Leadership replica(String name, Watch watch) {
    Set<Role> all = EnumSet.allOf(Role.class);
    return new Leadership(register.seat(name), all, () -> watch.nanos);
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
    assertThat(Role.values()).allMatch(ann::has).noneMatch(ben::has);
  }

  @Test
  void whoeverGoesOnKeepsItsRoles() {
    for (int halfSeconds = 0; halfSeconds < 20; halfSeconds++) {
      ann.round();
      ben.round();
      pass(Duration.ofMillis(500));

      assertThat(Role.values()).allMatch(ann::has).noneMatch(ben::has);
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

    assertThat(Role.values()).noneMatch(ben::has);
  }

  @Test
  void theRolesOfTheDeadAreTakenOverAndTheDeadIsForgotten() {
    ann.round();
    ben.round();

    lives(ben, Duration.ofMillis(2_900));
    assertThat(Role.values()).noneMatch(ben::has);

    lives(ben, Duration.ofMillis(200));
    assertThat(Role.values()).allMatch(ben::has);
    assertThat(register.seat("x").leases())
        .extracting(Lease::name)
        .doesNotContain(Replicas.alive("ann"));
  }

  @Test
  void atNoTimeDoTwoHaveARole() {
    ann.round();
    for (int steps = 0; steps < 80; steps++) {
      lives(ben, Duration.ofMillis(100));

      assertThat(ann.has(Role.POLLER) && ben.has(Role.POLLER)).isFalse();
    }
    assertThat(ben.has(Role.POLLER)).isTrue();
  }

  @Test
  void whoeverWasStoppedForLongKnowsItBeforeItAsks() {
    ann.round();
    ben.round();

    lives(ben, Duration.ofSeconds(4));

    assertThat(ann.isAlive()).isFalse();
    assertThat(Role.values()).noneMatch(ann::has);
    ann.round();
    assertThat(ann.isAlive()).as("it counts as alive again").isTrue();
    assertThat(Role.values()).noneMatch(ann::has).allMatch(ben::has);
  }

  @Test
  void aWatchThatStoodStillTrustsNoOldLook() {
    ann.round();
    ben.round();
    bensWatch.nanos += Duration.ofHours(1).toNanos();

    ann.round();
    ben.round();

    assertThat(Role.values()).as("ann counted up meanwhile").allMatch(ann::has).noneMatch(ben::has);
  }

  @Test
  void whileTheDatabaseIsGoneNobodyHasAnythingAndAfterItTheSame() {
    ann.round();
    ben.round();
    register.fails(true);

    lives(ann, Duration.ofSeconds(30));
    lives(ben, Duration.ofSeconds(1));
    assertThat(ann.isAlive()).isFalse();
    assertThat(Role.values()).noneMatch(ann::has).noneMatch(ben::has);

    register.fails(false);
    ann.round();
    ben.round();
    assertThat(Role.values()).allMatch(ann::has).noneMatch(ben::has);
  }

  @Test
  void whoeverGoesGivesItsRolesUpAtOnce() {
    ann.round();
    ben.round();

    ann.close();
    ben.round();

    assertThat(Role.values()).noneMatch(ann::has).allMatch(ben::has);
  }

  /** Time passes, in which this one makes its rounds. */
  private void lives(Leadership replica, Duration time) {
    for (long millis = 0; millis < time.toMillis(); millis += 100) {
      pass(Duration.ofMillis(100));
      replica.round();
    }
  }
}
