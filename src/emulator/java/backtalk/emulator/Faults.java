package backtalk.emulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Holds the faults that a test planned; calls meet them in order of planning. */
public final class Faults {
  private static final int UNLIMITED = Integer.MAX_VALUE;

  private record Plan(Predicate<Call> meets, Fault fault, int left) {}

  /** Holds a fault and the number of releases before it, so that no later release is missed. */
  private record Met(Optional<Fault> fault, long releasesBefore) {}

  private final Monitor monitor;
  private final List<Plan> plans = new ArrayList<>();
  private volatile Duration latency = Duration.ZERO;
  private long releases;

  Faults(Monitor monitor) {
    this.monitor = monitor;
  }

  /** Plans the fault for the next call of the method. */
  public void next(String method, Fault fault) {
    next(method, 1, fault);
  }

  /** Plans the fault for the next so many calls of the method. */
  public void next(String method, int times, Fault fault) {
    plan(new Plan(call -> call.is(method), fault, times));
  }

  /** Plans the fault for the next so many matching calls. */
  public void next(Predicate<Call> fits, int times, Fault fault) {
    plan(new Plan(fits, fault, times));
  }

  /** Plans the fault for every call of the method, until {@link #clear()}. */
  public void always(String method, Fault fault) {
    plan(new Plan(call -> call.is(method), fault, UNLIMITED));
  }

  /** Plans the fault for every matching call, until {@link #clear()}. */
  public void when(Predicate<Call> fits, Fault fault) {
    plan(new Plan(fits, fault, UNLIMITED));
  }

  /** Removes all plans, and releases hanging calls. */
  public void clear() {
    monitor.run(
        () -> {
          plans.clear();
          releases++;
        });
  }

  /** Delays every call before it is handled, and every push. */
  public void latency(Duration each) {
    latency = each;
  }

  /** Releases the calls that hang now. */
  public void release() {
    monitor.run(() -> releases++);
  }

  /** Waits until every plan with a limited number of calls is used up. */
  public void awaitMet(Duration patience) {
    if (!monitor.await(() -> plans.stream().allMatch(plan -> plan.left() == UNLIMITED), patience)) {
      throw new AssertionError(plans.size() + " planned faults met no call");
    }
  }

  /** Counts the plans that are left, unlimited ones included. */
  public int left() {
    return monitor.read(plans::size);
  }

  /** Delays a call, or a push, by the latency. */
  void delay() {
    try {
      if (!latency.isZero()) {
        Thread.sleep(latency);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns the fault that a call meets; a call that hangs waits here, and then meets none. */
  Optional<Fault> meet(Call call) {
    Met met = monitor.change(() -> new Met(take(call), releases));
    if (met.fault().isPresent() && met.fault().get() instanceof Fault.Hang hang) {
      monitor.await(() -> releases != met.releasesBefore(), hang.atMost());
      return Optional.empty();
    }
    return met.fault();
  }

  private Optional<Fault> take(Call call) {
    Optional<Plan> met = plans.stream().filter(plan -> plan.meets().test(call)).findFirst();
    met.ifPresent(this::use);
    return met.map(Plan::fault);
  }

  private void plan(Plan plan) {
    monitor.run(() -> plans.add(plan));
  }

  private void use(Plan plan) {
    int place = plans.indexOf(plan);
    if (plan.left() == UNLIMITED) {
      return;
    }
    if (plan.left() > 1) {
      plans.set(place, new Plan(plan.meets(), plan.fault(), plan.left() - 1));
    } else {
      plans.remove(place);
    }
  }
}
