package backtalk.emulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The faults to come: planned by a test, met by calls in the order of planning. */
public final class Faults {
  private static final int FOR_EVER = Integer.MAX_VALUE;

  private record Plan(Predicate<Call> meets, Fault fault, int left) {}

  /** A fault, and how often was released before: a release right after the meeting counts. */
  record Met(Fault fault, long releasesBefore) {}

  private final Monitor monitor;
  private final List<Plan> plans = new ArrayList<>();
  private Duration latency = Duration.ZERO;
  private long releases;

  Faults(Monitor monitor) {
    this.monitor = monitor;
  }

  /** The next call of the method meets the fault. */
  public void next(String method, Fault fault) {
    next(method, 1, fault);
  }

  /** The next so many calls of the method meet the fault. */
  public void next(String method, int times, Fault fault) {
    plan(new Plan(call -> call.is(method), fault, times));
  }

  /** The next so many calls that fit meet the fault. */
  public void next(Predicate<Call> fits, int times, Fault fault) {
    plan(new Plan(fits, fault, times));
  }

  /** Every call of the method meets the fault, until {@link #clear()}. */
  public void always(String method, Fault fault) {
    plan(new Plan(call -> call.is(method), fault, FOR_EVER));
  }

  /** Every call that fits meets the fault, until {@link #clear()}. */
  public void when(Predicate<Call> fits, Fault fault) {
    plan(new Plan(fits, fault, FOR_EVER));
  }

  /** Forgets all plans, lets hanging calls go on, and answers at once again. */
  public void clear() {
    monitor.run(
        () -> {
          plans.clear();
          latency = Duration.ZERO;
          releases++;
        });
  }

  /** Every call takes this long before it is looked at. */
  public void latency(Duration each) {
    monitor.run(() -> latency = each);
  }

  /** Lets the calls go on that hang now. */
  public void release() {
    monitor.run(() -> releases++);
  }

  /** Waits until no plan is left that has an end: every call it was meant for has come. */
  public void awaitMet(Duration patience) {
    if (!monitor.await(() -> plans.stream().allMatch(plan -> plan.left() == FOR_EVER), patience)) {
      throw new AssertionError(plans.size() + " planned faults met no call");
    }
  }

  /** How many plans are still to be met, those without end included. */
  public int left() {
    return monitor.read(plans::size);
  }

  Duration latency() {
    return monitor.read(() -> latency);
  }

  Optional<Met> meet(Call call) {
    return monitor.change(
        () -> {
          Optional<Plan> met = plans.stream().filter(plan -> plan.meets().test(call)).findFirst();
          met.ifPresent(this::spend);
          return met.map(plan -> new Met(plan.fault(), releases));
        });
  }

  void hang(Met met, Duration atMost) {
    monitor.await(() -> releases != met.releasesBefore(), atMost);
  }

  private void plan(Plan plan) {
    monitor.run(() -> plans.add(plan));
  }

  private void spend(Plan plan) {
    int place = plans.indexOf(plan);
    if (plan.left() == FOR_EVER) {
      return;
    }
    if (plan.left() > 1) {
      plans.set(place, new Plan(plan.meets(), plan.fault(), plan.left() - 1));
    } else {
      plans.remove(place);
    }
  }
}
