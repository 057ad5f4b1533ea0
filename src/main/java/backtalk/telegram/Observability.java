package backtalk.telegram;

import backtalk.dialogue.ports.DialogueStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Bundles the clocks of the bot and the registry of its metrics.
 *
 * @param clock the time of day, which may be set back or forward
 * @param nanos a monotonic clock, in nanoseconds from any moment
 * @param registry the metrics of updates, turns, calls and messages; they hold nothing of a person
 */
public record Observability(InstantSource clock, LongSupplier nanos, MeterRegistry registry) {

  /** Uses the system's monotonic clock. */
  public Observability(InstantSource clock, MeterRegistry registry) {
    this(clock, System::nanoTime, registry);
  }

  /** Returns the store with each of its failed calls counted. */
  public DialogueStore counted(DialogueStore store) {
    Counter failures =
        Counter.builder("backtalk.store.failures")
            .description(
                "Failed reads and writes of the store; a turn is tried again until committed")
            .register(registry);
    return (DialogueStore)
        Proxy.newProxyInstance(
            DialogueStore.class.getClassLoader(),
            new Class<?>[] {DialogueStore.class},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException failing) {
                failures.increment();
                throw failing.getCause();
              }
            });
  }
}
